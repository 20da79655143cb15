// Two states of one learner become one, and what launch finds becomes one state.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { load } = require("./harness.js");
const { World } = require("./world.js");

const inner = load({ course: { graded: [], keys: [] } });
const quiz = (more) => ({ attempts: 1, open: false, best: null, seed: 1, start: 0, ...more });
const answer = (result) => ({ fp: 1, result, bits: "1" });
const made = ({ visited = [], quizzes = {}, answers = {}, ...more }) => ({
  ...inner("blank")(), ...more, visited: new Set(visited), quizzes: new Map(Object.entries(quizzes)), answers: new Map(Object.entries(answers)),
});
const united = (one, other) => inner("unite")(made(one), made(other));

test("records that only one has are kept, whichever it is", () => {
  const one = { revision: 3, visited: ["000001"], answers: { aaaaaa: answer(1) }, quizzes: { "000001": quiz() } };
  const other = { revision: 9, visited: ["000002"], answers: { bbbbbb: answer(2) }, quizzes: { "000002": quiz() } };
  for (const whole of [united(one, other), united(other, one)]) {
    assert.strictEqual(whole.revision, 9);
    assert.deepStrictEqual([...whole.visited].sort(), ["000001", "000002"]);
    assert.deepStrictEqual([...whole.answers.keys()].sort(), ["aaaaaa", "bbbbbb"]);
    assert.deepStrictEqual([...whole.quizzes.keys()].sort(), ["000001", "000002"]);
  }
});

test("for what both have the higher revision is right, the first if they are equal", () => {
  const one = { revision: 3, page: "000001", answers: { aaaaaa: answer(1) } };
  const other = { revision: 4, page: "000002", answers: { aaaaaa: answer(2) } };
  assert.strictEqual(united(one, other).answers.get("aaaaaa").result, 2);
  assert.strictEqual(united(one, other).page, "000002");
  assert.strictEqual(united(one, { ...other, revision: 3 }).answers.get("aaaaaa").result, 1);
});

test("what one has changed and nobody has confirmed is right, whatever the revisions", () => {
  const one = { revision: 3, answers: { aaaaaa: answer(1), bbbbbb: answer(1) }, quizzes: { cccccc: quiz({ seed: 7, best: 10 }) } };
  const other = { revision: 9, answers: { aaaaaa: answer(2), bbbbbb: answer(2) }, quizzes: { cccccc: quiz({ seed: 8, best: 60 }) } };
  const whole = inner("unite")(made(one), made(other), ["aaaaaa", "cccccc"], []);
  assert.deepStrictEqual([whole.answers.get("aaaaaa").result, whole.answers.get("bbbbbb").result], [1, 2]);
  assert.deepStrictEqual(whole.quizzes.get("cccccc"), quiz({ seed: 7, best: 60 }));
  const both = inner("unite")(made(one), made(other), ["aaaaaa"], ["aaaaaa"]);
  assert.strictEqual(both.answers.get("aaaaaa").result, 2);
});

test("the best score, the most attempts, the higher score and status stay", () => {
  const one = { revision: 9, status: 1, score: null, quizzes: { aaaaaa: quiz({ best: null, attempts: 3, open: true, seed: 9 }) } };
  const other = { revision: 2, status: 2, score: 0, quizzes: { aaaaaa: quiz({ best: 0, attempts: 1 }) } };
  for (const whole of [united(one, other), united(other, one)]) {
    assert.deepStrictEqual(whole.quizzes.get("aaaaaa"), quiz({ best: 0, attempts: 3, open: true, seed: 9 }));
    assert.deepStrictEqual([whole.status, whole.score], [2, 0]);
  }
  assert.strictEqual(united({ status: 3 }, { status: 1 }).status, 1);
});

test("a state united with one it came from stays as it is", () => {
  const before = { revision: 3, visited: ["000001"], answers: { aaaaaa: answer(1) }, score: 5, quizzes: { aaaaaa: quiz({ best: 5 }) } };
  const after = { ...before, revision: 4, visited: ["000001", "000002"] };
  assert.strictEqual(inner("encode")(united(after, before)), inner("encode")(made(after)));
});

const state = (more) => inner("encode")(made(more));
const journal = (course = "c", learner = "ana") => "cw-journal|lms.test|" + learner + "|" + course + "|";
const given = (held, kept, interactions = []) => {
  const world = new World({ server: { "cmi.core.student_id": "ana", "cmi.suspend_data": held } });
  world.gone();
  world.device.items[journal()] = JSON.stringify([kept, interactions]);
  world.visit();
  return world;
};

test("an older journal adds what the LMS lacks, and nothing of the LMS's is lost", async () => {
  const world = given(state({ revision: 20, answers: { aaaaaa: answer(1) } }), state({ revision: 5, answers: { aaaaaa: answer(9), bbbbbb: answer(2) } }));
  assert.strictEqual(world.word, "unsaved");
  await world.clock.pass(30000);
  assert.strictEqual(world.word, "saved");
  assert.ok(world.kept.revision > 20);
  assert.deepStrictEqual([...world.kept.answers].map(([key, { result }]) => [key, result]), [["aaaaaa", 1], ["bbbbbb", 2]]);
  assert.deepStrictEqual(world.journal, []);
});

test("a journal whose work the LMS has is erased without a commit", async () => {
  const same = { revision: 20, answers: { aaaaaa: answer(1) } };
  const world = given(state(same), state({ ...same, revision: 18 }));
  assert.deepStrictEqual([world.word, world.journal], [undefined, []]);
  await world.clock.pass(60000);
  assert.strictEqual(world.commits.length, 0);
});

for (const release of [0, 2, 9]) {
  test("unsaved work of release " + release + " is found by another release", async () => {
    const world = given("", state({ revision: 5, release, answers: { bbbbbb: answer(2) } }), [{ id: "q", key: "bbbbbb", type: "choice", time: 1e12 }]);
    await world.clock.pass(30000);
    assert.strictEqual(world.word, "saved");
    assert.ok(world.kept.answers.has("bbbbbb"));
    assert.strictEqual(world.kept.release, 1);
    assert.strictEqual(world.server["cmi.interactions.0.id"], "q");
    assert.deepStrictEqual(world.journal, []);
    assert.deepStrictEqual(world.told, ["Work kept on this device was not saved yet. It is being saved now."]);
  });
}

for (const foreign of ["9AAAAAAAAAAAAAAAAAAAAAAA", "not of ours", "1" + "A".repeat(30), state({ revision: 7 }).slice(0, -3)]) {
  test("a text that is no state does not cost the journal's work: " + foreign.slice(0, 12), async () => {
    const world = given(foreign, state({ revision: 5, answers: { bbbbbb: answer(2) } }));
    await world.clock.pass(30000);
    assert.ok(world.kept.answers.has("bbbbbb"));
    assert.deepStrictEqual(world.told, ["Your earlier work could not be read."]);
    assert.ok(!JSON.stringify([world.device.items, world.tab.items]).includes(foreign));
    world.visit();
    await world.clock.pass(30000);
    assert.deepStrictEqual(world.told, []);
  });
}

for (const junk of ["", "{}", "[1]", '["x",[]]', "[null,null]", '["' + "1".repeat(90) + '",[{}]]', "[".repeat(500)]) {
  test("a journal that is none is nothing: " + junk.slice(0, 12), () => {
    const world = new World();
    world.gone();
    world.device.items[journal()] = junk;
    world.visit();
    assert.strictEqual(world.cw.state.revision, 0);
    assert.deepStrictEqual(world.journal, []);
  });
}
