// One question: untouched, chosen, then right or not quite; every type goes the same way.

function readQuestion(element, quiz) {
  const { key, fp, spec, type, points, confidence } = element.dataset;
  const q = { el: element, quiz, id: element.id, key, fp: parseInt(fp, 16), s: JSON.parse(spec), name: type, type: { ...plainType, ...types[type] }, points: Number(points), since: now() };
  q.confidence = confidence !== undefined;
  q.scored = Boolean(scores[type]) && !q.s.estimate;
  element.dataset.state = "untouched";
  q.type.start(q);
  return q;
}

const button = (q, name) => $(q, '[data-do="' + name + '"]');
const saved = (q) => cw.state.answers.get(q.key);

// Numbers are kept with a decimal point, gaps as they were typed.
const resultOf = (q, a) => (q.scored ? scoreOf(q.name, q.s, a, q.s.gaps ? decimalSign() : ".") : UNSCORED);

const recordOf = (q, a, result) => ({ fp: q.fp, result, bits: a === null ? "" : pack(q, a, chosenIn(inputs(q, q.id + "-c")) || 0) });

// Puts a stored answer back; false where there is none that can be shown.
function restore(q) {
  const record = saved(q);
  const known = record && record.fp === q.fp;
  $(q, ".q-stale").hidden = !record || known;
  q.result = record && record.result <= FULL ? record.result : null;
  if (!known || !(record.bits || q.name === "reflection")) return false;
  const { sure, a } = unpack(q, record.bits);
  choose(inputs(q, q.id + "-c"), sure);
  q.type.show(q, a);
  q.el.dataset.state = "chosen";
  if (!q.open) showOutcome(q, a, record.result);
  return true;
}

function stateWords(result) {
  if (result >= FULL) return result > FULL ? t("Noted.") : verdict("right");
  return result ? t("Partly right.") : verdict("wrong");
}

function say(q, [words, detail], general) {
  $(q, ".q-outcome .verdict").textContent = words;
  $(q, ".q-detail").textContent = detail || "";
  if ($(q, ".q-general")) $(q, ".q-general").hidden = !general;
  $(q, ".q-outcome").hidden = false;
}

// a is null for a question of a test that was left out.
function showOutcome(q, a, result) {
  const out = a === null;
  q.answer = out ? [] : a;
  q.el.dataset.state = result > FULL ? "noted" : result === FULL ? "right" : "not-quite";
  q.type.mark(q, q.answer, false, false);
  say(q, out ? [t("Not answered.")] : q.type.verdict(q, a) || [stateWords(result), result < FULL && q.type.detail(q.s, a)], true);
  controls(q, true);
}

// The buttons: after an answer its check is done, and two more are offered.
function controls(q, done) {
  button(q, "check").setAttribute("aria-disabled", Boolean(done));
  button(q, "again").hidden = !done || !q.scored || q.quiz.role === "test";
  button(q, "all").hidden = !done || !q.scored;
  button(q, "all").setAttribute("aria-pressed", false);
}

function hideOutcome(q, state) {
  if (q.answer) q.type.mark(q, q.answer, false, true);
  q.answer = null;
  q.el.dataset.state = state;
  $(q, ".q-outcome").hidden = true;
  controls(q, false);
}

function clear(q) {
  hideOutcome(q, "untouched");
  $(q, "form").reset();
  q.type.clear(q);
}

// Marks what stands in the question now, keeps it and says what came of it.
function check(q) {
  if (q.answer) return;
  if (q.type.advance(q)) return cw.announce(shownWords(q));
  const a = q.type.read(q);
  if (a === null) {
    say(q, ["", q.type.missing(q) || t("Answer the question first.")]);
    return cw.announce($(q, ".q-detail").textContent);
  }
  const result = resultOf(q, a);
  const before = saved(q);
  // In the quiz of a lesson the best result stays.
  if (q.quiz.role !== "quiz" || !before || before.result > FULL || before.result <= result) {
    $(q, ".q-stale").hidden = true;
    q.result = q.scored ? result : null;
    cw.answered(q.key, recordOf(q, a, result), interactionOf(q, a, result));
  }
  showOutcome(q, a, result);
  cw.announce($(q, ".q-verdict").textContent + " " + shownWords(q));
  stay(q);
}

// What is said above the button pushes it down; it stays on the screen.
const stay = (q) => $(q, ".q-do").scrollIntoView({ block: "nearest" });

const shownWords = (q) => $$(q, ".say:not([hidden]), .q-general:not([hidden])").map((box) => box.textContent).join(" ");

function showAll(q) {
  const on = button(q, "all").getAttribute("aria-pressed") !== "true";
  button(q, "all").setAttribute("aria-pressed", on);
  q.type.mark(q, q.answer, on, false);
  if (on) cw.announce(shownWords(q));
  stay(q);
}

// The learner changed something: what was said about the answer before no longer holds.
function touch(q) {
  if (q.open) keepOpen(q);
  else if (q.name !== "reflection") hideOutcome(q, "chosen");
  else if (q.answer) controls(q);
  else q.el.dataset.state = "chosen";
}
