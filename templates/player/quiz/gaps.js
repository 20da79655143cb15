// Gap fill: fields and lists inside running text.

const gapsOf = (q) => all(q.el, ".gap .field");
const gapValue = (gap, field) => (gap.typed ? field.value.trim() : field.value === "" ? null : Number(field.value));
const isEmpty = (value) => value === "" || value === null;

function packGap(spec, gap, value) {
  return gap.typed ? bitsOfText(value) : packChoice(value, gap.n);
}

types.gaps = {
  read(q) {
    const answer = gapsOf(q).map((field, at) => gapValue(q.spec.gaps[at], field));
    return answer.every(isEmpty) || (!q.open && answer.some(isEmpty)) ? null : answer;
  },
  missing: (q) => (gapsOf(q).some((field) => field.value.trim()) ? cw.t("Fill every gap first.") : ""),
  show: (q, answer) => gapsOf(q).forEach((field, at) => { field.value = answer[at] === null ? "" : answer[at]; }),
  pack: (spec, answer) => spec.gaps.map((gap, at) => packGap(spec, gap, answer[at])).join(""),
  // The longest whole beginning that fits.
  shorten(spec, answer, room) {
    let bits = "";
    for (let at = 0; at < answer.length; at += 1) {
      const next = bits + packGap(spec, spec.gaps[at], answer[at]);
      if (next.length > room) break;
      bits = next;
    }
    return bits;
  },
  unpack: (spec, read) => spec.gaps.map((gap) => {
    if (!read.more()) return gap.typed ? "" : null;
    return gap.typed ? read.text() : readChoice(read, gap.n);
  }),
  mark: (q, answer, every, off) => gapsOf(q).forEach((field, at) => {
    const gap = q.spec.gaps[at];
    const mark = off ? "" : fillsGap(q.spec, gap, answer[at], decimalSign()) ? "right" : "wrong";
    const box = field.nextElementSibling;
    const solved = gap.typed ? readable(gap.accept[0]) : Array.from(field.options).find((option) => option.value === String(gap.right)).text;
    setVerdict(field.parentNode, box, mark, every && mark === "wrong" ? cw.t("Right answer: {answer}.", { answer: solved }) : verdictOf(mark));
    tie(field, box);
  }),
  detail: (spec, answer) => countRight(gapsRight(spec, answer, decimalSign()), spec.gaps.length),
  report(spec, answer) {
    const words = (values) => values.map((value, at) => (spec.gaps[at].typed ? value : value === null ? "" : value + 1)).join("; ");
    return ["fill-in", words(answer), words(spec.gaps.map((gap) => (gap.typed ? gap.accept[0] : gap.right)))];
  },
};
