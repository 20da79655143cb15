// Branching case: one step after the other, each choice opens the next.

const optionsOf = (step) => $$(step, ".opt input");
const markStep = (q, step, ...how) => markOptions(optionsOf(step), (option) => q.s.steps[step.dataset.step].right[option], ...how);

// Shows the steps on the way taken, in that order, and the one the case stands at.
const showWay = (q, choices) => {
  const way = walk(q.s, choices);
  const steps = $$(q, ".step");
  const at = (index) => steps.find((step) => step.dataset.step === String(index));
  steps.forEach((step) => { step.hidden = true; });
  [...way.steps, way.here].map(at).filter(Boolean).forEach((step, turn) => {
    const taken = turn < way.steps.length;
    step.hidden = false;
    step.parentNode.append(step);
    choose(optionsOf(step), way.choices[turn]);
    optionsOf(step).forEach((input) => { input.disabled = taken; });
  });
  q.way = way;
  return at(way.here);
};

types.branch = {
  start: (q) => showWay(q, []),
  clear: (q) => showWay(q, []),
  show: showWay,
  read: (q) => q.way.steps[0] === undefined || !(q.open || isOver(q.s, q.way)) ? null : q.way.choices,
  // A press on the button takes one step; true while the case goes on.
  advance(q) {
    const step = $$(q, ".step:not([hidden])").pop();
    const choice = chosenIn(optionsOf(step));
    if (isOver(q.s, q.way) || choice === null) return false;
    const next = showWay(q, [...q.way.choices, choice]);
    if (!q.open) markStep(q, step);
    if (next) next.focus();
    return !isOver(q.s, q.way);
  },
  pack: (s, a) => a.map((choice) => bitsOf(choice, s.w)).join(""),
  unpack(s, r) {
    const a = [];
    while (r.more()) a.push(r.number(s.w));
    return a;
  },
  mark: (q, a, ...how) => $$(q, ".step").forEach((step) => markStep(q, step, ...how)),
  detail: (s, a) => countRight(goodChoices(s, walk(s, a)), a.length),
  report: (s, a) => ["performance", signs(a)],
};
