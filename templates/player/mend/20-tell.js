// What a learner is told about saving when something is out of the ordinary, once each.

const texts = {
  restored: cw.t("Work kept on this device was not saved yet. It is being saved now."),
  device: cw.t("Work from another device was added."),
  unread: cw.t("Your earlier work could not be read."),
  moved: cw.t("This course was opened in another window. Go on there, or use this one again."),
  refused: cw.t("The learning platform does not take your work at the moment. It is kept on this device. Open the course again from the platform."),
};
const buttons = { moved: cw.t("Use this window"), refused: cw.t("Open again") };

let notice;
let told = 0; // when
let touched = false; // a quiz of this page

// The window that holds the API, so that the LMS is read afresh; without beginning an attempt.
const again = () => {
  const { location } = adapter.home();
  if (/newattempt/.test(location.search)) location.replace(address());
  else location.reload();
};

// The page as the state now has it, unless the learner is about to answer.
const showTaken = cw.showTaken = () => touched || !document.querySelector("main .quiz") || cw.go(location.href, { top: scrollY });

cw.tell = (kind) => {
  const text = texts[kind];
  if (!text || (adapter.alone && kind === "refused")) return;
  delete texts[kind];
  told = now();
  notice = cw.el("p", { class: "notice", role: "status" }, text);
  if (buttons[kind]) {
    const button = cw.el("button", { class: "btn quiet", type: "button" }, buttons[kind]);
    button.onclick = again;
    notice.append(" ", button);
  }
  document.getElementById("main").prepend(notice);
};

// The first page may give way to the one where the learner was.
cw.on("page", (main) => {
  touched = false;
  if (notice && !notice.isConnected && now() - told < LONG / 60) main.prepend(notice);
});

["input", "click"].forEach((event) => document.addEventListener(event, ({ target }) => {
  touched = touched || !!target.closest("main .quiz");
}));
