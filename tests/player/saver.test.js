// The confirmed save, against an LMS that behaves as Moodle does, with a clock of the test's own.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World } = require("./world.js");
const moodle12 = require("../support/lms/moodle12.js");

test("at launch six or seven calls and no commit", async () => {
  const world = new World();
  assert.strictEqual(world.launch.length, 7);
  await world.clock.pass(60000);
  assert.deepStrictEqual([world.commits.length, world.pings.length], [0, 0]);
  assert.strictEqual(world.lms.values["cmi.core.lesson_status"], "incomplete");
});

test("an answer is one commit, confirmed by one reading, then forgotten here", async () => {
  const world = new World();
  world.answer();
  assert.strictEqual(world.word, "saving");
  await world.clock.pass(0);
  assert.deepStrictEqual([world.commits.length, world.pings.length, world.word], [1, 1, "saved"]);
  assert.ok(world.kept.answers.has("bbbbbb"));
  assert.deepStrictEqual(world.journal, []);
  await world.clock.pass(600000);
  assert.deepStrictEqual([world.commits.length, world.pings.length], [1, 1]);
});

test("what one task changes is one commit", async () => {
  const world = new World();
  world.answer();
  world.cw.quizChanged("aaaaaa", { attempts: 1, open: true, best: null, seed: 1, start: 5 });
  world.cw.finish("aaaaaa", 8000);
  await world.clock.pass(0);
  assert.strictEqual(world.commits.length, 1);
  assert.strictEqual(world.server["cmi.core.score.raw"], "80");
  assert.strictEqual(world.server["cmi.core.lesson_status"], "passed");
});

test("the line is read once in ten seconds at most, and until then nothing is called saved", async () => {
  const world = new World();
  for (let second = 0; second < 35; second++) {
    world.answer("00000" + (second % 10));
    await world.clock.pass(1000);
  }
  assert.strictEqual(world.commits.length, 35);
  assert.ok(world.pings.every((time, at) => !at || time - world.pings[at - 1] >= 10000), String(world.pings));
  assert.strictEqual(world.word, "saving");
  await world.clock.pass(10000);
  assert.strictEqual(world.word, "saved");
});

test("pages turned quickly are one commit", async () => {
  const world = new World();
  for (let turn = 0; turn < 5; turn++) {
    world.cw.save(true);
    await world.clock.pass(300);
  }
  await world.clock.pass(1000);
  assert.strictEqual(world.commits.length, 1);
});

for (const line of ["lost", "error"]) {
  test("after a line that is " + line + " everything arrives, score, status and interactions included", async () => {
    const world = new World();
    world.answer("cccccc");
    await world.clock.pass(20000);
    world.line = line;
    world.answer("bbbbbb");
    world.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
    await world.clock.pass(1000);
    assert.strictEqual(world.word, "unsaved");
    assert.strictEqual(world.journal.length, 1);
    world.answer("dddddd");
    await world.clock.pass(120000);
    assert.strictEqual(world.word, "unsaved");
    assert.strictEqual(world.server["cmi.core.score.raw"], undefined);
    world.line = "up";
    world.happen("online");
    await world.clock.pass(30000);
    assert.strictEqual(world.word, "saved");
    assert.deepStrictEqual([...world.kept.answers.keys()], ["bbbbbb", "cccccc", "dddddd"]);
    assert.deepStrictEqual([world.kept.score, world.kept.status], [8000, 2]);
    assert.strictEqual(world.server["cmi.core.score.raw"], "80");
    assert.strictEqual(world.server["cmi.core.lesson_status"], "passed");
    assert.deepStrictEqual([0, 1, 2].map((at) => world.server["cmi.interactions." + at + ".id"]), ["q-cccccc", "q-bbbbbb", "q-dddddd"]);
    assert.strictEqual(world.server["cmi.interactions.1.type"], "choice");
    assert.strictEqual(world.server["cmi.interactions.1.result"], "correct");
    assert.deepStrictEqual(world.journal, []);
  });
}

