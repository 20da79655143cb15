// cmi5, against a record store of the test's own: what is sent when, and what statements are made of.
"use strict";

const test = require("node:test");
const assert = require("node:assert");
const { load, shelf } = require("./harness.js");
const { Clock, COURSE } = require("./world.js");

const CONTEXT = "https://w3id.org/xapi/cmi5/context/";
const PARAMETERS = {
  endpoint: "http://lrs.test/xapi", fetch: "http://lms.test/fetch", activityId: "http://lms.test/au/1", registration: "11111111-2222-4333-8444-555555555555",
  actor: JSON.stringify({ account: { homePage: "http://lms.test", name: "ana" }, name: "Ana" }),
};
const LAUNCH = {
  launchMode: "Normal", moveOn: "Passed", masteryScore: 0.6,
  contextTemplate: { contextActivities: { grouping: { id: "http://a.test/au" } }, extensions: { [CONTEXT + "extensions/sessionid"]: "s1" } },
};
const PASSED = { attempts: 1, open: false, best: 8000, seed: 1, start: 0 };

// A store; `refuse` says with which status it refuses a statement. `line`: up, lost, or silent (it never answers).
class Store {
  constructor(more = {}) {
    Object.assign(this, { taken: [], batches: [], state: null, tokens: 0, line: "up", refuse: () => 0, launch: LAUNCH, ...more });
  }
  async answer(url, { method = "GET", body, signal } = {}) {
    const reply = (status, text = "") => ({ status, headers: { get: () => null }, text: async () => text });
    if (this.line === "lost") throw TypeError("lost");
    if (this.line === "silent") return new Promise((resolve, reject) => signal.addEventListener("abort", reject));
    if (url === PARAMETERS.fetch) return reply(200, JSON.stringify(this.tokens++ ? { "error-code": "1" } : { "auth-token": "dA==" }));
    const [path, query] = url.slice(PARAMETERS.endpoint.length + 1).split("?");
    const asked = new URLSearchParams(query);
    if (path === "statements") return reply(this.take(JSON.parse(body)));
    if (asked.get("stateId") === "LMS.LaunchData") return reply(200, JSON.stringify(this.launch));
    if (path !== "activities/state") return reply(404);
    if (method === "GET") return this.state ? reply(200, this.state) : reply(404);
    this.state = body;
    return reply(204);
  }
  take(batch) {
    this.batches.push(batch.length);
    const status = batch.map(this.refuse).find(Boolean);
    if (!status) this.taken.push(...batch);
    return status || 200;
  }
  get verbs() {
    return this.taken.map(({ verb }) => verb.id.split("/").pop());
  }
}

// A window with the course; `launch()` begins as core/90-start.js does, when all that can be read has been.
class Visit {
  constructor(store, { tab = shelf(), device = shelf(), search = "?" + new URLSearchParams(PARAMETERS) } = {}) {
    Object.assign(this, { store, tab, device, clock: new Clock(), words: [], events: {}, count: 0 });
    const { clock } = this;
    const listen = (name, listener) => (this.events[name] = this.events[name] || []).push(listener);
    const document = {
      addEventListener: listen, removeEventListener() {}, createElement: () => ({ append() {}, setAttribute() {} }),
      getElementById: () => ({ prepend() {}, querySelector: () => null, querySelectorAll: () => [] }),
      querySelector: () => null, documentElement: { style: {} },
    };
    this.inner = load({
      course: { ...COURSE, lms: "cmi5", graded: COURSE.graded.map((each) => ({ ...each })) }, document, addEventListener: listen, indexedDB: undefined,
      location: { protocol: "http:", host: "lms.test", search }, localStorage: device, sessionStorage: tab, navigator: { onLine: true },
      setTimeout: clock.set(this), clearTimeout: clock.clear, performance: { now: () => clock.now - 1e12 },
      Date: class extends Date { static now = () => clock.now + clock.wall; },
      fetch: (url, options) => store.answer(String(url), options),
    });
    this.cw = this.inner("cw");
    this.cw.go = () => {};
    this.cw.on("save", (word) => this.words.push(word));
  }
  async launch(wait = 0) {
    let ready = false;
    this.inner("adapters.cmi5.ready").then(() => (ready = true));
    for (let waited = 0; !ready; waited += 100) await this.clock.pass(Math.max(wait, 100));
    this.inner("launch")();
    this.inner("watchWindow")();
    await this.clock.pass(2000);
    return this;
  }
  answer(id, more = {}) {
    this.cw.answered((0x10000 + ++this.count).toString(16).padStart(6, "0"), { fp: 1, result: 120, bits: "1" },
      { id, type: "choice", response: "a", correct: "a", result: "correct", latency: 3, ...more });
  }
  async settle(seconds = 60) {
    await this.clock.pass(seconds * 1000);
  }
  close() {
    this.events.pagehide.forEach((listener) => listener());
  }
  get word() {
    return this.words[this.words.length - 1];
  }
}

