// SCORM 2004, against an LMS that behaves as Moodle does.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World, COURSE } = require("./world.js");

const course = { ...COURSE, lms: "scorm2004" };
const done = { attempts: 1, open: false, best: 8000, seed: 1, start: 0 };
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
  world.inner('(key) => { state.visited.add(key); state.page = key; }')("000001");
  world.answer();
  world.cw.quizChanged("aaaaaa", done);
  await world.clock.pass(0);
  assert.strictEqual(world.word, "saved");
  assert.deepStrictEqual(refused(world), []);
  const held = (name) => world.server["cmi." + name];
  assert.deepStrictEqual(["completion_status", "success_status", "score.raw", "score.scaled", "score.min", "score.max"].map(held),
    ["completed", "passed", "80", "0.8", "0", "100"]);
  assert.deepStrictEqual(["progress_measure", "location", "exit"].map(held), ["0.5", "000001", "suspend"]);
  assert.match(held("interactions.0.timestamp"), /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d$/);
  assert.strictEqual(held("interactions.0.latency"), "PT00H00M03S");
  assert.strictEqual(world.kept.score, 8000);
});

test("every kind of answer is taken", async () => {
  const world = new World({ course });
  const kinds = [
    ["true-false", "t", "f", "true", "false"], ["choice", "a,b", "a,c", "a[,]b", "a[,]c"], ["fill-in", "1995", "1995", "1995", "1995"],
    ["matching", "1.a,2.b", "1.a", "1[.]a[,]2[.]b", "1[.]a"], ["sequencing", "a,c", "a,b", "a[,]c", "a[,]b"],
    ["numeric", "33.5", "33", "33.5", "33[:]33"], ["performance", "a", "a", "[.]a", "[.]a"],
  ];
  kinds.forEach(([type, response, correct], at) => {
    world.cw.answered("00000" + at, { fp: 1, result: 0, bits: "" }, { id: "q-" + at, type, response, correct, result: "wrong", latency: 1 });
  });
  await world.clock.pass(0);
  assert.deepStrictEqual(refused(world), []);
  kinds.forEach(([, , , response, correct], at) => {
    assert.strictEqual(world.server["cmi.interactions." + at + ".learner_response"], response);
    assert.strictEqual(world.server["cmi.interactions." + at + ".correct_responses.0.pattern"], correct);
    assert.strictEqual(world.server["cmi.interactions." + at + ".result"], "incorrect");
  });
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
