// Asks the player's questions, without a browser: [{"do": "score", ...}, ...] in, the list of answers out.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const PLAYER = path.join(__dirname, "..", "..", "templates", "player");
const sourceOf = (part) => fs.readdirSync(path.join(PLAYER, part)).filter((name) => name.endsWith(".js")).sort()
  .map((name) => fs.readFileSync(path.join(PLAYER, part, name), "utf8")).join("\n");
const cw = {
  t: (words) => words, el() {}, on() {}, parts: {}, $$: () => [],
  bitsOf: (value, width) => value.toString(2).padStart(width, "0"),
};
const document = { documentElement: { dataset: {}, lang: "en" } };
["opinion", "budget"].forEach((part) => Function("cw", "document", '"use strict";' + sourceOf(part))(cw, document));
const inside = Function("cw", "document", '"use strict";' + sourceOf("quiz") + "\nreturn { types, scoreOf, plainNumber, pack, unpack, draw, shuffled, interactionOf };");
const quiz = inside(cw, document);
cw.parts.quiz({});
const el = { closest: (selector) => (selector === "[data-objective]" ? { dataset: { objective: "O1" } } : null) };
const question = ({ type, spec, confidence }) => ({ id: "q-1", el, type: quiz.types[type], s: spec, confidence, since: 0 });

const tasks = {
  score: ({ type, spec, answer, decimal }) => quiz.scoreOf(type, spec, answer, decimal),
  number: ({ typed, decimal }) => quiz.plainNumber(typed, decimal),
  pack: (task) => quiz.pack(question(task), task.answer, task.sure),
  unpack: (task) => quiz.unpack(question(task), task.bits),
  draw: ({ units, rules, seed }) => quiz.draw(units, rules, seed).map((unit) => unit.key),
  shuffle: ({ list, seed }) => quiz.shuffled(list, seed, (item) => item),
  report: (task) => {
    const { latency, ...rest } = quiz.interactionOf(question(task), task.answer, task.result) || {};
    return rest;
  },
};

const asked = JSON.parse(fs.readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(asked.map((task) => tasks[task.do](task) ?? null)));
