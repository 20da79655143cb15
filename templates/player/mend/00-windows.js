// One learner's course in several windows of a browser: the newest one saves, and takes in what the others have.

// Called for twice, it may come twice.
if (cw.tell) return;

const { adapter, attempt, held, device } = cw;
const shelf = (kind) => [kind, location.host, held.learner, cw.course.id, held.registration].join("|");
const kept = shelf("cw-tab");
const tab = (act) => attempt(() => act(sessionStorage), null);
let mark; // of this window, where the others look for it

// All that is here goes into the journal, where the newer window finds it; from now on nothing is sent.
const giveUp = () => {
  const before = cw.entry();
  cw.emit("hide");
  if (before) cw.take(...before);
  cw.save(true);
  cw.keep();
  held.readonly = cw.readonly = true;
  cw.emit("save", "readonly");
  cw.tell("moved");
};

// Whether a newer window goes on; then this one yields.
const yielded = () => {
  const other = mark && !held.readonly && device.get(kept);
  if (!other || other === mark) return false;
  giveUp();
  return true;
};

const records = ({ answers, quizzes }) => answers.size + quizzes.size;

// Takes in a state from elsewhere, and saves and shows what came of it; true if something was new here.
const takeIn = (...other) => {
  const { page } = cw.state;
  const theirs = records(other[0]);
  const fresh = cw.take(...other);
  cw.state.page = page;
  if (fresh) showTaken();
  // Windows without an LMS that have nothing to add would answer each other without end.
  if (!adapter.alone || records(cw.state) > theirs) cw.save();
  return fresh;
};

// A window over a used API object goes on under the mark it had, unless another has begun since.
const claim = () => {
  mark = !held.server && tab((own) => own.getItem(kept));
  if (yielded()) return;
  mark = mark || String(Math.random());
  tab((own) => own.setItem(kept, mark));
  device.set(kept, mark);
};

addEventListener("storage", ({ key, newValue }) => {
  if (held.readonly || yielded()) return;
  const other = adapter.alone ? key === "cw-state|" + cw.course.id && [cw.decode(newValue), []] : key === shelf("cw-journal") && cw.entry(newValue);
  if (newValue && other && other[0]) takeIn(...other);
});
