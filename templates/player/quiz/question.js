// One question: untouched, chosen, then right or not quite; every type goes the same way.

const readQuestion = (element, quiz) => {
  const { key, fp, spec, type, points, confidence } = element.dataset;
  const q = { el: element, quiz, id: element.id, key, fp: parseInt(fp, 16), s: JSON.parse(spec), name: type, type: { ...plainType, ...types[type] }, points: +points, since: now() };
  q.confidence = confidence !== undefined;
  q.scored = !!scores[type] && !q.s.estimate;
  element.dataset.state = "untouched";
  q.type.start(q);
  return q;
};

const button = (q, name) => $(q, '[data-do="' + name + '"]');
const saved = (q) => cw.state.answers.get(q.key);

// Numbers are kept with a decimal point, gaps as they were typed.
const resultOf = (q, a) => (q.scored ? scoreOf(q.name, q.s, a, q.s.gaps ? decimalSign() : ".") : UNSCORED);

const recordOf = (q, a, result) => ({ fp: q.fp, result, bits: a === null ? "" : pack(q, a, chosenIn(inputs(q, q.id + "-c")) || 0) });

// Puts a stored answer back; false where there is none that can be shown.
const restore = (q) => {
  const record = saved(q);
  const known = record && record.fp === q.fp;
  hide(q, ".q-stale", !record || known);
  q.result = record && record.result <= FULL ? record.result : null;
  if (!known || !(record.bits || q.name === "reflection")) return false;
  const { sure, a } = unpack(q, record.bits);
  choose(inputs(q, q.id + "-c"), sure);
  q.type.show(q, a);
  setState(q, "chosen");
  if (!q.open) showOutcome(q, a, record.result);
  return true;
};

const stateWords = (result) => {
  if (result >= FULL) return result > FULL ? t("Noted.") : verdict("right");
  return result ? t("Partly right.") : verdict("wrong");
};

const say = (q, [words, detail], general) => {
  fill(q, ".q-outcome .verdict", words);
  fill(q, ".q-detail", detail || "");
  hide(q, ".q-general", !general);
  hide(q, ".q-outcome", false);
};

// a is null for a question of a test that was left out.
const showOutcome = (q, a, result) => {
  const out = a === null;
  q.answer = out ? [] : a;
  setState(q, result > FULL || !q.scored ? "noted" : result === FULL ? "right" : "not-quite");
  if (!out) q.type.mark(q, a);
  say(q, out ? [t("Not answered.")] : q.type.verdict(q, a) || [stateWords(result), result < FULL && q.type.detail(q.s, a)], true);
  controls(q, true);
};

// The buttons: after an answer its check is done, and two more are offered.
const controls = (q, done) => {
  aria(button(q, "check"), "disabled", !!done);
  button(q, "again").hidden = !done || !q.scored || q.quiz.role === "test";
  button(q, "all").hidden = !done || !q.scored;
  aria(button(q, "all"), "pressed", false);
};

const hideOutcome = (q, state) => {
  if (q.answer) q.type.mark(q, q.answer, false, true);
  q.answer = null;
  setState(q, state);
  hide(q, ".q-outcome", true);
  controls(q);
};

const clear = (q) => {
  hideOutcome(q, "untouched");
  $(q, "form").reset();
  q.type.clear(q);
};

// Marks what stands in the question now, keeps it and says what came of it.
const check = (q) => {
  if (q.answer) return;
  if (q.type.advance(q)) return announce(shownWords(q));
  const a = q.type.read(q);
  if (a === null) {
    say(q, ["", q.type.missing(q) || t("Answer the question first.")]);
    return announce($(q, ".q-detail").textContent);
  }
  const result = resultOf(q, a);
  const before = saved(q);
  // In the quiz of a lesson the best result stays.
  if (q.quiz.role !== "quiz" || !before || before.result > FULL || before.result <= result) {
    hide(q, ".q-stale", true);
    q.result = q.scored ? result : null;
    cw.answered(q.key, recordOf(q, a, result), interactionOf(q, a, result));
  }
  showOutcome(q, a, result);
  announce($(q, ".q-verdict").textContent + " " + shownWords(q));
  stay(q);
};

// What is said above the button pushes it down; it stays on the screen.
const stay = (q) => $(q, ".q-do").scrollIntoView({ block: "nearest" });

const shownWords = (q) => $$(q, ".say:not([hidden]), .q-general:not([hidden])").map((box) => box.textContent).join(" ");

const showAll = (q) => {
  const on = button(q, "all").getAttribute("aria-pressed") !== "true";
  aria(button(q, "all"), "pressed", on);
  q.type.mark(q, q.answer, on);
  if (on) announce(shownWords(q));
  stay(q);
};

// The learner changed something: what was said about the answer before no longer holds.
const touch = (q) => {
  if (q.open) keepOpen(q);
  else if (q.name !== "reflection") hideOutcome(q, "chosen");
  else if (q.answer) controls(q);
  else setState(q, "chosen");
};
