// The statements of a session (xAPI 1.0.3, cmi5 sections 9 and 10). None is kept on the device: those that the LRS has not
// confirmed are made again from the whole save, under the same ids.

const { session, actor, remember, done } = cw.lrs;
const ACTIVITY = "http://adlnet.gov/expapi/activities/";
const CONTEXT = "https://w3id.org/xapi/cmi5/context/";

const queue = []; // statements that the LRS has not confirmed, with their verbs
const seen = new Set(); // ids of those made here
const before = session.spent || 0;
let latest = 0;

const elapsed = () => before + performance.now() / 1000;
const span = (seconds) => "PT" + Math.max(0, seconds).toFixed(2) + "S";

// Statements are in the order of their times, whatever happens to the device's clock.
const stamp = (time = Date.now()) => new Date((latest = Math.max(latest + 1, time))).toISOString();

// A UUID that depends on the text alone: a statement keeps its id however often, and from wherever, it is sent.
const uuidOf = (text) => {
  const lanes = [1, 2, 3, 4];
  // The blanks at the end mix what came last.
  for (const sign of text + " ".repeat(8)) lanes.forEach((lane, at) => {
    const mixed = Math.imul(lane ^ sign.codePointAt(0) ^ (lanes[(at + 1) % 4] >>> 11), 0x9e3779b1 + 2 * at);
    lanes[at] = mixed ^ (mixed >>> 15);
  });
  // Version 5, named by its content: validators do not know version 8 yet.
  return lanes.map((lane) => (lane >>> 0).toString(16).padStart(8, "0")).join("")
    .replace(/(.{8})(.{4}).(.{3}).(.{3})/, "$1-$2-5$3-8$4-");
};

// A statement with what the platform wants in each; `which` tells those of a verb apart. The last: its own object, and
// what its context holds besides.
const enqueue = (verb, which, result, { object, activities, extensions, time } = {}) => {
  const { registration, activityId, launch } = session;
  const id = uuidOf([registration, activityId, verb, which].join("|"));
  if (seen.has(id)) return;
  seen.add(id);
  const { contextTemplate: context } = launch;
  const contextActivities = { ...context.contextActivities };
  for (const kind in activities) contextActivities[kind] = [].concat(contextActivities[kind] || [], activities[kind]);
  queue.push([verb, {
    id, actor, result, timestamp: stamp(time),
    verb: { id: "http://adlnet.gov/expapi/verbs/" + verb, display: { en: verb } },
    object: { objectType: "Activity", id: activityId, ...object },
    context: { ...context, registration, contextActivities, extensions: { ...context.extensions, ...extensions } },
  }]);
};

const sessionId = () => (session.launch.contextTemplate.extensions || {})[CONTEXT + "extensions/sessionid"];

// The statements that cmi5 defines; `moves`: one that says how the learner stands.
const define = (verb, which, result, moves, extensions) => {
  const category = ["cmi5"].concat(moves ? "moveon" : []).map((name) => ({ id: CONTEXT + "categories/" + name }));
  enqueue(verb, which, result, { activities: { category }, extensions });
};

// A response of SCORM 1.2 ("a,b", "{1.a,2.b}", "t") as xAPI writes it.
const responseOf = (type, text) => {
  const list = text.replace(/^\{|\}$/g, "").split(",");
  return type === "true-false" ? { t: "true", f: "false" }[text] || text
    : type === "matching" ? list.map((pair) => pair.replace(".", "[.]")).join("[,]")
    : type === "performance" ? list.map((step, at) => at + 1 + "[.]" + step).join("[,]")
    : /choice|sequencing/.test(type) ? list.join("[,]")
    : text;
};

const addAnswer = ({ id, objective, time, type, correct, response, result, latency }) => {
  const { grouping } = session.launch.contextTemplate.contextActivities || {};
  // The platform makes up an id of the course for each enrolment; the publisher's stays.
  const { id: publisher } = [].concat(grouping || [], { id: session.activityId })[0];
  const place = (kind, name) => publisher + "/" + kind + "/" + encodeURIComponent(name);
  const pattern = responseOf(type, correct);
  enqueue("answered", id + "|" + time, {
    response: responseOf(type, response),
    duration: span(latency),
    ...(result !== "neutral" && { success: result === "correct" }),
    ...(+result > 0 && { score: { scaled: +result } }),
  }, {
    time,
    object: {
      id: place("question", id),
      definition: {
        type: ACTIVITY + "cmi.interaction",
        interactionType: type,
        ...(correct && { correctResponsesPattern: [type === "numeric" ? pattern + "[:]" + pattern : pattern] }),
      },
    },
    activities: objective && { other: { id: place("objective", objective), definition: { type: ACTIVITY + "objective" } } },
  });
};

const addVerdict = ({ status, score }) => {
  const success = status === "passed";
  const scaled = score / 10000;
  const { masteryScore } = session.launch;
  // A score that would contradict the platform's mastery score is left out.
  const fits = score !== null && (masteryScore === undefined || success === scaled >= masteryScore);
  session.verdict = status;
  remember();
  define(status, success ? "" : sessionId(), {
    success,
    duration: span(elapsed()),
    ...(fits && { score: { scaled, raw: score / 100, min: 0, max: 100 } }),
  }, true, masteryScore !== undefined && { [CONTEXT + "extensions/masteryscore"]: masteryScore });
};

// All that a save has to say. What the learner has achieved is told once in a registration, and one verdict in a session.
const state = (save) => {
  save.interactions.forEach(addAnswer);
  if (/passed|failed/.test(save.status) && !session.verdict && !done.has("passed") && !done.has(save.status)) addVerdict(save);
  if (/passed|completed/.test(save.status) && !done.has("completed")) define("completed", "", { completion: true, duration: span(elapsed()) }, true);
};
