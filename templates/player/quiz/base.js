// Shared by all files of quiz.js. The same short names everywhere: q a question on the page, s its specification
// (data-spec), a an answer in the form of docs/reference/player.md, "Scores", r a reader of bits.

const { t, el, $, $$, bitsOf, announce } = cw;
const types = {};

// What most types need not do.
const plainType = { start() {}, clear() {}, touched() {}, missing() {}, detail() {}, verdict() {}, advance() {} };

const FULL = 120; // result of a right answer
const OPEN = 126; // of one given in a test that is still open
const UNSCORED = 127;

const fill = (at, selector, words) => { $(at, selector).textContent = words; };
const hide = (at, selector, hidden) => $$(at, selector).forEach((each) => { each.hidden = hidden; });
const setState = (q, state) => { q.el.dataset.state = state; };
const aria = (control, name, value) => control.setAttribute("aria-" + name, value);
const now = () => Math.floor(Date.now() / 1000);
const page = document.documentElement;
const decimalSign = () => page.dataset.decimal || ".";

const setMark = (at, mark) => {
  if (mark) at.dataset.mark = mark;
  else delete at.dataset.mark;
};

const boxOf = (control) => document.getElementById(control.id + "-f");

// A verdict where the learner looks for it: the mark on the control's holder and on the box that belongs to it, the
// words in the box, and the box tied to the control for screen readers while it is shown.
const tell = (control, mark, words, shown = words, box = boxOf(control)) => {
  setMark(control.closest(".opt, .spot, .pair, .gap, .item, .q-amount, .q-typed"), mark);
  setMark(box, mark);
  fill(box, ".verdict", words);
  box.hidden = !shown;
  const ids = (control.getAttribute("aria-describedby") || "").split(" ").filter((id) => id !== box.id);
  if (shown) ids.push(box.id);
  aria(control, "describedby", ids.join(" ").trim());
};

const markOf = (right) => (right ? "right" : "wrong");
const verdict = (mark) => ({ right: t("Right."), wrong: t("Not quite."), answer: t("This is right.") })[mark] || "";
const solution = (answer) => t("Right answer: {answer}.", { answer }).replace("\u2026.", "\u2026");
const countRight = (n, m) => t("{n} of {m} right.", { n, m });
const percent = (hundredths) => t("{n}%", { n: (hundredths / 100).toLocaleString(page.lang, { maximumFractionDigits: 1 }) });

// The same for the same text everywhere: FNV-1a, then mixed so that neighbours differ widely.
const hash = (text) => {
  let value = 0x811c9dc5;
  for (const sign of text) value = Math.imul(value ^ sign.charCodeAt(0), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
};