test("statements of a session are in order, whatever happens to the clock", async () => {
  const store = new Store();
  const visit = await new Visit(store).launch();
  visit.clock.wall = -3600e3;
  visit.answer("q-1");
  visit.cw.quizChanged("aaaaaa", PASSED);
  await visit.settle();
  assert.strictEqual(visit.word, "saved");
  visit.close();
  await visit.settle();
  assert.deepStrictEqual(store.verbs, ["initialized", "answered", "passed", "completed", "terminated"]);
  const times = store.taken.map(({ timestamp }) => timestamp);
  assert.deepStrictEqual(times, [...times].sort());
  assert.strictEqual(new Set(times).size, times.length);
});

test("every kind of answer is an interaction of xAPI", async () => {
  const store = new Store();
  const visit = await new Visit(store).launch();
  const kinds = [
    ["true-false", "t", "f", "true", "false"], ["choice", "a,b", "{a,c}", "a[,]b", "a[,]c"], ["fill-in", "a, b", "1995", "a, b", "1995"],
    ["matching", "1.a,2.b", "{1.a}", "1[.]a[,]2[.]b", "1[.]a"], ["sequencing", "b,a", "a,b", "b[,]a", "a[,]b"],
    ["numeric", "33.5", "33", "33.5", "33[:]33"], ["performance", "b,a", "", "1[.]b[,]2[.]a", undefined],
  ];
  for (const [type, response, correct] of kinds) {
    visit.answer("q-" + type, { type, response, correct, result: "0.50", objective: "O1" });
    await visit.settle(20);
  }
  const told = store.taken.slice(1);
  assert.deepStrictEqual(told.map(({ object, result }) => [object.definition.interactionType, result.response, (object.definition.correctResponsesPattern || [])[0]]),
    kinds.map(([type, , , response, pattern]) => [type, response, pattern]));
  assert.deepStrictEqual(told.map(({ result }) => [result.success, result.score.scaled]), kinds.map(() => [false, 0.5]));
  assert.strictEqual(told[0].object.id, "http://a.test/au/question/q-true-false");
  assert.strictEqual(told[0].context.contextActivities.other[0].id, "http://a.test/au/objective/O1");
  assert.ok(told.every(({ context }) => !("category" in context.contextActivities)));
});

test("ids differ wherever statements do, and stay as they are", async () => {
  const ids = async (count) => {
    const store = new Store();
    const visit = await new Visit(store).launch();
    for (let at = 0; at < count; at++) {
      visit.answer("q-" + at);
      if (at % 100 === 99) await visit.settle(20);
    }
    await visit.settle();
    return store.taken.map(({ id }) => id);
  };
  const once = await ids(600);
  assert.strictEqual(new Set(once).size, 601);
  once.forEach((id) => assert.match(id, /^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/));
  // Each digit takes every value, but for the two that name the version.
  const columns = [...once[0].replace(/-/g, "")].map((digit, at) => new Set(once.map((id) => id.replace(/-/g, "")[at])).size);
  assert.deepStrictEqual(columns.filter((count) => count !== 16), [1, 1]);
  assert.deepStrictEqual(await ids(600), once);
});

test("much that has waited goes in several requests", async () => {
  const store = new Store();
  const visit = await new Visit(store).launch();
  store.line = "lost";
  for (let at = 0; at < 100; at++) visit.answer("q-" + at);
  await visit.settle(5);
  assert.notStrictEqual(visit.word, "saved");
  store.line = "up";
  await visit.settle(600);
  assert.strictEqual(visit.word, "saved");
  assert.deepStrictEqual(store.batches, [1, 40, 40, 20]);
});

test("one statement that is refused keeps no other from arriving", async () => {
  const store = new Store({ refuse: ({ object }) => (/q-bad/.test(object.id) ? 400 : 0) });
  const visit = await new Visit(store).launch();
  visit.answer("q-bad");
  visit.answer("q-good");
  await visit.settle();
  assert.strictEqual(visit.word, "saved");
  assert.deepStrictEqual(store.taken.slice(1).map(({ object }) => object.id), ["http://a.test/au/question/q-good"]);
});

test("a result that is refused is not called saved, and stays on the device", async () => {
  const store = new Store({ refuse: ({ verb }) => (/passed/.test(verb.id) ? 400 : 0) });
  const visit = await new Visit(store).launch();
  visit.cw.quizChanged("aaaaaa", PASSED);
  await visit.settle(600);
  assert.strictEqual(visit.word, "unsaved");
  assert.deepStrictEqual(JSON.parse(store.state).done, []);
  assert.strictEqual(visit.inner("decode")(JSON.parse(store.state).state).score, 8000);
  assert.ok(Object.keys(visit.device.items).some((name) => name.startsWith("cw-journal") && name.endsWith(PARAMETERS.registration)));
});

