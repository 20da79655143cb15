// Shared by all files of quiz.js: the page's elements, words with values in them, and the question types.

const types = {};

const OPEN = 126; // result of a question answered in a test that is still open
const UNSCORED = 127;

const all = (root, selector) => Array.from(root.querySelectorAll(selector));
const one = (root, selector) => root.querySelector(selector);

const now = () => Math.floor(Date.now() / 1000);
const language = () => document.documentElement.lang || "en";

// A verdict where the learner looks for it: a mark on the holder, words in the box that belongs to it.
function setVerdict(holder, box, mark, words) {
  holder.dataset.mark = mark;
  if (!mark) delete holder.dataset.mark;
  box.hidden = !words;
  one(box, ".verdict").textContent = words;
}

function verdictOf(mark) {
  if (mark === "right") return cw.t("Right.");
  if (mark === "wrong") return cw.t("Not quite.");
  return mark === "answer" ? cw.t("This is right.") : "";
}

// An input and the box that says what came of it are tied for screen readers while the box is shown.
function tie(control, box) {
  const ids = (control.getAttribute("aria-describedby") || "").split(" ").filter((id) => id && id !== box.id);
  if (!box.hidden) ids.push(box.id);
  if (ids.length) control.setAttribute("aria-describedby", ids.join(" "));
  else control.removeAttribute("aria-describedby");
}

// Two texts the same way everywhere: a 32-bit hash (FNV-1a, then mixed so that neighbours differ widely).
function hash(text) {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  value = Math.imul(value ^ (value >>> 16), 0x85ebca6b);
  value = Math.imul(value ^ (value >>> 13), 0xc2b2ae35);
  return (value ^ (value >>> 16)) >>> 0;
}
