// How answers are scored, in 120ths: the same table as builder/model/scoring.py. Answers have the form of
// docs/reference/player.md, "Scores"; one that does not fit its question scores 0.

const FULL = 120;

const outOf = (right, count) => (count ? Math.floor((2 * FULL * right + count) / (2 * count)) : 0);
const listOf = (answer) => (Array.isArray(answer) ? answer : []);
const countOf = (list, test) => list.filter(test).length;
const isChoice = (value, count) => Number.isInteger(value) && value >= 0 && value < count;

const chosenRight = (spec, answer) => countOf(spec.right, (right, at) => right && listOf(answer)[at]);
const chosenWrong = (spec, answer) => countOf(spec.right, (right, at) => !right && listOf(answer)[at]);
const rowsRight = (spec, answer) => countOf(spec.right, (value, at) => listOf(answer)[at] === value);
const inPlace = (spec, answer) => countOf(listOf(answer).slice(0, spec.n), (item, place) => item === place);
const gapsRight = (spec, answer, decimal) => countOf(spec.gaps, (gap, at) => fillsGap(spec, gap, listOf(answer)[at], decimal));

const scores = {
  single: (spec, answer) => (answer && answer.choice === spec.right ? FULL : 0),
  truefalse: (spec, answer) => (!spec.reasons || (answer && answer.reason === spec.reason) ? scores.single(spec, answer) : 0),
  multiple: (spec, answer) => outOf(Math.max(0, chosenRight(spec, answer) - chosenWrong(spec, answer)), countOf(spec.right, Boolean)),
  spot: (spec, answer) => scores.multiple(spec, answer),
  short: (spec, answer) => (spec.accept.some((pattern) => matches(pattern, answer, spec.case)) ? FULL : 0),
  numerical: (spec, answer, decimal) => (spec.accept.some((range) => within(range, numberOf(answer, decimal))) ? FULL : 0),
  matching: (spec, answer) => outOf(rowsRight(spec, answer), spec.right.length),
  ordering: (spec, answer) => outOf(inPlace(spec, answer), spec.n),
  gaps: (spec, answer, decimal) => outOf(gapsRight(spec, answer, decimal), spec.gaps.length),
  branch(spec, answer) {
    const way = walk(spec, listOf(answer));
    return way.here < 0 || !spec.steps[way.here].goto.length ? outOf(goodChoices(spec, way), way.steps.length) : 0;
  },
};

// 0..120, or null for a question that is not marked.
function scoreOf(type, spec, answer, decimal) {
  return scores[type] && !spec.estimate ? scores[type](spec, answer, decimal) : null;
}

// Texts are compared in NFC, blanks collapsed, straight apostrophes, in capitals unless these are minded.
function normal(text, minded) {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim().replace(/[\u2019\u02bc]/g, "'");
  return minded ? plain : plain.toUpperCase().normalize("NFC");
}

// The texts between the wildcards of a pattern; \* is a star.
function pieces(pattern) {
  return pattern.replace(/\\\*/g, "\u0000").split("*").map((piece) => piece.replace(/\u0000/g, "*"));
}

function matches(pattern, typed, minded) {
  const text = normal(typeof typed === "string" ? typed : "", minded);
  const parts = pieces(normal(pattern, minded));
  const first = parts.shift();
  if (!text || !parts.length) return Boolean(text) && text === first;
  const last = parts.pop();
  const end = text.length - last.length;
  if (!text.startsWith(first) || end < first.length || !text.endsWith(last)) return false;
  let place = first.length;
  return parts.every((part) => {
    const found = text.slice(0, end).indexOf(part, place);
    place = found + part.length;
    return found >= 0;
  });
}

const within = (range, number) => number !== null && number >= Number(range[0]) && number <= Number(range[1]);

// A typed gap is filled by an accepted text, or by the value of an accepted number.
function fillsGap(spec, gap, value, decimal) {
  if (!gap.typed) return isChoice(value, gap.n) && value === gap.right;
  if (typeof value !== "string") return false;
  const number = numberOf(value, decimal);
  const same = (text) => number !== null && /^[+-]?\d+(\.\d+)?$/.test(text) && Number(text) === number;
  return gap.accept.some((text) => matches(text, value, spec.case) || same(text.replace("\u2212", "-")));
}

// The way through a case: the steps at which choices were made, the choices, and the step it stands at (-1: the end).
function walk(spec, choices) {
  const way = { steps: [], choices: [], here: 0 };
  while (way.here >= 0 && isChoice(choices[way.steps.length], spec.steps[way.here].goto.length)) {
    const choice = choices[way.steps.length];
    const to = spec.steps[way.here].goto[choice];
    way.steps.push(way.here);
    way.choices.push(choice);
    way.here = spec.steps.findIndex((step) => step.id === to);
  }
  return way;
}

const goodChoices = (spec, way) => countOf(way.steps, (step, turn) => spec.steps[step].right[way.choices[turn]]);
