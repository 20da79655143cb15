// Short answer, number and prediction: one text field, feedback by the answer line that matches.

const fieldOf = (q) => one(q.el, ".field");

// Shows the box of the line that matches the answer; with `every`, all boxes, each under the answer it belongs to.
function markLines(q, hit, every, off, word) {
  const field = fieldOf(q);
  const right = hit.slice(0, 6) === "accept";
  field.parentNode.dataset.mark = off || q.spec.estimate ? "" : right ? "right" : "wrong";
  all(q.el, ".say").forEach((box) => {
    const line = box.dataset.say.replace(/\d+/, "");
    const answer = word(q.spec[line][Number(box.dataset.say.slice(line.length))]);
    const mine = box.dataset.say === hit;
    const words = off ? "" : mine && !every ? " " : every ? fill(line === "accept" ? cw.t("Right answer: {answer}.") : cw.t("If you answer {answer}:"), { answer }) : "";
    setVerdict(box, box, words && (line === "accept" ? "answer" : mine ? "wrong" : "other"), words);
    if (words === " " && box.childElementCount < 2) box.hidden = true;
    if (mine) tie(field, box);
  });
}

function lineHit(spec, test) {
  const find = (name) => { const at = spec[name].findIndex(test); return at < 0 ? "" : name + at; };
  return find("accept") || find("wrong");
}

const readable = (pattern) => pattern.replace(/\\\*/g, "\u0000").replace(/\*/g, "\u2026").replace(/\u0000/g, "*");

types.short = {
  read: (q) => fieldOf(q).value.trim() || null,
  show(q, answer) { fieldOf(q).value = answer; },
  pack: (spec, answer) => bitsOfText(answer),
  unpack: (spec, read) => read.text(),
  mark: (q, answer, every, off) => markLines(q, off ? "" : lineHit(q.spec, (pattern) => matches(pattern, answer, q.spec.case)), every, off, readable),
  report: (spec, answer) => ["fill-in", answer, spec.accept.length === 1 && !spec.accept[0].includes("*") ? spec.accept[0] : ""],
};

function rangeWords(range) {
  const ends = range.map(localNumber);
  return Number(range[0]) === Number(range[1]) ? ends[0] : cw.t("from {low} to {high}", { low: ends[0], high: ends[1] });
}

types.numerical = {
  read(q) {
    const typed = fieldOf(q).value.trim();
    return typed ? plainNumber(typed, decimalSign()) || (q.open ? typed : null) : null;
  },
  missing: (q) => (fieldOf(q).value.trim() ? cw.t("Type a number, such as {number}.", { number: localNumber("12.5") }) : ""),
  show(q, answer) { fieldOf(q).value = plainNumber(answer, ".") === null ? answer : localNumber(answer).replace("\u2212", "-"); },
  pack: (spec, answer) => bitsOfText(answer),
  unpack: (spec, read) => read.text(),
  mark(q, answer, every, off) {
    const number = off ? null : numberOf(answer);
    markLines(q, lineHit(q.spec, (range) => within(range, number)), every, off, rangeWords);
  },
  unscored: (spec) => spec.estimate,
  verdict(q, answer) {
    const unit = one(q.el, ".q-unit");
    const values = { answer: q.spec.accept.map(rangeWords).join(" / "), mine: localNumber(answer), unit: unit ? "\u00a0" + unit.textContent : "" };
    return q.spec.estimate ? [cw.t("The answer: {answer}{unit}.", values), cw.t("You predicted {mine}{unit}.", values)] : null;
  },
  report: (spec, answer) => ["numeric", answer, spec.accept.length === 1 && Number(spec.accept[0][0]) === Number(spec.accept[0][1]) ? spec.accept[0][0] : ""],
};
