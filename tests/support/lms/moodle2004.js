// A SCORM 2004 run-time that behaves as Moodle 4.5's does where it matters for saving:
// - it cannot be opened again after Terminate, and answers nothing from then on;
// - each commit sends everything again that differs from what stood there at launch, all interactions included;
// - on a lost line a commit queues a beacon and answers "true"; an HTTP error or the body "false" answers "false";
// - values are held to Moodle's formats (error 406), interactions and objectives to their order (351, 408);
// - the objectives of the manifest are there from the beginning, and no id comes twice (351).
// What was stored comes back only if the last exit that was stored is "suspend": the server sees to that.
// transport: as in moodle12.js
"use strict";

const moodle2004 = (stored, transport) => {
  const TEXT = (most) => RegExp("^[^]{0," + most + "}$");
  const DECIMAL = /^-?\d{1,5}(\.\d{1,18})?$/;
  const SPAN = /^P(\d+Y)?(\d+M)?(\d+D)?(T((\d+H)(\d+M)?(\d+(\.\d{1,2})?S)?|(\d+M)(\d+(\.\d{1,2})?S)?|\d+(\.\d{1,2})?S))?$/;
  const TIME = /^(19[7-9]\d|20[0-3]\d)(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01])(T([01]\d|2[0-3])(:[0-5]\d(:[0-5]\d(\.\d{1,2}((Z|[+-]([01]\d|2[0-3]))(:[0-5]\d)?)?)?)?)?)?)?)?$/;
  const RULES = {
    "cmi.suspend_data": TEXT(64000),
    "cmi.location": TEXT(1000),
    "cmi.completion_status": /^(completed|incomplete|not attempted|unknown)$/,
    "cmi.success_status": /^(passed|failed|unknown)$/,
    "cmi.score.scaled": /^(-?0(\.\d{1,18})?|-?1(\.0{1,18})?)$/,
    "cmi.score.raw": DECIMAL,
    "cmi.score.min": DECIMAL,
    "cmi.score.max": DECIMAL,
    "cmi.progress_measure": /^(0(\.\d{1,18})?|1(\.0{1,18})?)$/,
    "cmi.session_time": SPAN,
    "cmi.exit": /^(time-out|suspend|logout|normal|)$/,
  };
  const INTERACTION = {
    id: /^(?!urn:)\S{1,4000}$/,
    type: /^(true-false|choice|(long-)?fill-in|matching|performance|sequencing|likert|numeric|other)$/,
    timestamp: TIME,
    weighting: DECIMAL,
    result: /^(correct|incorrect|unanticipated|neutral|-?\d{1,4}(\.\d{1,18})?)$/,
    latency: SPAN,
    description: TEXT(250),
    learner_response: "response",
    "correct_responses.0.pattern": "response",
    "objectives.0.id": /^(?!urn:)\S{1,4000}$/,
  };
  const OBJECTIVE = {
    id: INTERACTION.id,
    "score.scaled": RULES["cmi.score.scaled"],
    "score.raw": DECIMAL,
    "score.min": DECIMAL,
    "score.max": DECIMAL,
    success_status: RULES["cmi.success_status"],
    completion_status: RULES["cmi.completion_status"],
    progress_measure: RULES["cmi.progress_measure"],
    description: TEXT(250),
  };
  const PARTS = { interactions: INTERACTION, objectives: OBJECTIVE };
  const NAME = "[\\w.]{1,250}";
  const listOf = (one) => RegExp("^" + one + "(\\[,\\]" + one + "){0,35}$");
  const RESPONSES = {
    "true-false": /^(true|false)$/,
    choice: listOf(NAME),
    sequencing: listOf(NAME),
    matching: listOf(NAME + "\\[\\.\\]" + NAME),
    performance: /^([\w.]{0,250}\[\.\][\w.]{0,250})(\[,\][\w.]{0,250}\[\.\][\w.]{0,250}){0,249}$/,
    likert: RegExp("^" + NAME + "$"),
    numeric: DECIMAL,
  };
  const READ_ONLY = ["cmi.learner_id", "cmi.learner_name", "cmi.mode", "cmi.credit", "cmi.entry", "cmi.total_time"];
  const FIRST = { "cmi.completion_status": "unknown", "cmi.success_status": "unknown", "cmi.total_time": "PT0H0M0S" };

  const atLaunch = { ...FIRST, ...stored };
  const values = { ...atLaunch };
  const calls = [];
  let phase = "new";
  let error = 0;

  const answer = (code, value) => {
    error = code;
    return value;
  };
  const countOf = (list) => Object.keys(values).filter((name) => RegExp("^cmi\\." + list + "\\.\\d+\\.id$").test(name)).length;

  // 0, or the error that setting an element ends with.
  const fault = (name, value) => {
    if (READ_ONLY.includes(name)) return 404;
    const [, list, at, part] = /^cmi\.(interactions|objectives)\.(\d+)\.(.+)$/.exec(name) || [];
    let rule = part ? PARTS[list][part] : RULES[name];
    if (!rule) return 401;
    if (part) {
      if (Number(at) > countOf(list)) return 351;
      if (Number(at) === countOf(list) && part !== "id") return 408;
    }
    if (list === "objectives" && part === "id") {
      if (name in values && values[name] !== value) return 351;
      for (let other = 0; other < countOf(list); other++) {
        if (other !== Number(at) && values["cmi.objectives." + other + ".id"] === value) return 351;
      }
    }
    if (rule === "response") {
      const type = values["cmi.interactions." + at + ".type"];
      if (!type) return 408;
      rule = RESPONSES[type] || TEXT(4000);
      if (type === "numeric" && part !== "learner_response") rule = /^(-?[\d.]*)(\[:\]-?[\d.]*)?$/;
    }
    return rule.test(value) ? 0 : 406;
  };

  const store = (final) => {
    const changed = {};
    for (const name of Object.keys(values)) {
      if (!READ_ONLY.includes(name) && (values[name] !== atLaunch[name] || name.startsWith("cmi.interactions."))) changed[name] = values[name];
    }
    const body = JSON.stringify({ changed, final });
    if (transport.closing()) return transport.beacon(body);
    try {
      return transport.post(body) === "true";
    } catch (lost) {
      return transport.beacon(body);
    }
  };
  const closed = (before, after) => answer(phase === "new" ? before : after, "false");

  const API = {
    Initialize() {
      if (phase !== "new") return answer(phase === "open" ? 103 : 104, "false");
      phase = "open";
      return answer(0, "true");
    },
    GetValue(name) {
      if (phase !== "open") return answer(phase === "new" ? 122 : 123, "");
      const [, list] = /^cmi\.(interactions|objectives)\._count$/.exec(name) || [];
      if (list) return answer(0, String(countOf(list)));
      if (name === "cmi.exit" || name === "cmi.session_time") return answer(405, "");
      if (!(name in RULES) && !READ_ONLY.includes(name) && !(name in values)) return answer(401, "");
      return name in values ? answer(0, values[name]) : answer(403, "");
    },
    SetValue(name, value) {
      if (phase !== "open") return closed(132, 133);
      const code = fault(name, String(value));
      if (!code) values[name] = String(value);
      return answer(code, code ? "false" : "true");
    },
    Commit() {
      if (phase !== "open") return closed(142, 143);
      return store(false) ? answer(0, "true") : answer(101, "false");
    },
    Terminate() {
      if (phase !== "open") return closed(112, 113);
      if (!store(true)) return answer(101, "false");
      phase = "ended";
      return answer(0, "true");
    },
    GetLastError: () => String(error),
    GetErrorString: () => "",
    GetDiagnostic: () => "",
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

if (typeof module !== "undefined") module.exports = moodle2004;
