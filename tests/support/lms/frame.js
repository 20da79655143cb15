// The LMS's page: an API object over what the server holds for a learner, and the package in a frame.
"use strict";

const query = new URLSearchParams(location.search);
const asked = "?learner=" + encodeURIComponent(query.get("learner") || "");
let leaving = false;

// On leaving, and while the page is hidden, Moodle hands its data to a beacon.
addEventListener("beforeunload", () => (leaving = true));
addEventListener("pagehide", () => (leaving = true));

const request = (method, path, body) => {
  const ask = new XMLHttpRequest();
  ask.open(method, path + asked, false);
  ask.send(body);
  return ask.status === 200 ? ask.responseText : "false";
};

const stored = {
  ...JSON.parse(request("GET", "/lms/stored")),
  "cmi.core.student_id": query.get("learner") || "",
  "cmi.core.lesson_mode": query.get("mode") || "normal",
  "cmi.core.credit": query.get("mode") ? "no-credit" : "credit",
};
const lms = moodleApi(stored, {
  closing: () => leaving || document.visibilityState === "hidden",
  post: (body) => request("POST", "/lms/datamodel", body),
  beacon: (body) => navigator.sendBeacon("/lms/beacon" + asked, body),
});
window.API = lms.API;
window.calls = lms.calls;

addEventListener("load", () => (document.getElementById("sco").src = query.get("page") || "/content/index.html"));
