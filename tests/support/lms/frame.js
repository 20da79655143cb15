// The LMS's page: an API object over what the server holds for a learner (`stored`, in the page itself, as Moodle has
// it), and the package in a frame.
"use strict";

const query = new URLSearchParams(location.search);
const asked = "?learner=" + encodeURIComponent(query.get("learner") || "");
let leaving = false;

// On leaving, and while the page is hidden, Moodle hands its data to a beacon.
addEventListener("beforeunload", () => (leaving = true));
addEventListener("pagehide", () => (leaving = true));

const transport = {
  closing: () => leaving || document.visibilityState === "hidden",
  post(body) {
    const ask = new XMLHttpRequest();
    ask.open("POST", "/lms/datamodel" + asked, false);
    ask.send(body);
    return ask.status === 200 ? ask.responseText : "false";
  },
  beacon: (body) => navigator.sendBeacon("/lms/beacon" + asked, body),
};
const of2004 = typeof moodle2004 !== "undefined";
const lms = (of2004 ? moodle2004 : moodle12)(stored, transport);
window[of2004 ? "API_1484_11" : "API"] = lms.API;
window.calls = lms.calls;

addEventListener("load", () => (document.getElementById("sco").src = query.get("page") || "/content/index.html"));
