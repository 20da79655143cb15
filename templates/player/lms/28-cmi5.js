// cmi5 (Quartz): how a session begins, and the methods of an adapter. What is sent is made in cw/cmi5.js.
// Docs: docs/reference/player.md.

const OWN = "coursewright"; // our document in the State API: {state, done}
const HOLD = 8000; // milliseconds that a learner waits at launch

const tabKey = "cw-cmi5|" + course.id;
const given = Object.fromEntries(new URLSearchParams(location.search));
const noted = attempt(() => JSON.parse(tab.get(tabKey))) || {};
// The address of the token works once: a reload, and a page that is opened by itself, go on with what was begun.
const resumed = !given.fetch || given.fetch === noted.fetch;
const session = resumed ? noted : given;
const remember = () => tab.set(tabKey, JSON.stringify(session));
const actor = attempt(() => JSON.parse(session.actor));
const launched = canFetch && actor && ["endpoint", "fetch", "registration", "activityId"].every((name) => session[name]);

let connecting; // what is read first, once it is asked for
let running = Promise.resolve();
let fresh; // the outcome of the last commit, if nobody has asked for it
let denied = false;

const isGood = (status) => status > 199 && status < 300;

// Resolves to the answer, whose status is 0 where nobody answered in time; never fails.
const request = (url, options) => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(), PATIENCE);
  return fetch(url, { cache: "no-store", signal: stop.signal, ...options }).then(async (answer) => ({
    status: answer.status, etag: answer.headers.get("ETag"), text: await answer.text(),
  })).catch(() => ({ status: 0 }));
};

// To the LRS. What is sent outlives the page, where a browser lets it be that long.
const api = (path, { headers, ...more } = {}) => request(session.endpoint.replace(/\/*$/, "/") + path, {
  ...more,
  keepalive: !!more.body && more.body.length < 30000,
  headers: { Authorization: "Basic " + session.token, "X-Experience-API-Version": "1.0.3", "Content-Type": "application/json", ...headers },
});
const withAgent = (path, values) => path + "?" + new URLSearchParams({ ...values, agent: session.actor });
const documentOf = (stateId) => withAgent("activities/state", { stateId, activityId: session.activityId, registration: session.registration });

// What cw/cmi5.js shares. `served`: the state as the LRS has it; `done`: verbs that this registration has; `save`: what the
// LRS has not confirmed.
const lrs = cw.lrs = { session, actor, remember, api, isGood, done: new Set(), own: documentOf(OWN) };

// Reads our document; resolves to a status.
const look = lrs.look = async () => {
  const { status, text, etag } = await api(lrs.own);
  const none = status === 404;
  if (!none && !isGood(status)) return status;
  const found = none ? {} : attempt(() => JSON.parse(text)) || { state: text };
  Object.assign(lrs, { served: found.state || "", etag, since: now() });
  [].concat(found.done || []).forEach((verb) => lrs.done.add(verb));
  return 200;
};

// The token, then what the platform says of this launch and what the learner wishes; resolves to a status.
const join = async () => {
  if (!session.token) {
    const answer = await request(session.fetch, { method: "POST" });
    session.token = attempt(() => JSON.parse(answer.text)["auth-token"]);
    if (!session.token) return answer.status && 403;
    remember();
  }
  const known = session.launch && { status: 200 };
  const [script, own, launch, wishes] = await Promise.all([
    new Promise((resolve) => (lrs.pump ? resolve(200) : load("cmi5", () => resolve(200), () => resolve(0)))),
    look(),
    known || api(documentOf("LMS.LaunchData")),
    known || api(withAgent("agents/profile", { profileId: "cmi5LearnerPreferences" })),
  ]);
  // A learner may have no wishes.
  const bad = [script, own, launch.status, wishes.status && 200].find((status) => !isGood(status));
  if (bad !== undefined) return bad;
  if (!known) {
    session.launch = { contextTemplate: {}, ...attempt(() => JSON.parse(launch.text)) };
    session.muted = attempt(() => JSON.parse(wishes.text).audioPreference) === "off";
    remember();
  }
  return lrs.begin();
};

const connect = () => (connecting = connecting || join().catch(() => 500).then((status) => {
  if (!isGood(status)) connecting = 0;
  return status;
}));

const run = () => (running = running.then(connect).then((status) => (isGood(status) ? lrs.pump() : status)).catch(() => 500).then((status) => {
  denied = status > 399 && status < 500;
  if (denied) tell("refused");
  return isGood(status) || (status ? 1 : false);
}));

// What the LMS holds, as far as it is known.
const holding = lrs.holding = () => ({
  readonly: !!session.launch && session.launch.launchMode !== "Normal",
  status: [...lrs.done].reduce(higher, ""),
});

adapters.cmi5 = () => ({
  open: () => launched,

  read() {
    const { account } = actor;
    run();
    return {
      ...holding(), session: !resumed, server: true, registration: session.registration, state: lrs.served,
      score: (decode(lrs.served) || {}).score, learner: encodeURIComponent(account ? account.homePage + " " + account.name : session.actor),
    };
  },

  write: (save, known) => !known && !!(lrs.save = save),

  commit() {
    if (leaving) lrs.end();
    else fresh = run();
    return true;
  },

  confirm() {
    const outcome = fresh || run();
    fresh = 0;
    return outcome;
  },

  close: () => lrs.end && lrs.end(true),

  name: () => actor.name || "",

  // Where the session is over, another one begins on the platform.
  home: () => (denied && lrs.exit && lrs.exit() ? { location: { search: "", reload: () => location.assign(lrs.exit()) } } : window),
});

// What launch waits for: core/90-start.js. A link that was followed would cut it off, so it waits, too.
adapters.cmi5.ready = launched && (async () => {
  let followed;
  const hold = (event) => {
    const link = event.target.closest("a[href]");
    if (!link || !isOurs(link)) return;
    event.preventDefault();
    followed = link;
  };
  document.addEventListener("click", hold, true);
  // The first page comes before the scripts that core/62-place.js loads.
  await Promise.race([Promise.resolve().then(connect), new Promise((resolve) => setTimeout(resolve, HOLD))]);
  document.removeEventListener("click", hold, true);
  if (followed) setTimeout(() => followed.click());
})();

// A statement needs no index: a question that was answered in another session can be reported again.
cw.on("page", () => earlier.clear());
