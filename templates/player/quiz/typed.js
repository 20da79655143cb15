// Short answer, number and prediction: one text field, feedback by the answer line that matches.

const fieldOf = (q) => $(q, ".field");

// The box of the line that the answer hits; with `every`, all boxes, each under the answer it belongs to.
const markLines = (q, hits, words, every, off) => {
  const field = fieldOf(q);
  const boxes = $$(q, ".say");
  const hit = off ? null : boxes.find((box) => hits(lineOf(q, box)));
  boxes.forEach((box) => {
    const answer = words(lineOf(q, box));
    const right = box.dataset.say.startsWith("accept");
    const title = !every || off ? "" : right ? solution(answer) : t("If you answer {answer}:", { answer });
    tell(field, right ? "right" : box === hit ? "wrong" : "", title, title || (box === hit && box.childElementCount > 1), box);
  });
  setMark(field.parentNode, off || q.s.estimate ? "" : markOf(hit && hit.dataset.say.startsWith("accept")));
};

const lineOf = (q, box) => {
  const [, list, index] = box.dataset.say.match(/(\D+)(\d+)/);
  return q.s[list][index];
};

types.short = {
  read: (q) => fieldOf(q).value.trim() || null,
  show(q, a) { fieldOf(q).value = a; },
  pack: (s, a) => bitsOfText(a),
  unpack: (s, r) => r.text(),
  mark: (q, a, ...how) => markLines(q, (pattern) => matches(pattern, a, q.s.case), (pattern) => pattern.replace(/\\?\*/g, (star) => star[1] || "\u2026"), ...how),
  report: (s, a) => ["fill-in", a, s.accept[1] || s.accept[0].includes("*") ? "" : s.accept[0]],
};

const isPoint = ([low, high]) => +low === +high;

const rangeWords = (range) => {
  const [low, high] = range.map(localNumber);
  return isPoint(range) ? low : t("{low} to {high}", { low, high });
};

types.numerical = {
  ...types.short,
  read(q) {
    const typed = types.short.read(q);
    return typed && (plainNumber(typed, decimalSign()) || (q.open ? typed : null));
  },
  missing: (q) => fieldOf(q).value && t("Type a number, such as {number}.", { number: localNumber("12.5") }),
  show(q, a) { fieldOf(q).value = plainNumber(a, ".") ? localNumber(a) : a; },
  mark: (q, a, ...how) => markLines(q, (range) => within(range, numberOf(a)), rangeWords, ...how),
  verdict(q, a) {
    const unit = $(q, ".q-unit") ? "\u202f" + $(q, ".q-unit").textContent : "";
    return q.s.estimate && [t("The answer: {answer}.", { answer: q.s.accept.map(rangeWords).join(" / ") + unit }), t("You predicted {answer}.", { answer: localNumber(a) + unit })];
  },
  report: (s, a) => ["numeric", a, !s.accept[1] && isPoint(s.accept[0]) ? s.accept[0][0] : ""],
};
