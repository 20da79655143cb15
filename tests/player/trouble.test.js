// Platforms that refuse, vanish or end the session, clocks that jump, and words that must not be said too early.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World } = require("./world.js");

const REFUSED = "The learning platform does not take your work at the moment. It is kept on this device. Open the course again from the platform.";
const DAY = 86400000;

test("a reading that began before a commit does not confirm it", async () => {
  const world = new World();
  const { fetch } = world;
  let come;
  world.fetch = (url) => fetch.call(world, url).then((answer) => new Promise((resolve) => (come = () => resolve(answer))));
  world.answer("aaaaaa");
  await world.clock.pass(5000);
  world.line = "lost";
  world.navigator.sendBeacon = undefined;
  world.lms.API.LMSCommit = () => "true";
  world.answer("bbbbbb");
  come();
  await world.clock.pass(4000);
  assert.strictEqual(world.word, "saving");
  assert.strictEqual(world.journal.length, 1);
  await world.clock.pass(20000);
  assert.strictEqual(world.word, "unsaved");
});

test("an outage between two readings is not called saved while it lasts", async () => {
  const world = new World();
  world.answer("aaaaaa");
  await world.clock.pass(1000);
  const commit = world.lms.API.LMSCommit;
  world.lms.API.LMSCommit = (text) => (world.line === "lost" ? "true" : commit(text));
  world.line = "lost";
  world.answer("bbbbbb");
  await world.clock.pass(8000);
  assert.strictEqual(world.word, "saving");
  await world.clock.pass(5000);
  assert.strictEqual(world.word, "unsaved");
});

test("where no beacon tells, the next launch compares and repairs", async () => {
  const world = new World();
  world.navigator.sendBeacon = undefined;
  const commit = world.lms.API.LMSCommit;
  let lost = true;
  world.lms.API.LMSCommit = (text) => (lost ? "true" : commit(text));
  world.answer("aaaaaa");
  world.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  await world.clock.pass(30000);
  assert.strictEqual(world.journal.length, 1);
  lost = false;
  world.gone();
  world.visit();
  await world.clock.pass(30000);
  assert.ok(world.kept.answers.has("aaaaaa"));
  assert.strictEqual(world.server["cmi.core.score.raw"], "80");
  world.close();
  world.visit();
  assert.deepStrictEqual(world.journal, []);
});

test("without a beacon function an LMS that looks for one is not misled", () => {
  const world = new World();
  world.navigator.sendBeacon = undefined;
  let seen = 1;
  world.lms.API.LMSCommit = () => {
    seen = world.navigator.sendBeacon;
    return "true";
  };
  world.answer();
  return world.clock.pass(0).then(() => assert.strictEqual(seen, undefined));
});

for (const line of ["error", "login", "deaf"]) {
  test("a platform that answers and takes nothing (" + line + ") is told of once, the work is kept", async () => {
    const world = new World({ line });
    world.answer();
    await world.clock.pass(1000);
    assert.strictEqual(world.word, "unsaved");
    await world.clock.pass(1800000);
    assert.deepStrictEqual([world.word, world.told], ["unsaved", [REFUSED]]);
    world.notices[0].children[2].onclick();
    assert.strictEqual(world.reloads, 1);
    world.close();
    world.line = "up";
    world.visit();
    await world.clock.pass(60000);
    assert.strictEqual(world.word, "saved");
    assert.ok(world.kept.answers.has("bbbbbb"));
    assert.strictEqual(world.server["cmi.interactions.0.id"], "q-bbbbbb");
  });
}

test("a line that is only lost is no refusal", async () => {
  const world = new World({ line: "lost" });
  world.answer();
  await world.clock.pass(1800000);
  assert.deepStrictEqual(world.told, []);
});

for (const [name, harm] of [
  ["goes away", (host) => { delete host.API; }],
  ["throws", (host) => { for (const call in host.API) host.API[call] = () => { throw Error("dead"); }; }],
  ["is in a window that is closed", (host) => { host.API = null; Object.defineProperty(host, "navigator", { get() { throw Error("closed"); } }); }],
  ["answers nothing", (host) => { for (const call in host.API) host.API[call] = () => undefined; }],
]) {
  test("an API that " + name + " costs nothing", async () => {
    const world = new World();
    world.answer("aaaaaa");
    await world.clock.pass(20000);
    harm(world.host);
    world.answer("bbbbbb");
    await world.clock.pass(30000);
    assert.strictEqual(world.word, "unsaved");
    world.close();
    world.visit();
    await world.clock.pass(30000);
    assert.strictEqual(world.word, "saved");
    assert.deepStrictEqual([...world.kept.answers.keys()], ["aaaaaa", "bbbbbb"]);
  });
}

for (const jump of [-DAY, DAY, -1e12, 3650 * DAY]) {
  test("a clock that jumps by " + jump / DAY + " days moves neither retries nor the time of the session", async () => {
    const world = new World({ line: "lost" });
    world.answer();
    await world.clock.pass(1000);
    world.clock.wall = jump;
    world.line = "up";
    await world.clock.pass(29000);
    assert.strictEqual(world.word, "saved");
    world.close();
    assert.strictEqual(world.lms.values["cmi.core.session_time"], "00:00:30");
    assert.match(world.server["cmi.interactions.0.time"], /^\d\d:\d\d:\d\d$/);
  });
}

test("a session is 9,999 hours long at most, and one whose beginning is unknown has no length", () => {
  const world = new World();
  const parts = world.inner("parts");
  assert.deepStrictEqual([parts(-5), parts(NaN), parts(Infinity), parts(3725.9)], [["00", "00", "00"], ["00", "00", "00"], ["9999", "59", "59"], ["01", "02", "05"]]);
});
