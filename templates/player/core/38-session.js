// The beginning and the end of a session with the LMS.

let leaving = false; // a link of ours is being followed

const launch = () => {
  [course.lms, "none"].some((name) => (held = (adapter = adapters[name]()).open() && adapter.read()));
  cw.adapter = adapter;
  cw.held = held;
  cw.readonly = held.readonly;
  cw.learner = adapter.name || (() => "");
  const server = decode(held.state);
  cw.state = state = server || blank();
  cw.handed.add(held.state);
  const kept = !held.readonly && entry();
  const restored = kept && take(...kept, state);
  // An API object that was here before us holds what it was handed; the journal says that it is not confirmed.
  const doubt = kept && !held.server;
  if (restored || doubt) due.forEach((item) => (item.tried = doubt));
  else if (!held.readonly) {
    due = [];
    enter(null);
  }
  known = doubt ? {} : held;
  // Answers of a test that is still open (126) are reported at its end.
  state.answers.forEach(({ result }, key) => result === 126 || earlier.add(key));
  state.release = course.release;
  const { score, status } = cw.evaluate();
  const want = higher(STATUS[status], held.status);
  const behind = (score !== null && score !== held.score) || (want !== held.status && (status || held.status === "browsed"));
  if (held.readonly) show("readonly");
  else if (restored || doubt || (behind && !adapter.alone)) {
    unsaved = trouble = true;
    show("unsaved");
    // Nothing is committed at launch itself.
    plan(retry, 1500);
  }
  setTimeout(tell, 1000, held.state && !server ? "unread" : restored && "restored");
};

const wake = () => (trouble || (unsaved && last)) && plan(retry, room());

const leave = () => cw.ready(() => attempt(() => {
  cw.emit("hide");
  // What is confirmed is not handed over again: another device may have saved since.
  if (unsaved) adapter.write(compose());
  if (!leaving) adapter.close(held.readonly, unsaved);
  else if (unsaved) adapter.commit();
}), true);

const watchWindow = () => {
  addEventListener("online", wake);
  addEventListener("pagehide", leave);
  // Out of the browser's cache a page comes back as it was left, with its session closed.
  addEventListener("pageshow", (event) => event.persisted && location.reload());
  document.addEventListener("visibilitychange", () => (document.hidden ? deliver() : trouble && wake()));
};