test("a store that does not answer at launch does not hold up the course, and what it has is united later", async () => {
  const before = new Store();
  const first = await new Visit(before).launch();
  first.cw.quizChanged("bbbbbb", { ...PASSED, best: 5000 });
  await first.settle();
  const store = new Store({ state: before.state, line: "silent" });
  const visit = await new Visit(store).launch();
  assert.strictEqual(visit.cw.adapter.alone, undefined);
  assert.strictEqual(visit.cw.state.quizzes.size, 0);
  visit.answer("q-1");
  store.line = "up";
  await visit.settle(600);
  assert.strictEqual(visit.word, "saved");
  assert.strictEqual(visit.cw.state.quizzes.get("bbbbbb").best, 5000);
  assert.strictEqual(visit.inner("decode")(JSON.parse(store.state).state).quizzes.size, 1);
  assert.deepStrictEqual(store.verbs, ["initialized", "answered"]);
});

test("a page that is loaded again goes on with its session", async () => {
  const store = new Store();
  const visit = await new Visit(store).launch();
  visit.answer("q-1");
  await visit.settle(30);
  visit.cw.lrs.again = true;
  visit.close();
  const again = await new Visit(store, { ...visit, search: "" }).launch();
  assert.strictEqual(store.tokens, 1);
  again.close();
  await again.settle();
  assert.deepStrictEqual(store.verbs, ["initialized", "answered", "terminated"]);
  // Two seconds at launch, thirty, and two again.
  assert.match(store.taken[2].result.duration, /^PT34(\.\d+)?S$/);
});

test("failed in one session, passed in the next: one verdict each", async () => {
  const store = new Store();
  const visit = await new Visit(store).launch();
  visit.cw.quizChanged("aaaaaa", { ...PASSED, attempts: 3, best: 1000 });
  await visit.settle();
  visit.cw.quizChanged("aaaaaa", PASSED);
  await visit.settle();
  assert.deepStrictEqual(store.verbs, ["initialized", "failed", "completed"]);
  const launch = JSON.parse(JSON.stringify(LAUNCH).replace("s1", "s2"));
  const next = new Store({ state: store.state, launch });
  const again = await new Visit(next).launch();
  await again.settle();
  assert.deepStrictEqual(next.verbs, ["initialized", "passed"]);
});

test("a score that contradicts the platform's mastery score is left out", async () => {
  const store = new Store({ launch: { ...LAUNCH, masteryScore: 0.9 } });
  const visit = await new Visit(store).launch();
  assert.strictEqual(visit.cw.course.graded[0].pass, 90);
  visit.cw.state.status = 2;
  visit.cw.quizChanged("aaaaaa", PASSED);
  await visit.settle();
  const [, passed] = store.taken;
  assert.deepStrictEqual([passed.result.success, passed.result.score], [true, undefined]);
});

for (const launchMode of ["Browse", "Review"]) {
  test("in " + launchMode + " nothing is told but beginning and end, and nothing is kept", async () => {
    const store = new Store({ launch: { ...LAUNCH, launchMode } });
    const visit = await new Visit(store).launch();
    visit.answer("q-1");
    visit.cw.quizChanged("aaaaaa", PASSED);
    await visit.settle();
    visit.close();
    await visit.settle();
    assert.strictEqual(visit.word, "readonly");
    assert.deepStrictEqual([store.verbs, store.state], [["initialized", "terminated"], null]);
    assert.deepStrictEqual(Object.keys(visit.device.items), []);
  });
}

test("where a store gives no tags, another device's work is looked for after a pause", async () => {
  const store = new Store();
  const here = await new Visit(store).launch();
  here.cw.quizChanged("bbbbbb", PASSED);
  await here.settle();
  store.tokens = 0;
  const there = await new Visit(store).launch();
  there.cw.quizChanged("cccccc", { ...PASSED, best: 5000 });
  await there.settle();
  await here.settle(660);
  here.answer("q-1");
  await here.settle();
  assert.strictEqual(here.word, "saved");
  const { quizzes, answers } = here.inner("decode")(JSON.parse(store.state).state);
  assert.deepStrictEqual([[...quizzes.keys()].sort(), answers.size], [["bbbbbb", "cccccc"], 1]);
});

test("a token that was given already leaves the work on the device", async () => {
  const store = new Store({ tokens: 1 });
  const visit = await new Visit(store).launch();
  visit.answer("q-1");
  await visit.settle();
  assert.strictEqual(visit.word, "unsaved");
  assert.deepStrictEqual(store.verbs, []);
  const later = await new Visit(new Store(), { device: visit.device }).launch();
  await later.settle();
  assert.strictEqual(later.word, "saved");
  assert.deepStrictEqual(later.store.verbs, ["initialized", "answered"]);
});
