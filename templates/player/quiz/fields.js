// Gap fill, matching and classifying: text fields and lists, each with its own verdict.

const fieldsOf = (q) => $$(q, ".gap .field, .pair .field");
const isEmpty = (value) => value === "" || value === null;
const bitsOfGap = (gap, value) => gap.typed ? bitsOfText(value) : bitsOfChoice(value, gap.n);

// What a list holds may be longer than the list is wide: then it is written out below.
const writeOut = (field) => {
  const box = $(field.parentNode, ".chosen-text");
  const text = box && field.value ? field.selectedOptions[0].text : "";
  if (box) box.textContent = text.length > 28 ? text : "";
};

const labelOf = (gap, field) => {
  return gap.typed ? gap.accept[0] : [...field.options].find((option) => option.value === String(gap.right)).text;
};

types.gaps = types.matching = {
  read(q) {
    const a = fieldsOf(q).map((field, at) => gapsIn(q.s)[at].typed ? field.value.trim() : field.value ? +field.value : null);
    return a.every(isEmpty) || (!q.open && a.some(isEmpty)) ? null : a;
  },
  missing: (q) => fieldsOf(q).some((field) => field.value) && t("Fill in all of them first."),
  show: (q, a) => fieldsOf(q).forEach((field, at) => {
    field.value = a[at] === null ? "" : a[at];
    writeOut(field);
  }),
  clear: (q) => fieldsOf(q).forEach(writeOut),
  touched: (q, target) => writeOut(target),
  pack: (s, a) => gapsIn(s).map((gap, at) => bitsOfGap(gap, a[at])).join(""),
  // The longest whole beginning that fits.
  shorten(s, a, room) {
    let bits = "";
    gapsIn(s).every((gap, at) => {
      const more = bitsOfGap(gap, a[at]);
      if (bits.length + more.length <= room) bits += more;
      else room = 0;
      return room;
    });
    return bits;
  },
  unpack: (s, r) => gapsIn(s).map((gap) => gap.typed ? (r.more() ? r.text() : "") : r.choice(gap.n)),
  mark: (q, a, every, off) => fieldsOf(q).forEach((field, at) => {
    const gap = gapsIn(q.s)[at];
    const mark = off ? "" : markOf(fills(q.s, gap, a[at], decimalSign()));
    const told = mark === "wrong" && every;
    // Within a sentence its own stop is enough.
    const words = told ? solution(labelOf(gap, field)).replace(q.s.gaps ? /\.$/ : "", "") : q.s.gaps ? { right: t("right"), wrong: t("not quite") }[mark] || "" : verdict(mark);
    tell(field, mark, words);
    // What is said there is right, whatever stands in the field.
    if (told) setMark(boxOf(field), "answer");
  }),
  detail: (s, a) => countRight(filled(s, a, decimalSign()), gapsIn(s).length),
  report(s, a) {
    if (!s.gaps) return ["matching", pairs(a), braced(pairs(s.right))];
    const words = (list) => list.map((value, at) => s.gaps[at].typed ? value : sign(value)).join("; ");
    return ["fill-in", words(a), words(s.gaps.map((gap) => gap.typed ? gap.accept[0] : gap.right))];
  },
};
