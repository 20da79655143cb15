// What is sent to the LRS: the statements in their order, then the state.

const { lrs, course } = cw;
const { api, isGood, look } = lrs;
const LATE = 600000; // milliseconds without a save after which another device may have been at work
const MOST = 40; // statements in one request

let flying = 0; // how many statements are on their way

const post = (pairs) => api("statements", { method: "POST", body: JSON.stringify(pairs.map(([, statement]) => statement)) });
const put = ({ state: text }) => api(lrs.own, {
  method: "PUT", body: JSON.stringify({ state: text, done: [...done] }), headers: lrs.etag && { "If-Match": lrs.etag },
});

const isRefusal = (status) => status > 399 && status < 500 && ![401, 408, 429].includes(status);

// Whether a statement that was refused alone is settled: it is there already, or it is an answer. A platform that takes
// no answers must not keep the rest from being saved.
const isSettled = async (verb, { id }, status) => isRefusal(status)
  && (status === 409 || verb === "answered" || isGood((await api("statements?statementId=" + id)).status));

const settle = ([verb]) => {
  if (/passed|failed|completed/.test(verb)) done.add(verb);
  else if (verb === "initialized") session.begun = 1;
};

// Resolves to a status.
const sendStatements = async () => {
  for (let size = MOST; queue[0];) {
    const batch = queue.slice(0, size);
    flying = batch.length;
    const { status } = await post(batch);
    const good = isGood(status) || (flying === 1 && await isSettled(...batch[0], status));
    flying = 0;
    if (good) queue.splice(0, batch.length).forEach(settle);
    else if (batch[1] && isRefusal(status)) size = 1;
    else return status;
  }
  remember();
  return 200;
};

const mend = (then) => (cw.tell ? then() : cw.load("mend", then));

// Takes in what the LRS has; a save of both follows. `other`: another device has saved it.
const absorb = (other) => {
  const { held } = cw;
  const theirs = cw.decode(lrs.served);
  lrs.save = null;
  Object.assign(held, lrs.holding());
  if (held.readonly) {
    cw.readonly = true;
    return cw.emit("save", "readonly");
  }
  if (theirs && cw.take(theirs, [], [], theirs)) {
    mend(() => {
      cw.showTaken();
      if (other) cw.tell("device");
    });
  }
  return cw.save();
};

// Resolves to a status.
const sendState = async (save) => {
  const { served } = lrs;
  // An LRS that gives no tags says nothing of other devices: we look.
  let status = !lrs.etag && performance.now() - lrs.since > LATE ? await look() : 200;
  if (isGood(status) && served === lrs.served) {
    const answer = await put(save);
    if (isGood(answer.status)) {
      Object.assign(lrs, { served: save.state, etag: answer.etag, since: performance.now() });
      if (lrs.save === save) lrs.save = null;
      return 200;
    }
    if (answer.status !== 409 && answer.status !== 412) return answer.status;
    status = await look();
  }
  if (isGood(status)) absorb(!cw.handed.has(lrs.served));
  return status;
};

// When the platform has answered for the first time; resolves to a status.
lrs.begin = () => {
  const [only, second] = course.graded;
  const { masteryScore } = session.launch;
  // The platform has the last word on the pass mark.
  if (only && !second && only.pass && masteryScore !== undefined) only.pass = Math.round(masteryScore * 10000) / 100;
  if (!session.begun && !session.ended) define("initialized", sessionId());
  lrs.begun = true;
  // Later than launch: until now nobody knew what the LRS has.
  if (cw.held) {
    absorb();
    dress(document.getElementById("main"));
  }
  return 200;
};

// Sends what waits; resolves to a status.
lrs.pump = async () => {
  if (session.ended) return 403;
  const { save } = lrs;
  if (save) state(save);
  const status = await sendStatements();
  // A statement that is refused does not keep the state from being stored.
  if (!save || lrs.save !== save || !(isGood(status) || isRefusal(status))) return status;
  const stored = await sendState(save);
  return isGood(status) ? stored : status;
};

// The end of this document: all that waits at once, in requests that outlive the page. `closed`: by the learner, so that the
// session is over, too.
lrs.end = (closed) => {
  const { save } = lrs;
  const over = closed && !lrs.again;
  if (lrs.begun && !session.ended) {
    if (save) {
      state(save);
      put(save);
    }
    if (over) define("terminated", sessionId(), { duration: span(elapsed()) });
    if (queue[flying]) post(queue.slice(flying));
    session.ended = over;
  }
  remember();
};
