// Work from another device, read in the page of the LMS after a pause.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { World } = require("./world.js");

const ADDED = "Work from another device was added.";
const MINUTE = 60000;

// Another browser on the same server.
const elsewhere = (world, more = {}) => new World({ server: world.server, clock: world.clock, ...more });
const pair = async () => {
  const here = new World();
  here.answer("aaaaaa");
  await here.clock.pass(20000);
  const there = elsewhere(here);
  there.answer("bbbbbb");
  there.cw.quizChanged("aaaaaa", { attempts: 1, open: false, best: 8000, seed: 1, start: 0 });
  await here.clock.pass(20000);
  return [here, there];
};

test("after ten minutes without a save, what another device saved is added first", async () => {
  const [here, there] = await pair();
  there.close();
  await here.clock.pass(10 * MINUTE);
  here.answer("cccccc");
  await here.clock.pass(20000);
  assert.deepStrictEqual([here.peeks.length, here.word, here.told], [1, "saved", [ADDED]]);
  assert.deepStrictEqual([...here.kept.answers.keys()], ["aaaaaa", "bbbbbb", "cccccc"]);
  assert.deepStrictEqual([here.kept.score, here.server["cmi.core.lesson_status"]], [8000, "passed"]);
  assert.ok(here.kept.revision > there.cw.state.revision);
  assert.deepStrictEqual(here.journal, []);
});

test("after two minutes out of sight, too, and not before", async () => {
  for (const [minutes, peeks] of [[1, 0], [2, 1]]) {
    const [here] = await pair();
    here.hide();
    await here.clock.pass(minutes * MINUTE);
    here.hide(false);
    here.answer("cccccc");
    await here.clock.pass(20000);
    assert.strictEqual(here.peeks.length, peeks);
    assert.strictEqual(here.kept.answers.has("bbbbbb"), peeks > 0);
    here.answer("dddddd");
    await here.clock.pass(20000);
    assert.strictEqual(here.peeks.length, peeks);
  }
});

test("our own state in the page is nothing new", async () => {
  const world = new World();
  world.answer("aaaaaa");
  await world.clock.pass(11 * MINUTE);
  world.answer("bbbbbb");
  await world.clock.pass(20000);
  assert.deepStrictEqual([world.peeks.length, world.told, world.word], [1, [], "saved"]);
});

for (const [name, text] of [
  ["no state", "<p>suspend_data</p>"],
  ["a damaged state", '<script>"cmi.suspend_data":"1AAAAAAAAAAAAAAAAAAAAAAAAAA"</script>'],
  ["something else", "suspend_data 12345678901234567890 1___________________________"],
]) {
  test("a page with " + name + " changes nothing", async () => {
    const world = new World();
    world.page = () => text;
    await world.clock.pass(11 * MINUTE);
    world.answer("bbbbbb");
    await world.clock.pass(20000);
    assert.deepStrictEqual([world.told, world.word, world.kept.answers.size], [[], "saved", 1]);
  });
}

test("a page that does not speak of states is not read", async () => {
  const world = new World();
  world.host.document.documentElement.innerHTML = "<p>An LMS of another make</p>";
  await world.clock.pass(11 * MINUTE);
  world.answer("bbbbbb");
  await world.clock.pass(20000);
  assert.deepStrictEqual([world.peeks, world.word], [[], "saved"]);
});

test("a page that hangs holds the save up for twenty seconds, once, and the work waits in the journal", async () => {
  const world = new World();
  await world.clock.pass(11 * MINUTE);
  const { fetch } = world;
  world.fetch = (url) => (/player/.test(url) ? world.peeks.push(url) && new Promise(() => {}) : fetch.call(world, url));
  world.answer("bbbbbb");
  world.answer("cccccc");
  await world.clock.pass(5000);
  world.answer("dddddd");
  await world.clock.pass(5000);
  assert.deepStrictEqual([world.peeks.length, world.commits.length, world.journal.length], [1, 0, 1]);
  assert.match(Object.values(world.device.items).join(), /q-dddddd/);
  await world.clock.pass(30000);
  assert.deepStrictEqual([world.peeks.length, world.word], [1, "saved"]);
  assert.strictEqual(world.kept.answers.size, 3);
});

