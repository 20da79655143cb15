// Single choice, multiple response, true-false, and choosing in a text: inputs whose value is the option's index.

const inputs = (at, name) => $$(at, 'input[name="' + name + '"]');

const chosenIn = (list) => {
  const input = list.find((each) => each.checked);
  return input ? +input.value : null;
};

const choose = (list, index) => {
  list.forEach((input) => { input.checked = +input.value === index; });
};

// Marks what was chosen; with `every`, also what should have been, and opens the other options' feedback.
const markOptions = (list, isRight, every, off) => {
  list.forEach((input) => {
    const right = isRight(+input.value);
    const mark = off ? "" : input.checked ? markOf(right) : every && right ? "answer" : "";
    tell(input, mark, verdict(mark), mark || (every && !off && boxOf(input).lastElementChild.matches(":not(.verdict)")));
  });
};

types.single = {
  read(q) {
    const a = { choice: chosenIn(inputs(q, q.id)), reason: chosenIn(inputs(q, q.id + "-r")) };
    return a.choice === null || (q.s.reasons && a.reason === null) ? null : a;
  },
  missing: (q) => chosenIn(inputs(q, q.id)) !== null && t("Choose a reason too."),
  show(q, a) {
    choose(inputs(q, q.id), a.choice);
    choose(inputs(q, q.id + "-r"), a.reason);
  },
  pack: (s, a) => bitsOf(a.choice, width(s.n)) + (s.reasons ? bitsOf(a.reason, width(s.reasons)) : ""),
  unpack: (s, r) => ({ choice: r.number(width(s.n)), reason: s.reasons ? r.number(width(s.reasons)) : null }),
  mark(q, a, every, off) {
    markOptions(inputs(q, q.id), (index) => index === q.s.right, every, off);
    markOptions(inputs(q, q.id + "-r"), (index) => index === q.s.reason, every, off);
  },
  detail: (s, a) => s.reasons && a.choice === s.right && t("Your judgement is right; look at the reason again."),
  report: (s, a) => ["choice", sign(a.choice), sign(s.right)],
};

types.truefalse = {
  ...types.single,
  report: (s, a) => s.reasons
    ? ["matching", pairs([a.choice, a.reason]), braced(pairs([s.right, s.reason]))]
    : ["true-false", "tf"[a.choice], "tf"[s.right]],
};

types.multiple = types.spot = {
  read(q) {
    const a = q.s.right.map(() => 0);
    inputs(q, q.id).forEach((input) => { a[input.value] = +input.checked; });
    return a.includes(1) ? a : null;
  },
  show: (q, a) => inputs(q, q.id).forEach((input) => { input.checked = a[input.value]; }),
  pack: (s, a) => a.join(""),
  unpack: (s, r) => s.right.map(() => r.number(1)),
  mark: (q, a, every, off) => markOptions(inputs(q, q.id), (index) => q.s.right[index], every, off),
  detail(s, a) {
    const others = chosen(s, a, 0);
    const found = t("Right ones chosen: {n} of {m}.", { n: chosen(s, a, 1), m: countOf(s.right, Boolean) });
    return others ? found + " " + t("Others chosen: {n}.", { n: others }) : found;
  },
  report: (s, a) => ["choice", signsWhere(a), braced(signsWhere(s.right))],
};
