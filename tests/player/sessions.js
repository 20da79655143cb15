// Plays whole sessions of a learner over the real core: a list of steps a line in, what went wrong (or null) a line out.
// Two devices with windows of their own, a line each, one LMS. A recorder notes every answer the moment it is given.
//
// What must hold after every step: each answer that a bar has called saved is on the server.
// What must hold at the end, when all windows are closed, the lines are up and each device has been used once more in
// peace: the server holds every answer that was given, and the best score.
"use strict";

const readline = require("node:readline");
const { load, shelf } = require("./harness.js");
const { COURSE, Clock, World } = require("./world.js");
const moodle2004 = require("../support/lms/moodle2004.js");

const { decode } = load()("({ decode })");
const TEST = COURSE.graded[0].key;
const SECOND = 1000;
// Somebody who goes from one device to another takes that long at least: docs/explanation/what-survives.md.
const WALK = 660;

const keyOf = (question) => "0000" + (16 + question).toString(16);

// A window on a device; the line is the device's.
class Window extends World {
  constructor(session, place) {
    const { clock, windows, server, course } = session;
    super({ place, clock, windows, server, course, device: place.storage });
  }
  get line() {
    return this.place.line;
  }
  set line(given) {
    // A world begins with a line of its own; here the device has it.
  }
  begin() {
    const begun = super.begin();
    if (this.course.lms !== "scorm2004") return begun;
    // Moodle hands a record of 2004 back to one who has said "suspend", and to nobody else.
    const kept = this.server["cmi.exit"] === "suspend" ? this.server : {};
    return moodle2004({ ...kept, "cmi.learner_id": "ana", "cmi.mode": "normal" }, this.transport());
  }
  // A part of a format takes its time, and a line that gives no page gives no script.
  bring(part, come, fail) {
    if (part !== this.course.lms) return come();
    return this.clock.set(this)(() => (["up", "false", "deaf"].includes(this.line) ? come() : fail()), 4 * SECOND);
  }
  transport() {
    return {
      closing: () => false,
      post: (body) => {
        if (this.line === "lost" || this.line === "deaf") throw Error("lost");
        if (this.line !== "up") return "false";
        Object.assign(this.server, JSON.parse(body).changed);
        return "true";
      },
      beacon: () => this.navigator.sendBeacon("datamodel"),
    };
  }
}

class Session {
  constructor(lms) {
    const course = { ...COURSE, lms, keys: ["000001", "000002", "000003"] };
    Object.assign(this, { course, server: { "cmi.core.student_id": "ana" }, clock: new Clock(), windows: new Set(), now: null, best: null });
    this.places = ["a", "b"].map((name) => ({ name, storage: shelf(), line: "up" }));
    this.removed = new Set();
    this.prints = new Map(); // fingerprint of each rebuilt question
    this.given = new Map(); // question -> the results it was given, in order
    this.from = new Map(); // question -> the devices and windows they came from
    this.confirmed = new Map(); // question -> which of the results it was given it had when the bar said saved
  }

  // Answers that came from one place only have one true result; of others the record may hold any.
  contested(key) {
    return new Set([...this.from.get(key)].map((window) => window.place)).size > 1 || this.from.get(key).overlap;
  }

  async pass(seconds) {
    await this.clock.pass(seconds * SECOND);
  }

  watch(window) {
    const note = (word) => {
      if (word === "saved") window.cw.state.answers.forEach(({ result }, key) => this.confirmed.set(key, (this.given.get(key) || []).lastIndexOf(result)));
    };
    window.cw.on("save", note);
  }

  async use(window) {
    if (this.now && window && this.now.place !== window.place) await this.pass(WALK);
    this.now = window;
  }

  async open(place) {
    // Without a line no page opens.
    if (place.line === "lost" || place.line === "error" || place.line === "login") return;
    if (this.now && this.now.place !== place) await this.pass(WALK);
    this.now = new Window(this, place);
    this.watch(this.now);
    // Nobody reads a page and answers sooner.
    await this.pass(3);
  }

  async shut(window) {
    const others = [...this.windows].filter((other) => other !== window);
    await this.pass(0);
    const next = others[others.length - 1];
    if (next) await this.use(next);
    else this.now = null;
  }

  answer(question, result) {
    const window = this.now;
    if (!window || window.cw.readonly || this.removed.has(question)) return;
    const key = keyOf(question);
    const from = this.from.get(key) || Object.assign(new Set(), { overlap: false });
    // Another window of this browser may hold an answer of its own that it has not handed on yet.
    from.overlap = from.overlap || [...from].some((other) => other !== window && this.windows.has(other));
    this.from.set(key, from.add(window));
    this.given.set(key, [...(this.given.get(key) || []), result]);
    window.cw.answered(key, { fp: this.prints.get(question) || 1, result, bits: "01" },
      { id: "q-" + key, type: "choice", response: "a", correct: "a", result: "correct", latency: 3 });
  }

