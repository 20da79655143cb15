// Numbers and dates in the learner's language, and how the words that stand hidden in the page are chosen and filled.

const FULL = 120; // result of a right answer
const root = document.documentElement;

const $$ = (at, selector) => [...at.querySelectorAll(selector)];
const number = (value) => value.toLocaleString(root.lang, { maximumFractionDigits: 1 });
const percent = (value) => cw.t("{n}%", { n: number(value) });
const day = (time) => new Date(time).toLocaleDateString(root.lang, { dateStyle: "long" });

const fill = (at, name, text) => $$(at, '[data-fill="' + name + '"]').forEach((place) => { place.textContent = text; });
const show = (at, name) => $$(at, '[data-when~="' + name + '"]').forEach((part) => { part.hidden = false; });

const recordOf = (key) => cw.state.quizzes.get(key) || { best: null, attempts: 0 };

// The result of a question in the last attempt, or null.
const resultOf = (key) => {
  const { result } = cw.state.answers.get(key) || {};
  return result <= FULL ? result : null;
};