test("a dead line is asked less and less often, and no commit waits for it", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  await world.clock.pass(1200000);
  assert.strictEqual(world.commits.length, 1);
  assert.ok(world.pings.length < 12, String(world.pings.length));
});

test("offline nothing is committed; back again, one commit holds everything", async () => {
  const world = new World();
  world.navigator.onLine = false;
  world.line = "lost";
  world.answer();
  await world.clock.pass(1000);
  world.answer("cccccc");
  await world.clock.pass(1000);
  assert.deepStrictEqual([world.commits.length, world.word, world.journal.length], [0, "unsaved", 1]);
  world.navigator.onLine = true;
  world.line = "up";
  world.happen("online");
  await world.clock.pass(30000);
  assert.deepStrictEqual([world.commits.length, world.word], [1, "saved"]);
  assert.deepStrictEqual([...world.kept.answers.keys()], ["bbbbbb", "cccccc"]);
});

test("a line that fails and heals between two readings is found out by the beacon", async () => {
  const world = new World();
  world.answer();
  await world.clock.pass(1000);
  world.line = "lost";
  world.answer("cccccc");
  await world.clock.pass(1000);
  assert.strictEqual(world.word, "unsaved");
  world.line = "up";
  await world.clock.pass(30000);
  assert.strictEqual(world.word, "saved");
  assert.ok(world.kept.answers.has("cccccc"));
});

test("a first status that was lost is sent, too", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  await world.clock.pass(1000);
  world.line = "up";
  await world.clock.pass(60000);
  assert.strictEqual(world.server["cmi.core.lesson_status"], "incomplete");
  assert.strictEqual(world.server["cmi.interactions.0.id"], "q-bbbbbb");
});

test("work the LMS never got is taken up at the next launch", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  world.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  await world.clock.pass(1000);
  world.close();
  assert.strictEqual(world.kept, null);
  world.line = "up";
  world.visit();
  assert.ok(world.launch.length <= 8);
  assert.deepStrictEqual([world.commits.length, world.word], [0, "unsaved"]);
  assert.ok(world.cw.state.answers.has("bbbbbb"));
  await world.clock.pass(30000);
  assert.strictEqual(world.word, "saved");
  assert.ok(world.kept.answers.has("bbbbbb"));
  assert.strictEqual(world.server["cmi.core.score.raw"], "80");
  assert.strictEqual(world.server["cmi.core.lesson_status"], "passed");
  assert.strictEqual(world.server["cmi.interactions.0.id"], "q-bbbbbb");
  assert.deepStrictEqual(world.journal, []);
});

test("a score and a status that the LMS lacks are sent though the state arrived", async () => {
  const world = new World();
  world.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  await world.clock.pass(30000);
  world.close();
  delete world.server["cmi.core.score.raw"];
  world.server["cmi.core.lesson_status"] = "browsed";
  world.visit();
  await world.clock.pass(30000);
  assert.strictEqual(world.server["cmi.core.score.raw"], "80");
  assert.strictEqual(world.server["cmi.core.lesson_status"], "passed");
});

test("another learner is never offered it", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  await world.clock.pass(1000);
  world.cw.local.set("note", "mine");
  world.close();
  const other = new World({ device: world.device, clock: world.clock, server: { "cmi.core.student_id": "ben" } });
  assert.strictEqual(other.cw.state.answers.size, 0);
  assert.strictEqual(other.cw.local.get("note"), null);
  await world.clock.pass(60000);
  assert.strictEqual(other.server["cmi.suspend_data"], undefined);
});

test("a learner without a name leaves nothing behind", async () => {
  const world = new World({ line: "lost", server: {} });
  world.answer();
  world.cw.local.set("note", "mine");
  await world.clock.pass(1000);
  assert.deepStrictEqual(world.device.items, {});
  assert.strictEqual(world.cw.local.get("note"), "mine");
});

