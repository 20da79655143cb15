// A SCORM 1.2 run-time that behaves as Moodle 4.5's does where it matters for saving:
// - a value is marked as sent before it is posted, and only changed values are posted;
// - on a lost line a commit queues a beacon and answers "true"; an HTTP error or the body "false" answers "false";
// - values are held to Moodle's rules (error 405 and its neighbours);
// - LMSFinish completes a SCO that never set a status.
// transport: {post(body) -> text, throws when the line is lost; beacon(body) -> boolean; closing() -> boolean}
"use strict";

const moodle12 = (stored, transport) => {
  const STATUS = /^(passed|completed|failed|incomplete|browsed)$/;
  const FREE = /^[^]{0,64000}$/;
  const RULES = {
    "cmi.suspend_data": FREE,
    "cmi.core.lesson_location": FREE,
    "cmi.core.lesson_status": STATUS,
    "cmi.core.score.raw": "score",
    "cmi.core.score.min": "score",
    "cmi.core.score.max": "score",
    "cmi.core.session_time": /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/,
    "cmi.core.exit": /^(time-out|suspend|logout|)$/,
  };
  const INTERACTION = {
    id: /^[^\s]{1,255}$/,
    type: /^(true-false|choice|fill-in|matching|performance|sequencing|likert|numeric)$/,
    time: /^([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,2})?$/,
    result: /^(correct|wrong|unanticipated|neutral|-?\d+(\.\d+)?)$/,
    latency: /^\d{2,4}:\d{2}:\d{2}(\.\d{1,2})?$/,
    weighting: /^-?\d+(\.\d+)?$/,
    student_response: FREE,
    "correct_responses.0.pattern": FREE,
  };
  const READ_ONLY = ["cmi.core.student_id", "cmi.core.student_name", "cmi.core.lesson_mode", "cmi.core.credit", "cmi.core.entry"];

  const values = { ...stored };
  const sent = { ...stored };
  const calls = [];
  let open = false;
  let error = 0;

  const answer = (code, value) => {
    error = code;
    return value;
  };
  const interactions = () => new Set(Object.keys(values).filter((name) => /^cmi\.interactions\.\d/.test(name)).map((name) => name.split(".")[2])).size;
  // Scores are numbers to Moodle: "80.0" is what "80" was.
  const same = (one, other) => one === other || (one !== "" && other !== "" && Number(one) === Number(other));

  const ruleOf = (name) => {
    const [, at, part] = /^cmi\.interactions\.(\d+)\.(.+)$/.exec(name) || [];
    if (!part) return RULES[name];
    return Number(at) <= interactions() ? INTERACTION[part] : undefined;
  };
  const fits = (rule, value) => (rule === "score" ? value === "" || (/^-?\d+(\.\d+)?$/.test(value) && value >= 0 && value <= 100) : rule.test(value));

  const store = (final) => {
    const changed = {};
    for (const name of Object.keys(values)) {
      if (READ_ONLY.includes(name) || (name in sent && same(sent[name], values[name]))) continue;
      changed[name] = sent[name] = values[name];
    }
    const body = JSON.stringify({ changed, final });
    if (transport.closing()) return transport.beacon(body);
    try {
      return transport.post(body) === "true";
    } catch (lost) {
      return transport.beacon(body);
    }
  };

  const API = {
    LMSInitialize() {
      if (open) return answer(101, "false");
      open = true;
      return answer(0, "true");
    },
    LMSGetValue(name) {
      if (!open) return answer(301, "");
      if (name === "cmi.interactions._count") return answer(0, String(interactions()));
      if (/^cmi\.interactions\./.test(name)) return answer(404, "");
      if (name === "cmi.core.lesson_status" && !values[name]) return answer(0, "not attempted");
      return answer(0, values[name] || "");
    },
    LMSSetValue(name, value) {
      if (!open) return answer(301, "false");
      if (READ_ONLY.includes(name)) return answer(403, "false");
      const rule = ruleOf(name);
      if (!rule) return answer(201, "false");
      if (typeof value !== "string" || !fits(rule, value)) return answer(405, "false");
      values[name] = value;
      return answer(0, "true");
    },
    LMSCommit() {
      if (!open) return answer(301, "false");
      return store(false) ? answer(0, "true") : answer(101, "false");
    },
    LMSFinish() {
      if (!open) return answer(301, "false");
      if (!values["cmi.core.lesson_status"]) values["cmi.core.lesson_status"] = "completed";
      const good = store(true);
      open = false;
      return good ? answer(0, "true") : answer(101, "false");
    },
    LMSGetLastError: () => String(error),
    LMSGetErrorString: () => "",
    LMSGetDiagnostic: () => "",
  };

  for (const name of Object.keys(API)) {
    const work = API[name];
    API[name] = (...given) => {
      const result = work(...given);
      calls.push([name, ...given, result]);
      return result;
    };
  }
  return { API, calls, values };
};

if (typeof module !== "undefined") module.exports = moodle12;
