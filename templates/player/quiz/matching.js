// Matching and classifying: a list to choose from beside each row.

const listsOf = (q) => all(q.el, "select.field");

// What a list holds may be longer than the list is wide: then it is written out below.
function writeOut(select) {
  const text = select.value === "" ? "" : select.selectedOptions[0].text;
  one(select.parentNode, ".chosen-text").textContent = text.length > 28 ? text : "";
}

types.matching = {
  read(q) {
    const answer = listsOf(q).map((select) => (select.value === "" ? null : Number(select.value)));
    return answer.every((value) => value === null) || (!q.open && answer.includes(null)) ? null : answer;
  },
  missing: (q) => (listsOf(q).some((select) => select.value) ? cw.t("Choose one for each row first.") : ""),
  show: (q, answer) => listsOf(q).forEach((select, at) => {
    select.value = answer[at] === null ? "" : answer[at];
    writeOut(select);
  }),
  touched: (q, target) => { if (target.matches("select.field")) writeOut(target); },
  pack: (spec, answer) => answer.map((value) => packChoice(value, spec.values)).join(""),
  unpack: (spec, read) => spec.right.map(() => readChoice(read, spec.values)),
  mark: (q, answer, every, off) => listsOf(q).forEach((select, at) => {
    const right = q.spec.right[at];
    const mark = off ? "" : answer[at] === right ? "right" : "wrong";
    const box = one(select.parentNode, ".say");
    const solved = Array.from(select.options).find((option) => option.value === String(right)).text;
    const words = verdictOf(mark) + (every && mark === "wrong" ? " " + cw.t("Right answer: {answer}.", { answer: solved }) : "");
    setVerdict(select.parentNode, box, mark, words);
    tie(select, box);
  }),
  detail: (spec, answer) => countRight(rowsRight(spec, answer), spec.right.length),
  report: (spec, answer) => ["matching", pairs(answer), "{" + pairs(spec.right) + "}"],
};

function countRight(n, m) {
  return cw.t("{n} of {m} right.", { n, m });
}
