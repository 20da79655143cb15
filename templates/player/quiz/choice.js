// Single choice, multiple response, true-false, and choosing in a text: inputs whose value is the option's index.

const inputsOf = (root, name) => all(root, 'input[name="' + name + '"]');

function chosenIndex(inputs) {
  const input = inputs.find((each) => each.checked);
  return input ? Number(input.value) : null;
}

function choose(inputs, index) {
  inputs.forEach((input) => { input.checked = Number(input.value) === index; });
}

// Marks what was chosen; with `every`, also what should have been, and opens the other options' feedback.
function markOptions(inputs, isRight, every, off) {
  inputs.forEach((input) => {
    const right = isRight(Number(input.value));
    const box = document.getElementById(input.id + "-f");
    const mark = off ? "" : input.checked ? (right ? "right" : "wrong") : every && right ? "answer" : "";
    setVerdict(input.parentNode, box, mark, verdictOf(mark));
    box.hidden = off || !(mark || (every && box.childElementCount > 1));
    tie(input, box);
  });
}

types.single = {
  read(q) {
    const choice = chosenIndex(inputsOf(q.el, q.id));
    return choice === null ? null : { choice, reason: null };
  },
  show: (q, answer) => choose(inputsOf(q.el, q.id), answer.choice),
  pack: (spec, answer) => bitsOf(answer.choice, width(spec.n)),
  unpack: (spec, read) => ({ choice: read.number(width(spec.n)), reason: null }),
  mark: (q, answer, every, off) => markOptions(inputsOf(q.el, q.id), (index) => index === q.spec.right, every, off),
  report: (spec, answer) => ["choice", sign(answer.choice), sign(spec.right)],
};

types.multiple = {
  read(q) {
    const list = inputsOf(q.el, q.id).reduce((on, input) => { on[input.value] = input.checked ? 1 : 0; return on; }, []);
    return list.includes(1) ? list : null;
  },
  show: (q, answer) => inputsOf(q.el, q.id).forEach((input) => { input.checked = Boolean(answer[input.value]); }),
  pack: (spec, answer) => answer.join(""),
  unpack: (spec, read) => spec.right.map(() => read.number(1)),
  mark: (q, answer, every, off) => markOptions(inputsOf(q.el, q.id), (index) => q.spec.right[index] === 1, every, off),
  detail(spec, answer) {
    const wrong = chosenWrong(spec, answer);
    const found = cw.t("Right ones chosen: {n} of {m}.", { n: chosenRight(spec, answer), m: countOf(spec.right, Boolean) });
    return wrong ? found + " " + cw.t("Others chosen: {n}.", { n: wrong }) : found;
  },
  report: (spec, answer) => ["choice", signsWhere(answer), "{" + signsWhere(spec.right) + "}"],
};

types.spot = types.multiple;

types.truefalse = {
  read(q) {
    const answer = { choice: chosenIndex(inputsOf(q.el, q.id)), reason: chosenIndex(inputsOf(q.el, q.id + "-r")) };
    return answer.choice === null || (q.spec.reasons && answer.reason === null) ? null : answer;
  },
  missing: (q) => (one(q.el, ".opts input:checked") ? cw.t("Choose a reason too.") : ""),
  show(q, answer) {
    choose(inputsOf(q.el, q.id), answer.choice);
    choose(inputsOf(q.el, q.id + "-r"), answer.reason);
  },
  pack: (spec, answer) => bitsOf(answer.choice, width(spec.n)) + (spec.reasons ? bitsOf(answer.reason, width(spec.reasons)) : ""),
  unpack: (spec, read) => ({ choice: read.number(width(spec.n)), reason: spec.reasons ? read.number(width(spec.reasons)) : null }),
  mark(q, answer, every, off) {
    markOptions(inputsOf(q.el, q.id), (index) => index === q.spec.right, every, off);
    markOptions(inputsOf(q.el, q.id + "-r"), (index) => index === q.spec.reason, every, off);
  },
  detail: (spec, answer) => (spec.reasons && answer.choice === spec.right && answer.reason !== spec.reason ? cw.t("Your judgement is right; look at the reason again.") : ""),
  report: (spec, answer) => {
    if (!spec.reasons) return ["true-false", "tf"[answer.choice], "tf"[spec.right]];
    return ["matching", pairs([answer.choice, answer.reason]), "{" + pairs([spec.right, spec.reason]) + "}"];
  },
};
