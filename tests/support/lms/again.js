// The package in a frame under a run-time of scorm-again, every call noted with its answer and error. SCORM 2004 begins
// with what the manifest says, or with the record of the visit before.
"use strict";

const calls = [];
window.calls = calls;

const offer = (api, name, prefix, verbs) => {
  window.api = api;
  window[name] = {};
  for (const verb of verbs) {
    window[name][prefix + verb] = (...given) => {
      const answer = String(api["lms" + verb](...given));
      calls.push([prefix + verb, ...given, answer, String(api.lmsGetLastError())]);
      return answer;
    };
  }
};
const VERBS = ["Initialize", "GetValue", "SetValue", "Commit", "GetLastError"];

if (window.Scorm12API) {
  const api = new Scorm12API({ autocommit: false, logLevel: 5 });
  api.cmi.core.student_id = "ana";
  offer(api, "API", "LMS", [...VERBS, "Finish"]);
} else {
  const api = new Scorm2004API({ autocommit: false, logLevel: 5 });
  const before = JSON.parse(localStorage.getItem("record")) || {
    learner_id: "ana", completion_threshold: "1.0", scaled_passing_score: "0.6", objectives: { 0: { id: "O1" } },
  };
  api.loadFromJSON(before, "cmi");
  offer(api, "API_1484_11", "", VERBS);
  // What a server would keep.
  window.keep = () => localStorage.setItem("record", JSON.stringify(api.cmi));
}

addEventListener("load", () => (document.getElementById("sco").src = "/content/index.html"));
