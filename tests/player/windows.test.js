// One learner in two windows of a browser: nothing that one of them has is lost, whatever the order.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World } = require("./world.js");

const MOVED = "This course was opened in another window. Go on there, or use this one again.";

// A second window of the same browser, on the same server.
const beside = (world, more = {}) => new World({ server: world.server, device: world.device, clock: world.clock, windows: world.windows, ...more });

test("the newer window goes on, the older one reads only and says so", async () => {
  const older = new World();
  older.answer("aaaaaa");
  await older.clock.pass(20000);
  const newer = beside(older);
  await older.clock.pass(5000);
  assert.deepStrictEqual([older.word, older.told], ["readonly", [MOVED]]);
  newer.answer("bbbbbb");
  await older.clock.pass(20000);
  assert.strictEqual(newer.word, "saved");
  assert.deepStrictEqual([...newer.kept.answers.keys()], ["aaaaaa", "bbbbbb"]);
  assert.deepStrictEqual(newer.journal, []);
  const [, , button] = older.notices[0].children;
  button.onclick();
  assert.strictEqual(older.reloads, 1);
});

test("what the older window could not send is sent by the newer one", async () => {
  const older = new World({ line: "lost" });
  older.answer("aaaaaa");
  older.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  const newer = beside(older);
  older.answer("cccccc");
  await older.clock.pass(60000);
  assert.strictEqual(newer.word, "saved");
  assert.deepStrictEqual([...newer.kept.answers.keys()], ["aaaaaa", "cccccc"]);
  assert.strictEqual(newer.server["cmi.core.score.raw"], "80");
  assert.strictEqual(newer.server["cmi.core.lesson_status"], "passed");
  assert.ok(["q-aaaaaa", "q-cccccc"].every((id) => Object.values(newer.server).includes(id)));
  assert.deepStrictEqual(newer.journal, []);
});

test("a page of the LMS that was written before the older window's last save costs nothing", async () => {
  const older = new World();
  older.answer("aaaaaa");
  const newer = beside(older, { server: { ...older.server } });
  await older.clock.pass(1000);
  newer.server = older.server;
  assert.ok(older.kept.answers.has("aaaaaa"));
  newer.answer("bbbbbb");
  await older.clock.pass(40000);
  assert.deepStrictEqual([...newer.cw.state.answers.keys()].sort(), ["aaaaaa", "bbbbbb"]);
});

test("a window that slept through it sends nothing once it wakes", async () => {
  const older = new World();
  await older.clock.pass(3000);
  const newer = beside(older);
  older.windows.delete(older);
  await older.clock.pass(3000);
  newer.answer("bbbbbb");
  await older.clock.pass(30000);
  older.windows.add(older);
  older.commits.length = 0;
  older.answer("aaaaaa");
  await older.clock.pass(30000);
  assert.strictEqual(older.word, "readonly");
  assert.strictEqual(older.commits.length, 0);
  assert.deepStrictEqual([...newer.kept.answers.keys()].sort(), ["aaaaaa", "bbbbbb"]);
});

test("closing the older window neither saves nor ends anything", async () => {
  for (const lms of ["scorm12", "scorm2004"]) {
    const older = new World();
    older.course = { ...older.course, lms };
    older.visit();
    older.answer("aaaaaa");
    await older.clock.pass(20000);
    const newer = beside(older, { course: older.course });
    await older.clock.pass(3000);
    newer.answer("bbbbbb");
    await older.clock.pass(20000);
    older.lms.calls.length = 0;
    older.close();
    assert.deepStrictEqual(older.lms.calls, []);
    assert.deepStrictEqual([...newer.kept.answers.keys()], ["aaaaaa", "bbbbbb"]);
  }
});

test("a page opened anew in the older window reads only, as its LMS knows no better", async () => {
  const older = new World();
  await older.clock.pass(3000);
  const newer = beside(older);
  await older.clock.pass(3000);
  newer.answer("bbbbbb");
  await older.clock.pass(20000);
  older.visit(true);
  await older.clock.pass(3000);
  assert.deepStrictEqual([older.word, older.told], ["readonly", [MOVED]]);
  older.answer("cccccc");
  newer.close();
  await older.clock.pass(30000);
  assert.strictEqual(older.commits.length, 0);
  assert.ok(older.kept.answers.has("bbbbbb"));
  older.visit();
  await older.clock.pass(30000);
  assert.notStrictEqual(older.word, "readonly");
});

test("page after page in one window is no other window", async () => {
  const world = new World();
  await world.clock.pass(3000);
  world.leaving();
  world.close();
  world.visit(true);
  await world.clock.pass(3000);
  world.answer();
  await world.clock.pass(20000);
  assert.strictEqual(world.word, "saved");
});

test("a quiz that is shown is shown again with what came, unless it is being answered", async () => {
  for (const [touched, shown] of [[false, 1], [true, 0]]) {
    const older = new World({ line: "lost" });
    older.answer("aaaaaa");
    await older.clock.pass(500);
    const newer = beside(older);
    newer.quiz = {};
    await older.clock.pass(999);
    older.windows.add(older);
    await older.clock.pass(1100);
    if (touched) newer.happen("input", { target: { closest: () => ({}) } });
    older.answer("dddddd");
    newer.shown = 0;
    const [name] = Object.keys(older.device.items).filter((key) => key.startsWith("cw-journal"));
    const more = older.inner("encode")({ ...older.cw.state, revision: 900, answers: new Map([["eeeeee", { fp: 1, result: 1, bits: "" }]]) });
    newer.happen("storage", { key: name || "cw-journal|lms.test|ana|c|", newValue: JSON.stringify([more, []]) });
    assert.ok(newer.cw.state.answers.has("eeeeee"));
    assert.strictEqual(newer.shown, shown);
  }
});

test("a review beside it takes nothing over", async () => {
  const world = new World();
  await world.clock.pass(3000);
  const review = beside(world, { server: { ...world.server, "cmi.core.lesson_mode": "review" } });
  await world.clock.pass(5000);
  assert.deepStrictEqual([world.word, review.word], [undefined, "readonly"]);
});

test("another learner in the same browser is another matter", async () => {
  const ana = new World();
  const ben = beside(ana, { server: { "cmi.core.student_id": "ben" } });
  ana.answer("aaaaaa");
  await ana.clock.pass(30000);
  assert.strictEqual(ana.word, "saved");
  assert.strictEqual(ben.cw.state.answers.size, 0);
});

test("without storage or without a name, windows leave each other alone", async () => {
  const refuse = () => { throw Error("forbidden"); };
  const device = { getItem: refuse, setItem: refuse, removeItem: refuse, items: {} };
  for (const more of [{ device }, { server: {} }]) {
    const older = new World(more);
    const newer = beside(older);
    older.answer("aaaaaa");
    newer.answer("bbbbbb");
    await older.clock.pass(60000);
    assert.deepStrictEqual([older.word, newer.word], ["saved", "saved"]);
  }
});

test("windows without an LMS take in each other's work and both go on", async () => {
  const course = { ...new World().course, lms: "none" };
  const one = new World({ course });
  const other = beside(one, { course });
  await one.clock.pass(3000);
  one.answer("aaaaaa");
  await one.clock.pass(1000);
  other.answer("bbbbbb");
  await one.clock.pass(1000);
  assert.deepStrictEqual([one.word, other.word], ["saved", "saved"]);
  assert.deepStrictEqual([...one.decode(one.device.items["cw-state|c"]).answers.keys()], ["aaaaaa", "bbbbbb"]);
  assert.deepStrictEqual([...one.cw.state.answers.keys()].sort(), ["aaaaaa", "bbbbbb"]);
});
