// Branching case: one step after the other, each choice opens the next.

const stepsOf = (q) => all(q.el, ".step");
const stepInputs = (step) => all(step, '.opts input[type="radio"]');

// Shows the steps on the way taken, in that order, and the one the case stands at.
function showWay(q, choices) {
  const way = walk(q.spec, choices);
  const steps = stepsOf(q);
  const at = (index) => steps.find((step) => step.dataset.step === String(index));
  steps.forEach((step) => { step.hidden = true; });
  way.steps.concat(way.here < 0 ? [] : way.here).forEach((index, turn) => {
    const step = at(index);
    const taken = turn < way.steps.length;
    step.hidden = false;
    step.parentNode.appendChild(step);
    if (taken) choose(stepInputs(step), way.choices[turn]);
    stepInputs(step).forEach((input) => { input.disabled = taken; });
  });
  q.way = way;
  return at(way.here);
}

const isOver = (spec, way) => way.here < 0 || !spec.steps[way.here].goto.length;

types.branch = {
  start: (q) => showWay(q, []),
  clear(q) {
    stepsOf(q).forEach((step) => choose(stepInputs(step), -1));
    showWay(q, []);
  },
  show: (q, answer) => showWay(q, answer),
  read: (q) => (q.way.steps.length && (q.open || isOver(q.spec, q.way)) ? q.way.choices : null),
  // A press on the button takes one step; true while the case goes on.
  advance(q) {
    if (isOver(q.spec, q.way)) return false;
    const index = q.way.here;
    const left = stepsOf(q).find((step) => step.dataset.step === String(index));
    const choice = chosenIndex(stepInputs(left));
    if (choice === null) return false;
    const next = showWay(q, q.way.choices.concat(choice));
    if (!q.open) markOptions(stepInputs(left), (option) => q.spec.steps[index].right[option] === 1);
    if (next) next.focus();
    return !isOver(q.spec, q.way);
  },
  pack: (spec, answer) => answer.map((choice) => bitsOf(choice, spec.w)).join(""),
  unpack(spec, read) {
    const answer = [];
    while (read.more()) answer.push(read.number(spec.w));
    return answer;
  },
  mark: (q, answer, every, off) => stepsOf(q).forEach((step) => {
    const right = q.spec.steps[Number(step.dataset.step)].right;
    if (!step.hidden || off) markOptions(stepInputs(step), (option) => right[option] === 1, every, off);
  }),
  detail(spec, answer) {
    const way = walk(spec, answer);
    return cw.t("Good choices: {n} of {m}.", { n: goodChoices(spec, way), m: way.steps.length });
  },
  report: (spec, answer) => ["performance", answer.map(sign).join(","), ""],
};
