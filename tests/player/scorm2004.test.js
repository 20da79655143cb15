// SCORM 2004, against an LMS that behaves as Moodle does.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World, COURSE } = require("./world.js");

const course = { ...COURSE, lms: "scorm2004" };
const done = { attempts: 1, open: false, best: 8000, seed: 1, start: 0 };
const QUIZ = { querySelector: (selector) => selector === ".quiz" }; // a page with questions
const refused = (world) => world.lms.calls.filter((call) => call[call.length - 1] === "false");

test("at launch eight calls at most and no commit", async () => {
  const world = new World({ course });
  assert.ok(world.launch.length <= 8);
  await world.clock.pass(60000);
  assert.strictEqual(world.commits.length, 0);
  assert.strictEqual(world.lms.values["cmi.completion_status"], "incomplete");
});

test("a result arrives whole, in the words of 2004", async () => {
  const world = new World({ course });
  world.cw.emit("page", QUIZ);
  world.inner('(key) => { state.visited.add(key); state.page = key; }')("000001");
  world.answer();
  world.cw.quizChanged("aaaaaa", done);
  await world.clock.pass(0);
  assert.strictEqual(world.word, "saved");
  assert.deepStrictEqual(refused(world), []);
  const held = (name) => world.server["cmi." + name];
  assert.deepStrictEqual(["completion_status", "success_status", "score.raw", "score.scaled", "score.min", "score.max"].map(held),
    ["completed", "passed", "80", "0.8", "0", "100"]);
  assert.deepStrictEqual(["progress_measure", "location", "exit"].map(held), ["1", "000001", "suspend"]);
  assert.match(held("interactions.0.timestamp"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  assert.strictEqual(held("interactions.0.latency"), "PT00H00M03S");
  assert.strictEqual(world.kept.score, 8000);
});

test("every kind of answer is taken", async () => {
  const world = new World({ course });
  // Type, response and pattern as 1.2 has them, then as 2004 has them; the pattern is left out where there is none.
  const kinds = [
    ["true-false", "t", "f", "true", "false"], ["choice", "a", "c", "a", "c"], ["choice", "a,b", "{a,c}", "a[,]b", "a[,]c"],
    ["fill-in", "1995", "1995", "1995", "1995"], ["fill-in", "{a}, b", "", "{a}, b"], ["matching", "1.a,2.b", "{1.a,2.a}", "1[.]a[,]2[.]b", "1[.]a[,]2[.]a"],
    ["sequencing", "a,c", "a,b", "a[,]c", "a[,]b"], ["numeric", "33.5", "33", "33.5", "33[:]33"], ["numeric", "-2", "", "-2"],
    ["performance", "a,b", "", "1[.]a[,]2[.]b"], ["performance", "c,,a", "", "1[.]c[,]2[.][,]3[.]a"],
  ];
  kinds.forEach(([type, response, correct], at) => {
    world.cw.answered("0000" + (10 + at), { fp: 1, result: 0, bits: "" }, { id: "q-" + at, type, response, correct, result: "wrong", latency: 1, objective: "O1" });
  });
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  kinds.forEach(([type, , , response, correct], at) => {
    const held = (name) => world.server["cmi.interactions." + at + "." + name];
    assert.deepStrictEqual(["type", "learner_response", "correct_responses.0.pattern", "result", "objectives.0.id"].map(held),
      [type, response, correct, "incorrect", "O1"]);
  });
});

test("a number that an LMS would refuse is reported as it was typed", async () => {
  const world = new World({ course });
  [["1200000", "1500000"], ["about ten", "10"], ["3", "1500000"]].forEach(([response, correct], at) => {
    world.cw.answered("00000" + at, { fp: 1, result: 0, bits: "" }, { id: "q-" + at, type: "numeric", response, correct, result: "wrong", latency: 1 });
  });
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  const held = (at) => ["type", "learner_response", "correct_responses.0.pattern"].map((name) => world.server["cmi.interactions." + at + "." + name]);
  assert.deepStrictEqual([0, 1, 2].map(held), [["fill-in", "1200000", "1500000"], ["fill-in", "about ten", "10"], ["numeric", "3", undefined]]);
});

// Answers the three questions of the test, in 120ths (null: left out of the state), and ends it.
const take = (world, results, best = 5000) => {
  ["bbbbbb", "cccccc", "dddddd"].forEach((key, at) => results[at] === null || world.answer(key, results[at]));
  world.cw.quizChanged("aaaaaa", { ...done, best });
};
const objective = (world, at) => ["id", "score.scaled", "score.raw", "score.min", "score.max", "completion_status", "success_status"]
  .map((name) => world.server["cmi.objectives." + at + "." + name]);

test("each objective gets a score at the end of the test, and none before", async () => {
  const world = new World({ course });
  world.answer("bbbbbb");
  world.cw.quizChanged("aaaaaa", { ...done, open: true, best: null });
  await world.clock.pass(0);
  assert.strictEqual(world.server["cmi.objectives.0.id"], undefined);
  take(world, [120, 0, 80]);
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  assert.deepStrictEqual(objective(world, 0), ["O1", "0.5", "50", "0", "100", "completed", "failed"]);
  assert.deepStrictEqual(objective(world, 1), ["O2", "0.6667", "66.67", "0", "100", "completed", "passed"]);
  assert.strictEqual(objective(world, 2)[0], undefined);
  // Taken again: what stands there stays until the end.
  world.cw.state.answers.delete("bbbbbb");
  world.cw.quizChanged("aaaaaa", { ...done, open: true, best: 5000 });
  await world.clock.pass(0);
  assert.strictEqual(objective(world, 0)[2], "50");
  take(world, [120, 120, 126]);
  await world.clock.pass(0);
  assert.deepStrictEqual(objective(world, 0).slice(1, 3), ["1", "100"]);
  assert.strictEqual(objective(world, 1)[2], "66.67", "one that is asked nothing this time keeps what it had");
});

test("objectives that the LMS knows from the manifest are found by their ids", async () => {
  const world = new World({ course, server: { "cmi.exit": "suspend", "cmi.objectives.0.id": "PRIMARY", "cmi.objectives.1.id": "O2" } });
  take(world, [0, 0, 120]);
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  assert.strictEqual(objective(world, 0)[1], undefined);
  assert.deepStrictEqual(objective(world, 1).slice(0, 3), ["O2", "1", "100"]);
  assert.deepStrictEqual(objective(world, 2).slice(0, 3), ["O1", "0", "0"]);
  world.visit();
  world.cw.quizChanged("aaaaaa", { ...done, best: 5100 });
  await world.clock.pass(0);
  assert.strictEqual(objective(world, 3)[0], undefined);
});

test("of several quizzes those that have ended count, and without a pass mark nothing is passed", async () => {
  const asked = [["aaaaaa", [["bbbbbb", 0, 1]]], ["ffffff", [["cccccc", 0, 3]]]];
  const graded = asked.map(([key]) => ({ id: key, key, pass: 60, weight: 1, attempts: 0 }));
  const world = new World({ course: { ...course, objectives: ["O1"], asked, graded } });
  take(world, [120, null, null]);
  await world.clock.pass(0);
  assert.deepStrictEqual(objective(world, 0), ["O1", "1", "100", "0", "100", "incomplete", "unknown"]);
  world.answer("cccccc", 60);
  world.cw.quizChanged("ffffff", { ...done, best: 5000 });
  await world.clock.pass(0);
  assert.deepStrictEqual(objective(world, 0).slice(1), ["0.625", "62.5", "0", "100", "completed", "passed"]);
  const free = new World({ course: { ...course, bar: 0 } });
  take(free, [120, 120, 120]);
  await free.clock.pass(0);
  assert.deepStrictEqual(objective(free, 0).slice(5), ["completed", undefined]);
});

test("progress is whole when the course is completed, and not before", async () => {
  const world = new World({ course });
  const progress = () => world.server["cmi.progress_measure"];
  world.inner('() => course.keys.forEach((key) => state.visited.add(key))')();
  world.answer();
  await world.clock.pass(0);
  assert.deepStrictEqual([progress(), world.server["cmi.completion_status"]], ["0.99", "incomplete"]);
  world.cw.quizChanged("aaaaaa", done);
  await world.clock.pass(0);
  assert.deepStrictEqual([progress(), world.server["cmi.completion_status"]], ["1", "completed"]);
});

test("interactions end where the room of a last save ends, and are not doubled in the next session", async () => {
  const world = new World({ course: { ...course, room: 10000 } });
  const tell = (from, to) => {
    for (let at = from; at < to; at++) world.answer("e" + (10000 + at));
  };
  const count = () => Object.keys(world.server).filter((name) => /interactions\.\d+\.id$/.test(name)).length;
  tell(0, 30);
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  // 1,100 octets each, and three for every character.
  assert.strictEqual(count(), 9);
  tell(0, 5);
  await world.clock.pass(30000);
  assert.strictEqual(count(), 9);
  assert.strictEqual(world.word, "saved");
  world.visit();
  tell(40, 50);
  await world.clock.pass(0);
  assert.strictEqual(count(), 9);
});

test("a test that ends in a later session than it began is reported, and an answer changed there as well", async () => {
  const world = new World({ course });
  world.cw.answered("cccccc", { fp: 1, result: 0, bits: "1" }, { id: "q-cccccc", type: "choice", response: "b", correct: "a", result: "wrong", latency: 3 });
  world.cw.answered("bbbbbb", { fp: 1, result: 126, bits: "1" });
  await world.clock.pass(0);
  world.close();
  world.visit();
  world.cw.emit("page", world.document);
  world.answer("bbbbbb");
  world.answer("cccccc");
  await world.clock.pass(0);
  const held = (at) => ["id", "result"].map((name) => world.server["cmi.interactions." + at + "." + name]);
  assert.deepStrictEqual([0, 1, 2].map(held), [["q-cccccc", "correct"], ["q-bbbbbb", "correct"], [undefined, undefined]]);
});

// A browser in which cw/scorm2004.js is on its way until the test lets it `arrive` or `fail`.
class Slow extends World {
  bring(part, come, fail) {
    if (part !== "scorm2004") return come();
    this.loading = this.loading || [];
    return this.loading.push({ come, fail });
  }
  arrive() {
    this.loading.splice(0).forEach(({ come }) => come());
  }
  fail() {
    this.loading.splice(0).forEach(({ fail }) => fail());
  }
  get interactions() {
    return Object.keys(this.server).filter((name) => /interactions\.\d+\.id$/.test(name)).map((name) => this.server[name]);
  }
}

test("a page without questions needs nothing to report with, one with questions does", async () => {
  const world = new Slow({ course });
  world.cw.emit("page", world.document);
  world.inner('(key) => { state.visited.add(key); state.page = key; cw.save(true); }')("000001");
  await world.clock.pass(30000);
  assert.deepStrictEqual([world.word, world.loading], ["saved", undefined]);
  world.cw.emit("page", QUIZ);
  assert.strictEqual(world.loading.length, 1);
  assert.strictEqual(world.commits.length, 1);
  world.arrive();
  await world.clock.pass(60000);
  assert.strictEqual(world.commits.length, 1, "what has arrived by itself sends nothing");
  world.answer();
  await world.clock.pass(0);
  assert.deepStrictEqual([world.word, world.interactions], ["saved", ["q-bbbbbb"]]);
});

test("a save from before the script that reports is not called saved until that has come and the rest has been sent", async () => {
  const world = new Slow({ course });
  take(world, [120, 120, 120], 10000);
  await world.clock.pass(60000);
  assert.strictEqual(world.kept.answers.size, 3, "the answers themselves wait for nothing");
  assert.strictEqual(world.server["cmi.score.raw"], "100");
  assert.deepStrictEqual([world.interactions, objective(world, 0)[0]], [[], undefined]);
  assert.deepStrictEqual([[...new Set(world.words)], world.journal.length], [["saving"], 1]);
  world.arrive();
  await world.clock.pass(20000);
  assert.deepStrictEqual([world.word, world.journal.length], ["saved", 0]);
  assert.deepStrictEqual(world.interactions, ["q-bbbbbb", "q-cccccc", "q-dddddd"]);
  assert.deepStrictEqual(objective(world, 0).slice(0, 2), ["O1", "1"]);
  assert.deepStrictEqual(refused(world), []);
});

for (const end of ["close", "gone"]) {
  test("answers of a window that ends without that script (" + end + ") are reported by the next one", async () => {
    const world = new Slow({ course });
    take(world, [120, 120, 120], 10000);
    await world.clock.pass(end === "gone" ? 60000 : 0);
    world[end]();
    assert.strictEqual(world.kept.answers.size, 3);
    assert.deepStrictEqual(world.interactions, []);
    world.loading = [];
    world.visit();
    world.cw.emit("page", world.document);
    world.arrive();
    await world.clock.pass(30000);
    assert.deepStrictEqual([world.word, world.journal.length], ["saved", 0]);
    assert.deepStrictEqual(world.interactions, ["q-bbbbbb", "q-cccccc", "q-dddddd"]);
    assert.deepStrictEqual(objective(world, 1).slice(0, 2), ["O2", "1"]);
  });
}

test("where that script cannot be had, work is not called saved, and it is asked for again", async () => {
  const world = new Slow({ course });
  world.answer();
  await world.clock.pass(0);
  world.fail();
  assert.strictEqual(world.word, "unsaved");
  await world.clock.pass(15000);
  assert.notStrictEqual(world.word, "saved");
  assert.deepStrictEqual([world.kept.answers.size, world.journal.length], [1, 1]);
  world.arrive();
  await world.clock.pass(20000);
  assert.deepStrictEqual([world.word, world.interactions], ["saved", ["q-bbbbbb"]]);
});

test("a script that comes to a window that has yielded sends nothing", async () => {
  const world = new Slow({ course });
  world.answer();
  await world.clock.pass(2000);
  const other = new Slow({ course, device: world.device, server: world.server, clock: world.clock, windows: world.windows });
  await world.clock.pass(2000);
  assert.strictEqual(world.word, "readonly");
  const sent = world.commits.length;
  world.fail();
  await world.clock.pass(0);
  assert.deepStrictEqual([world.word, world.commits.length], ["readonly", sent]);
  other.arrive();
  await world.clock.pass(30000);
  assert.deepStrictEqual([other.word, other.interactions, world.commits.length], ["saved", ["q-bbbbbb"], sent]);
});

for (const line of ["lost", "error", "deaf"]) {
  test("after a line that is " + line + " a plain commit brings everything", async () => {
    const world = new World({ course, line });
    world.answer();
    world.cw.quizChanged("aaaaaa", done);
    await world.clock.pass(30000);
    assert.strictEqual(world.word, "unsaved");
    world.line = "up";
    await world.clock.pass(600000);
    assert.strictEqual(world.word, "saved");
    assert.strictEqual(world.server["cmi.success_status"], "passed");
    assert.strictEqual(world.server["cmi.interactions.0.id"], "q-bbbbbb");
  });
}

test("leaving does not end what could not be begun again", async () => {
  const world = new World({ course });
  world.answer();
  await world.clock.pass(5000);
  world.answer("cccccc");
  await world.clock.pass(20000);
  world.close();
  assert.deepStrictEqual(world.lms.calls.filter((call) => call[0] === "Terminate"), []);
  assert.strictEqual(world.server["cmi.session_time"], "PT00H00M05S");
  world.visit(true);
  assert.ok(world.cw.state.answers.has("bbbbbb"));
  assert.notStrictEqual(world.word, "unsaved");
});

test("what failed stays failed, and a review writes nothing", async () => {
  const spent = { ...done, attempts: 3, best: 1000 };
  const world = new World({ course });
  world.cw.quizChanged("aaaaaa", spent);
  await world.clock.pass(0);
  assert.strictEqual(world.server["cmi.success_status"], "failed");
  assert.strictEqual(world.server["cmi.completion_status"], "incomplete");
  world.server["cmi.mode"] = "review";
  world.visit();
  world.answer();
  world.close();
  assert.strictEqual(world.word, "readonly");
  assert.deepStrictEqual([...world.launch, ...world.lms.calls].filter((call) => /Set|Commit|Terminate/.test(call[0])), []);
});
