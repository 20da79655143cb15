// Saving is believed when it is confirmed, and every save is whole: docs/reference/player.md, "Saving".

const PAUSE = 10000; // milliseconds between two readings of the ping file, at least
const TURN = 1000; // a page turned within this time is not worth a commit of its own

let adapter, held;
let known; // score and status the server is known to hold
let last; // the last save handed over
let unsaved = false; // the state holds something that is not confirmed
let trouble = false; // a commit failed or the line is down: the line is asked before the next commit
let wait = PAUSE;
let asked = -PAUSE;
let refused = 0; // failures on end in which somebody answered
let timer = 0;
let queued = false;
let word;

cw.handed = new Set(); // states that we were given or have sent

const plan = (step, delay) => {
  clearTimeout(timer);
  timer = setTimeout(step, delay);
};
const room = () => Math.max(0, asked + PAUSE - now());

const show = (next) => word === next || cw.emit("save", (word = next));

// The whole state as it is to be sent, one revision up.
const compose = cw.keep = () => {
  state.revision++;
  Object.assign(state, cw.evaluate());
  const text = fit(state, course.limit || Infinity, roles);
  if (unsaved) enter(text);
  cw.handed.add(text);
  return { state: text, revision: state.revision, score: state.score, status: higher(STATUS[state.status], held.status), interactions: due };
};

// True when the LMS took and sent the right values, or others in their place. It may be gone.
const send = () => attempt(() => {
  last = compose();
  const good = adapter.write(last);
  return adapter.commit() && good;
});
const alter = () => attempt(() => !adapter.write(compose(), known) || adapter.commit());

// Before each save cw/mend.js looks whether another window goes on, or another device has saved.
cw.ready = (then) => then();

const fail = (answered) => {
  trouble = true;
  show("unsaved");
  plan(retry, Math.max(wait, room()));
  wait = Math.min(wait * 2, 30 * PAUSE);
  if (answered && ++refused === 3) tell("refused");
};

const ask = (then) => {
  if (!adapter.alone && room()) return plan(() => ask(then), room());
  asked = now();
  return adapter.confirm().then((up) => held.readonly || (up === true ? then() : fail(up)));
};

const check = () => {
  const save = last;
  show("saving");
  ask(() => {
    known = save;
    due = due.filter((item) => !save.interactions.includes(item));
    if (save.revision !== state.revision || queued) return;
    unsaved = trouble = false;
    wait = PAUSE;
    refused = 0;
    clearTimeout(timer);
    if (!adapter.blind) {
      changed.clear();
      enter(null);
    }
    show("saved");
  });
};

const deliver = () => queued && !trouble && !held.readonly && cw.ready(() => {
  queued = false;
  // Known to be offline: a commit could only hang.
  if (navigator.onLine || adapter.alone ? send() : !compose()) check();
  else fail();
});

// After a failure: the line first, then the save with other values where those went astray, then the right ones.
const retry = () => ask(() => unsaved && mend(() => cw.ready(() => {
  queued = false;
  if (!alter() || !send()) return fail(1);
  trouble = false;
  check();
}), () => fail()));

// Several calls in one task make one commit; `turn` says that it is only a page turn.
cw.save = (turn) => {
  if (held.readonly) return;
  unsaved = queued = true;
  if (trouble) {
    compose();
    return plan(retry, room());
  }
  show("saving");
  if (turn) plan(deliver, TURN);
  else Promise.resolve().then(deliver);
};
