// A learner's browser with an LMS around the package, and a clock of the test's own.
"use strict";

const { load, shelf } = require("./harness.js");
const APIS = { scorm12: require("../support/lms/moodle12.js"), scorm2004: require("../support/lms/moodle2004.js") };

const COURSE = {
  id: "c", release: 1, lms: "scorm12", limit: 4096, interactions: "all", keys: ["000001", "000002"],
  graded: [{ id: "t", key: "aaaaaa", pass: 60, weight: 1, attempts: 3 }], complete: { pages: false, quizzes: [] },
  // What the adapter of SCORM 2004 is told.
  objectives: ["O1", "O2"], bar: 60, asked: [["aaaaaa", [["bbbbbb", 0, 1], ["cccccc", 0, 1], ["dddddd", 1, 2]]]], room: 30000,
};

// `now` goes on with the time that passes; `wall` is what the device's clock adds to it.
class Clock {
  constructor() {
    Object.assign(this, { now: 1e12, wall: 0, timers: [], last: 0 });
  }
  set = (owner) => (step, delay = 0, ...given) => {
    this.timers.push({ id: ++this.last, owner, at: this.now + delay, run: () => step(...given) });
    return this.last;
  };
  clear = (id) => {
    this.timers = this.timers.filter((timer) => timer.id !== id);
  };
  async pass(milliseconds) {
    const end = this.now + milliseconds;
    for (;;) {
      await new Promise(setImmediate);
      const next = this.timers.filter((timer) => timer.at <= end).sort((a, b) => a.at - b.at || a.id - b.id)[0];
      if (!next) break;
      this.clear(next.id);
      this.now = next.at;
      next.run();
    }
    this.now = end;
  }
}

// What the parts of an LMS's page and of ours are to a test: no more than it is asked for.
const element = () => ({
  children: [], dataset: {}, isConnected: true, setAttribute() {},
  append(...more) { this.children.push(...more); },
  prepend(...more) { this.children.unshift(...more); },
});

// A browser with an LMS around it. `line`: up, lost (nothing arrives), error (the server answers with an error),
// login (it answers everything with a page), deaf (only what is sent is lost). Windows of one browser share `device`.
class World {
  constructor(more = {}) {
    Object.assign(this, { server: { "cmi.core.student_id": "ana", "cmi.learner_id": "ana" }, device: shelf(), line: "up", course: COURSE, ...more });
    this.clock = this.clock || new Clock();
    this.windows = this.windows || new Set();
    this.visit();
  }

  // Opens the package; `again` in the same window of the LMS.
  visit(again) {
    const { clock } = this;
    this.gone();
    Object.assign(this, { words: [], pings: [], peeks: [], commits: [], events: {}, notices: [], shown: 0, reloads: 0 });
    if (!again) Object.assign(this, { tab: shelf(), lms: this.begin(), origin: clock.now + Math.random() });
    const { events } = this;
    const listen = (name, listener) => (events[name] = events[name] || []).push(listener);
    const main = element();
    const document = this.document = {
      hidden: false, addEventListener: listen, createElement: element, getElementById: () => main,
      querySelector: (selector) => (selector === "main .quiz" ? this.quiz : null),
    };
    const host = this.host = Object.assign(again ? this.host : {}, {
      API: this.lms.API, API_1484_11: this.lms.API, navigator: this.navigator,
      performance: { now: () => clock.now - this.origin },
      location: { href: "http://lms.test/player.php?a=1", search: "?a=1", reload: () => this.reloads++, replace: () => this.reloads++ },
      document: { documentElement: { innerHTML: this.page() }, querySelector: () => null },
    });
    host.parent = host;
    const inner = this.inner = load({
      course: this.course, API: undefined, opener: host, localStorage: this.shared(), sessionStorage: this.tab, navigator: this.navigator,
      setTimeout: clock.set(this), clearTimeout: clock.clear, performance: { now: () => clock.now },
      Date: class extends Date { static now = () => clock.now + clock.wall; },
      fetch: (url) => this.fetch(String(url)),
      addEventListener: listen, document, scrollY: 0, bring: (...loading) => this.bring(...loading),
    });
    this.cw = inner("cw");
    this.decode = inner("decode");
    this.cw.go = () => this.shown++;
    main.prepend = (notice) => this.notices.push(notice);
    this.cw.on("save", (word) => this.words.push(word));
    inner("launch")();
    inner("watchWindow")();
    this.leaving = inner("() => { leaving = true; }");
    this.launch = this.lms.calls.splice(0);
    this.windows.add(this);
  }