  steps = {
    open: (device) => this.open(this.places[device]),
    go: async (at) => {
      const windows = [...this.windows];
      if (windows.length) await this.use(windows[at % windows.length]);
    },
    answer: (question, result) => this.answer(question, result),
    turn: (page) => {
      if (!this.now || this.now.cw.readonly) return;
      this.now.cw.state.page = this.course.keys[page];
      this.now.cw.state.visited.add(this.course.keys[page]);
      this.now.cw.save(true);
    },
    test: (score) => {
      if (!this.now || this.now.cw.readonly) return;
      const { cw } = this.now;
      const record = cw.state.quizzes.get(TEST) || { attempts: 0, best: null, seed: 1 };
      cw.quizChanged(TEST, { ...record, attempts: record.attempts + 1, open: true, start: 5 });
      cw.finish(TEST, score);
      this.best = Math.max(this.best, score);
    },
    line: async (device, line) => {
      const place = this.places[device];
      const waiting = [...this.windows].filter((window) => window.place === place);
      // What is sent when a line comes back is work on that device, too: it keeps the same distance from the other one.
      const apart = line === "up" && waiting.length && this.now && this.now.place !== place;
      if (apart) await this.pass(WALK);
      place.line = line;
      if (line === "up") waiting.forEach((window) => window.happen("online"));
      if (apart) await this.pass(WALK);
    },
    pass: (seconds) => this.pass(seconds),
    hide: async (seconds) => {
      const window = this.now;
      if (!window) return;
      window.hide(true);
      await this.pass(seconds);
      window.hide(false);
    },
    close: async () => {
      const window = this.now;
      if (!window) return;
      window.close();
      await this.shut(window);
    },
    die: async () => {
      const window = this.now;
      if (!window) return;
      window.gone();
      await this.shut(window);
    },
    edit: (kind, question) => {
      this.course = { ...this.course, release: this.course.release + 1 };
      if (kind === "remove") this.removed.add(question);
      else if (kind === "add") this.removed.delete(question);
      else this.prints.set(question, (this.prints.get(question) || 1) + 1);
    },
    // What no learner can do, and what must be noticed.
    forget: () => delete this.server["cmi.suspend_data"],
  };

  // What is wrong with the server's record, or null; `all`: it is to hold everything, not only what was called saved.
  fault(all) {
    const kept = decode(this.server["cmi.suspend_data"] || "");
    const answers = kept ? kept.answers : new Map();
    for (const [key, results] of this.given) {
      const has = answers.get(key);
      const at = all ? results.length - 1 : this.confirmed.get(key);
      if (at === undefined) continue;
      const last = results[at];
      if (!has) return key + " is missing";
      if (this.contested(key) ? !results.includes(has.result) : all && has.result !== last) return `${key} is ${has.result}, not ${last}`;
      // Later answers than the one that was called saved may have arrived unnoticed.
      if (!results.slice(this.contested(key) ? 0 : at).includes(has.result)) return `${key} is ${has.result}, after ${last}`;
    }
    if (all && this.best !== null) {
      const score = this.server[this.course.lms === "scorm12" ? "cmi.core.score.raw" : "cmi.score.raw"];
      if (Number(score) !== this.best / 100) return `the score is ${score}, not ${this.best / 100}`;
      if (kept.score !== this.best) return `the record's score is ${kept.score}, not ${this.best}`;
      const status = this.server[this.course.lms === "scorm12" ? "cmi.core.lesson_status" : "cmi.success_status"];
      if ((status === "passed") !== (this.best >= 6000)) return `${this.best / 100} is ${status}`;
    }
    return null;
  }

  async play(steps) {
    for (let at = 0; at < steps.length; at++) {
      const [verb, ...given] = steps[at];
      await this.steps[verb](...given);
      await this.pass(0);
      const fault = this.fault(false);
      if (fault) return `after step ${at + 1}: ${fault}`;
    }
    this.places.forEach((place) => (place.line = "up"));
    while (this.now) await this.steps.close();
    for (const place of this.places) {
      await this.pass(WALK);
      await this.open(place);
      await this.pass(60);
      if (this.now.word && this.now.word !== "saved") return `${place.name} ends ${this.now.word}`;
      await this.steps.close();
    }
    const fault = this.fault(true);
    return fault && "at the end: " + fault;
  }
}

// The same sessions come out the same.
const seeded = () => {
  let seed = 1;
  Math.random = () => (seed = (seed * 16807) % 2147483647) / 2147483647;
};

(async () => {
  for await (const line of readline.createInterface({ input: process.stdin })) {
    const { lms, steps } = JSON.parse(line);
    seeded();
    const outcome = await new Session(lms).play(steps).catch((error) => error.stack);
    process.stdout.write(JSON.stringify(outcome) + "\n");
  }
})();
