// Loads the player's core without a browser: a window of the test's own, and a look inside.
"use strict";

const fs = require("node:fs");
const path = require("node:path");

const PLAYER = path.join(__dirname, "..", "..", "templates", "player");

const read = (folder) => fs.readdirSync(path.join(PLAYER, folder)).filter((name) => name.endsWith(".js"))
  .map((name) => [name, fs.readFileSync(path.join(PLAYER, folder, name), "utf8")]);
const joined = (files) => files.sort(([a], [b]) => (a < b ? -1 : 1)).map(([, text]) => text).join("\n");

// The core in one function, as the builder joins it with the adapter of a course, but for what needs a document; returns a function
// that gives or sets what a name inside stands for. Parts it loads (`load`, a file of the core that is left out) are run at once,
// or when `world.bring(part, come, fail)` lets them come.
exports.load = (world = {}) => {
  const adapter = "-" + (world.course || {}).lms + ".js";
  const text = joined([...read("core"), ...read("lms").filter(([name]) => name.endsWith(adapter))].filter(([name]) => name < "50"));
  const window = Object.assign({ cw: { words: {}, course: world.course }, addEventListener() {} }, world);
  window.window = window.parent = window.top = window;
  const { course, ...rest } = world;
  const names = Object.assign({
    location: { protocol: "http:", host: "lms.test" }, navigator: { onLine: true }, document: {}, addEventListener() {},
    setTimeout, clearTimeout, fetch: undefined, Date, performance,
  }, rest, { window });
  Object.assign(window, { document: names.document, location: names.location });
  // In a block, which may have names of its own for what the window holds.
  const run = (code) => Function(...Object.keys(names), '"use strict";{' + code + "}")(...Object.values(names));
  const { bring = (part, come) => come() } = world;
  names.load = (part, then, otherwise) => bring(part, () => {
    run("const cw = window.cw;" + joined(read(part)));
    then();
  }, otherwise);
  const inner = run("const cw = window.cw;" + text + "\nreturn (code) => eval(code);");
  // The line that keeps places on a device is part of the pages.
  window.cw.device = inner("device");
  return inner;
};

// A storage as browsers have it.
exports.shelf = (items = {}) => ({
  items,
  getItem: (name) => (name in items ? items[name] : null),
  setItem: (name, text) => (items[name] = String(text)),
  removeItem: (name) => delete items[name],
});

const hex = (key) => key.toString(16).padStart(6, "0");

// A state as the vectors write it, and as the player holds it.
exports.toPlayer = ({ page, pages, quizzes, questions, ...rest }) => ({
  ...rest,
  page: hex(page),
  visited: new Set(pages.map(hex)),
  quizzes: new Map(quizzes.map(({ key, started, ...quiz }) => [hex(key), { ...quiz, start: started }])),
  answers: new Map(questions.map(({ key, fingerprint, result, answer }) => [hex(key), { fp: fingerprint, result, bits: answer }])),
});

exports.toVector = ({ page, visited, quizzes, answers, ...rest }) => ({
  ...rest,
  page: parseInt(page, 16),
  pages: [...visited].map((key) => parseInt(key, 16)),
  quizzes: [...quizzes].map(([key, { start, ...quiz }]) => ({ key: parseInt(key, 16), ...quiz, started: start })),
  questions: [...answers].map(([key, { fp, result, bits }]) => ({ key: parseInt(key, 16), fingerprint: fp, result, answer: bits })),
});

exports.hex = hex;