test("a page opened anew in the same window of the LMS repairs what the page before it lost", async () => {
  const world = new World();
  world.line = "lost";
  world.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  await world.clock.pass(1000);
  world.leaving();
  world.close();
  world.line = "up";
  world.visit(true);
  await world.clock.pass(30000);
  assert.strictEqual(world.word, "saved");
  assert.strictEqual(world.server["cmi.core.score.raw"], "80");
  assert.strictEqual(world.server["cmi.core.lesson_status"], "passed");
  assert.strictEqual(world.kept.score, 8000);
});

test("leaving closes the session, following our own link does not", async () => {
  const world = new World();
  world.answer();
  await world.clock.pass(0);
  world.lms.calls.length = 0;
  world.close();
  const names = world.lms.calls.map((call) => call[0]);
  assert.deepStrictEqual(names.slice(-2), ["LMSCommit", "LMSFinish"]);
  assert.match(world.lms.values["cmi.core.session_time"], /^\d\d:\d\d:\d\d$/);
  assert.strictEqual(world.lms.values["cmi.core.exit"], "suspend");
  world.visit();
  world.lms.calls.length = 0;
  world.cw.save(true);
  world.leaving();
  world.close();
  assert.deepStrictEqual(world.lms.calls.map((call) => call[0]).filter((name) => !/Value/.test(name)), ["LMSCommit"]);
});

test("in review nothing is written", async () => {
  const world = new World({ server: { "cmi.core.student_id": "ana", "cmi.core.lesson_mode": "review", "cmi.core.lesson_status": "passed" } });
  assert.strictEqual(world.word, "readonly");
  world.answer();
  await world.clock.pass(60000);
  world.close();
  assert.deepStrictEqual([...world.launch, ...world.lms.calls].filter((call) => /Set|Commit/.test(call[0])), []);
});

test("a review leaves unsaved work where it is", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  await world.clock.pass(1000);
  world.line = "up";
  world.server["cmi.core.lesson_mode"] = "review";
  world.visit();
  assert.strictEqual(world.journal.length, 1);
});

test("a test that ends in a later session than it began is reported; what was reported before is not", async () => {
  const world = new World();
  world.answer("cccccc");
  world.cw.answered("bbbbbb", { fp: 1, result: 126, bits: "1" });
  await world.clock.pass(0);
  world.close();
  world.visit();
  world.answer("bbbbbb");
  world.answer("cccccc");
  await world.clock.pass(0);
  const reported = world.commits.flatMap(Object.entries).filter(([name]) => /interactions.*\.id$/.test(name));
  assert.deepStrictEqual(reported.map(([, id]) => id), ["q-bbbbbb"]);
});

test("a question keeps its index, and a hundred are reported at most", async () => {
  const world = new World();
  for (let turn = 0; turn < 2; turn++) {
    for (let at = 0; at < 120; at++) world.answer(at.toString(16).padStart(6, "0"));
    await world.clock.pass(30000);
  }
  const names = Object.keys(world.server).filter((name) => /interactions\.\d+\.id/.test(name));
  assert.strictEqual(names.length, 100);
});

test("a status of the LMS above ours stays", async () => {
  const world = new World({ server: { "cmi.core.student_id": "ana", "cmi.core.lesson_status": "completed" } });
  world.answer();
  await world.clock.pass(30000);
  assert.strictEqual(world.server["cmi.core.lesson_status"], "completed");
});

test("an LMS that refuses the state is not called saved", async () => {
  const world = new World();
  const set = world.lms.API.LMSSetValue;
  world.lms.API.LMSSetValue = (name, value) => (name === "cmi.suspend_data" ? "false" : set(name, value));
  world.answer();
  await world.clock.pass(60000);
  assert.strictEqual(world.word, "unsaved");
});

test("an LMS that takes no interactions still keeps the rest", async () => {
  const world = new World();
  const set = world.lms.API.LMSSetValue;
  world.lms.API.LMSSetValue = (name, value) => (/interactions/.test(name) ? "false" : set(name, value));
  world.answer();
  await world.clock.pass(0);
  assert.strictEqual(world.word, "saved");
});
