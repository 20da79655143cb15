// The player's codec against the vectors that hold builder/state, too.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { load, toPlayer, toVector, hex } = require("./harness.js");
const vectors = require("../fixtures/state/vectors.json");

const { encode, decode, fit } = load()("({ encode, decode, fit })");

test("every state of the vectors has its string", () => {
  assert.ok(vectors.states.length > 10);
  for (const { name, state, string } of vectors.states) assert.strictEqual(encode(toPlayer(state)), string, name);
});

test("every string of the vectors has its state", () => {
  for (const { name, state, string } of vectors.states) assert.deepStrictEqual(toVector(decode(string)), state, name);
});

test("what is no state is none", () => {
  assert.ok(vectors.refused.length > 10);
  for (const { name, string } of vectors.refused) assert.strictEqual(decode(string), null, name);
  for (const other of [undefined, null, "", 1, {}, [], "{}", "1", "1" + "A".repeat(70000)]) assert.strictEqual(decode(other), null);
});

test("any one changed character is noticed", () => {
  const { string } = vectors.states.find(({ state }) => state.questions.length > 2);
  for (let at = 1; at < string.length; at++) {
    const other = string.slice(0, at) + (string[at] === "A" ? "B" : "A") + string.slice(at + 1);
    assert.strictEqual(decode(other), null, "character " + at);
  }
});

test("answers are dropped in the order that the builder drops them", () => {
  assert.ok(vectors.fit.length > 3);
  for (const { limit, roles, state, string } of vectors.fit) {
    const byHex = Object.fromEntries(Object.entries(roles).map(([key, role]) => [hex(Number(key)), role]));
    assert.strictEqual(fit(toPlayer(state), limit, byHex), string);
  }
});

test("saving leaves the state as it is", () => {
  const state = toPlayer(vectors.states.find((vector) => vector.state.questions.length > 2).state);
  const before = JSON.stringify(toVector(state));
  fit(state, 30, {});
  assert.strictEqual(JSON.stringify(toVector(state)), before);
});

test("an answer that is too long is left out, its result is kept", () => {
  const state = decode(vectors.states[0].string);
  state.answers.set("000001", { fp: 7, result: 120, bits: "1".repeat(1048) });
  assert.deepStrictEqual(decode(encode(state)).answers.get("000001"), { fp: 7, result: 120, bits: "" });
});
