// How answers are scored, in 120ths: the same table as builder/model/scoring.py. What does not fit scores 0.

const outOf = (right, count) => (count ? Math.floor((2 * FULL * right + count) / (2 * count)) : 0);
const countOf = (list, test) => list.filter(test).length;
const listOf = (a) => (Array.isArray(a) ? a : []);
const isChoice = (value, count) => Number.isInteger(value) && value >= 0 && value < count;

const chosen = (s, a, good) => countOf(s.right, (right, at) => right === good && listOf(a)[at]);
const inPlace = (s, a) => countOf(listOf(a).slice(0, s.n), (item, place) => item === place);
// Rows to match are gaps with one set of choices.
const gapsIn = (s) => s.gaps || s.right.map((right) => ({ n: s.values, right }));
const filled = (s, a, decimal) => countOf(gapsIn(s), (gap, at) => fills(s, gap, listOf(a)[at], decimal));

const scores = {
  single: (s, a) => (a && a.choice === s.right && (!s.reasons || a.reason === s.reason) ? FULL : 0),
  multiple: (s, a) => outOf(Math.max(0, chosen(s, a, 1) - chosen(s, a, 0)), countOf(s.right, Boolean)),
  short: (s, a) => (s.accept.some((pattern) => matches(pattern, a, s.case)) ? FULL : 0),
  numerical: (s, a, decimal) => (s.accept.some((range) => within(range, numberOf(a, decimal))) ? FULL : 0),
  ordering: (s, a) => outOf(inPlace(s, a), s.n),
  gaps: (s, a, decimal) => outOf(filled(s, a, decimal), gapsIn(s).length),
  branch(s, a) {
    const way = walk(s, listOf(a));
    return isOver(s, way) ? outOf(goodChoices(s, way), way.steps.length) : 0;
  },
};
scores.truefalse = scores.single;
scores.spot = scores.multiple;
scores.matching = scores.gaps;

// 0..120, or null for a question that is not marked.
const scoreOf = (type, s, a, decimal) => (scores[type] && !s.estimate ? scores[type](s, a, decimal) : null);

// Texts are compared in NFC, blanks collapsed, straight apostrophes, in capitals unless these are minded.
const normal = (text, minded) => {
  const plain = text.normalize("NFC").replace(/\s+/g, " ").trim().replace(/[\u2019\u02bc]/g, "'");
  return minded ? plain : plain.toUpperCase().normalize("NFC");
};

// A typed text against a pattern: * stands for any characters, \* for a star.
const matches = (pattern, typed, minded) => {
  const text = typeof typed === "string" ? normal(typed, minded) : "";
  const parts = normal(pattern, minded).replace(/\\\*/g, "\0").split("*").map((part) => part.replace(/\0/g, "*"));
  const first = parts.shift();
  if (!text || !parts.length) return text !== "" && text === first;
  const last = parts.pop();
  const end = text.length - last.length;
  let place = first.length;
  return text.startsWith(first) && place <= end && text.endsWith(last) && parts.every((part) => {
    const found = text.slice(0, end).indexOf(part, place);
    place = found + part.length;
    return found >= 0;
  });
};

const within = ([low, high], number) => number !== null && number >= +low && number <= +high;

// A typed gap is filled by an accepted text, or by the value of an accepted number.
const fills = (s, gap, value, decimal) => {
  if (!gap.typed) return isChoice(value, gap.n) && value === gap.right;
  if (typeof value !== "string" || !value.trim()) return false;
  const number = numberOf(value, decimal);
  const same = (text) => number !== null && /^[+-]?\d+(\.\d+)?$/.test(text) && +text === number;
  return gap.accept.some((text) => normal(text, s.case) === normal(value, s.case) || same(text.replace("\u2212", "-")));
};

// The way through a case: the steps at which choices were made, the choices, the step it stands at (-1: the end).
const walk = (s, choices) => {
  const way = { steps: [], choices: [], here: 0 };
  for (const choice of choices) {
    const step = s.steps[way.here];
    if (!step || !isChoice(choice, step.goto.length)) break;
    way.steps.push(way.here);
    way.choices.push(choice);
    way.here = s.steps.findIndex(({ id }) => id === step.goto[choice]);
  }
  return way;
};

const isOver = (s, way) => way.here < 0 || !s.steps[way.here].goto.length;
const goodChoices = (s, way) => countOf(way.steps, (step, turn) => s.steps[step].right[way.choices[turn]]);