test("who leaves while it hangs waits for nothing and undoes nothing: the work is sent at the next visit", async () => {
  const world = new World();
  await world.clock.pass(11 * MINUTE);
  const { fetch } = world;
  world.fetch = () => new Promise(() => {});
  world.answer("bbbbbb");
  await world.clock.pass(1000);
  world.close();
  assert.deepStrictEqual([world.commits.length, world.journal.length], [0, 1]);
  world.fetch = fetch;
  world.visit();
  await world.clock.pass(20000);
  assert.strictEqual(world.word, "saved");
  assert.ok(world.kept.answers.has("bbbbbb"));
});

test("the page of another learner, who has signed in since, is not taken in", async () => {
  const world = new World();
  await world.clock.pass(11 * MINUTE);
  const other = new World({ server: { ...world.server, "cmi.core.student_id": "ben" } });
  other.answer("cccccc");
  await other.clock.pass(5000);
  world.page = () => other.page();
  world.answer("bbbbbb");
  await world.clock.pass(30000);
  assert.strictEqual(world.peeks.length, 1);
  assert.deepStrictEqual([...world.kept.answers.keys()], ["bbbbbb"]);
});

test("on a line that is lost the work goes on", async () => {
  const world = new World();
  await world.clock.pass(11 * MINUTE);
  world.line = "lost";
  world.answer("bbbbbb");
  await world.clock.pass(60000);
  assert.strictEqual(world.word, "unsaved");
  world.line = "up";
  await world.clock.pass(300000);
  assert.strictEqual(world.word, "saved");
});

test("the address begins no attempt, and Moodle's form is seen through", async () => {
  for (const [href, frame, asked] of [
    ["http://lms.test/mod/scorm/player.php?a=5&newattempt=on&scoid=7#x", null, "http://lms.test/mod/scorm/player.php?a=5&scoid=7"],
    ["http://lms.test/mod/scorm/player.php", { src: "http://lms.test/mod/scorm/loadSCO.php?a=5&scoid=7" }, "http://lms.test/mod/scorm/player.php?a=5&scoid=7"],
    ["http://lms.test/player.php", null, "http://lms.test/player.php"],
  ]) {
    const world = new World();
    world.host.location.href = href;
    world.host.document.querySelector = () => frame;
    await world.clock.pass(11 * MINUTE);
    world.answer("bbbbbb");
    await world.clock.pass(1000);
    assert.deepStrictEqual(world.peeks, [asked]);
  }
});

test("a device that overwrote another's work with an older state gets it back", async () => {
  const [here, there] = await pair();
  here.answer("cccccc");
  await here.clock.pass(20000);
  assert.ok(!here.kept.answers.has("bbbbbb"));
  there.hide();
  await there.clock.pass(3 * MINUTE);
  there.hide(false);
  there.answer("dddddd");
  await there.clock.pass(20000);
  assert.deepStrictEqual([...there.kept.answers.keys()], ["aaaaaa", "bbbbbb", "cccccc", "dddddd"]);
  assert.deepStrictEqual(there.told, [ADDED]);
});

test("closing a window in which all is saved takes nothing back", async () => {
  for (const lms of ["scorm12", "scorm2004"]) {
    const here = new World();
    here.course = { ...here.course, lms };
    here.visit();
    here.answer("aaaaaa");
    await here.clock.pass(20000);
    const there = elsewhere(here, { course: here.course });
    there.answer("bbbbbb");
    await here.clock.pass(20000);
    here.close();
    assert.deepStrictEqual([...here.kept.answers.keys()], ["aaaaaa", "bbbbbb"]);
  }
});
