// What a page owes to the platform: the way back to it, and recordings as the learner wants them.

lrs.exit = () => [(session.launch || {}).returnURL].filter((url) => /^https?:/.test(url))[0];

const dress = (main) => {
  if (session.muted) cw.$$(main, "audio, video").forEach((recording) => (recording.muted = true));
  if (lrs.exit() && cw.$(main, "#cw-result")) {
    cw.$(main, ".turn").append(cw.el("a", { href: lrs.exit(), rel: "next" }, cw.el("b", {}, cw.t("Back to the learning platform"))));
  }
};
cw.on("page", dress);

cw.on("hide", () => {
  session.spent = elapsed();
  remember();
});

// After the end of a session its token is of no use, so a page that is only loaded again must not end it. Browsers tell of
// some ways to do that: a script's, the keys'; pulling the page down is switched off. The button of the browser is not told.
const mark = (again) => (lrs.again = again);
if (window.navigation) navigation.addEventListener("navigate", (event) => mark(event.navigationType === "reload"));
addEventListener("keydown", ({ key, ctrlKey, metaKey }) => mark(key === "F5" || ((ctrlKey || metaKey) && /^r$/i.test(key))));
document.documentElement.style.overscrollBehaviorY = "contain";