  // The window is closed without a word.
  gone() {
    this.windows.delete(this);
    this.clock.timers = this.clock.timers.filter((timer) => timer.owner !== this);
  }

  // The LMS's API, with the values the server has now.
  begin() {
    const receive = (body) => {
      Object.assign(this.server, JSON.parse(body).changed);
      return "true";
    };
    const transport = {
      closing: () => false,
      post: (body) => {
        this.commits.push(JSON.parse(body).changed);
        if (this.line === "lost" || this.line === "deaf") throw Error("lost");
        return this.line === "up" ? receive(body) : "false";
      },
      beacon: () => this.navigator.sendBeacon("datamodel"),
    };
    this.navigator = { onLine: true, sendBeacon: () => true };
    return (APIS[this.course.lms] || (() => ({ calls: [] })))(this.server, transport);
  }

  // The page that holds the API, as the server writes it.
  page() {
    const { "cmi.core.student_id": learner, "cmi.suspend_data": state = "" } = this.server;
    return "<script>init(" + JSON.stringify({ "cmi.core.student_id": learner, "cmi.suspend_data": state }) + ")</script>";
  }

  async fetch(url) {
    const peek = /player\.php/.test(url);
    (peek ? this.peeks : this.pings).push(peek ? url : this.clock.now);
    if (this.line === "lost") throw TypeError("lost");
    const text = this.line === "login" ? "<!doctype html><title>Log in</title>" : peek ? this.page() : "ok\n";
    return { ok: this.line !== "error", text: async () => text };
  }

  // A part that is loaded comes at once.
  bring(part, come) {
    come();
  }

  // The browser's storage as this window has it: what it writes there is told to the others.
  shared() {
    const { device } = this;
    const tell = (key, newValue) => this.windows.forEach((other) => other !== this && other.device === device
      && other.clock.set(other)(() => other.happen("storage", { key, newValue })));
    return {
      getItem: device.getItem,
      setItem: (key, text) => {
        if (device.getItem(key) !== String(text)) tell(key, String(text));
        device.setItem(key, text);
      },
      removeItem: (key) => {
        if (device.getItem(key) !== null) tell(key, null);
        device.removeItem(key);
      },
    };
  }

  happen(name, event = {}) {
    (this.events[name] || []).forEach((listener) => listener(event));
  }

  // Out of sight, and back.
  hide(hidden = true) {
    this.document.hidden = hidden;
    this.happen("visibilitychange");
  }

  // The window is closed by the learner.
  close() {
    this.happen("pagehide");
    this.gone();
  }

  answer(key = "bbbbbb", result = 120) {
    this.cw.answered(key, { fp: 1, result, bits: "1" }, { id: "q-" + key, type: "choice", response: "a", correct: "a", result: "correct", latency: 3 });
  }
  get word() {
    return this.words[this.words.length - 1];
  }
  get told() {
    return this.notices.map((notice) => notice.children[0]);
  }
  get kept() {
    return this.decode(this.server["cmi.suspend_data"]);
  }
  get journal() {
    return Object.keys(this.device.items).filter((name) => name.startsWith("cw-journal"));
  }
}

exports.COURSE = COURSE;
exports.Clock = Clock;
exports.World = World;
