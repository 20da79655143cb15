// The package in a frame under scorm-again's SCORM 1.2 run-time, every call noted with its answer and error.
"use strict";

const api = new Scorm12API({ autocommit: false, logLevel: 5 });
api.cmi.core.student_id = "ana";
const calls = [];
window.API = {};
for (const name of ["Initialize", "GetValue", "SetValue", "Commit", "Finish", "GetLastError"]) {
  window.API["LMS" + name] = (...given) => {
    const answer = String(api["LMS" + name](...given));
    calls.push(["LMS" + name, ...given, answer, String(api.LMSGetLastError())]);
    return answer;
  };
}
window.api = api;
window.calls = calls;

addEventListener("load", () => (document.getElementById("sco").src = "/content/index.html"));
