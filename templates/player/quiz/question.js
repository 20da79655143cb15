// One question: untouched, chosen, then right or not quite; every type goes the same way.

function readQuestion(el, quiz) {
  const data = el.dataset;
  const q = {
    el,
    quiz,
    id: el.id,
    key: data.key,
    fp: parseInt(data.fp, 16),
    spec: JSON.parse(data.spec),
    name: data.type,
    type: types[data.type],
    confidence: "confidence" in data,
    points: Number(data.points),
    objective: data.objective || "",
    open: false,
    since: now(),
  };
  q.scored = Boolean(scores[q.name]) && !q.spec.estimate;
  data.state = "untouched";
  if (q.type.start) q.type.start(q);
  return q;
}

const button = (q, name) => one(q.el, '[data-do="' + name + '"]');

// A number was stored with a decimal point; gaps are stored as typed.
const resultOf = (q, answer) => (q.scored ? scoreOf(q.name, q.spec, answer, q.name === "gaps" ? decimalSign() : ".") : UNSCORED);

function recordOf(q, answer, result) {
  const sure = chosenIndex(inputsOf(q.el, q.id + "-c")) || 0;
  return { fp: q.fp, result, bits: packAnswer(q, answer, sure) };
}

// Puts a stored answer back; false where there is none that can be shown.
function restore(q) {
  const record = cw.state.answers.get(q.key);
  one(q.el, ".q-stale").hidden = !record || record.fp === q.fp;
  q.result = record && record.result <= FULL ? record.result : null;
  if (!record || record.fp !== q.fp || (!record.bits && q.name !== "reflection")) return false;
  const { sure, answer } = unpackAnswer(q, record.bits);
  choose(inputsOf(q.el, q.id + "-c"), sure);
  q.type.show(q, answer);
  q.el.dataset.state = "chosen";
  if (!q.open) showOutcome(q, answer, record.result);
  return true;
}

function stateWords(result, answer) {
  if (answer === null) return cw.t("Not answered.");
  if (result > FULL) return cw.t("Noted.");
  if (result === FULL) return cw.t("Right.");
  return result ? cw.t("Partly right.") : cw.t("Not quite.");
}

function say(q, verdict, detail, general) {
  const box = one(q.el, ".q-outcome");
  one(box, ".verdict").textContent = verdict;
  one(box, ".q-detail").textContent = detail;
  const more = one(box, ".q-general");
  if (more) more.hidden = !general;
  box.hidden = false;
}

function showOutcome(q, answer, result) {
  const given = answer === null ? [] : answer;
  const words = (answer !== null && q.type.verdict && q.type.verdict(q, answer)) || [stateWords(result, answer), ""];
  const detail = words[1] || (answer !== null && result < FULL && q.type.detail ? q.type.detail(q.spec, answer) : "");
  q.answer = given;
  q.el.dataset.state = result > FULL ? "noted" : result === FULL ? "right" : "not-quite";
  q.type.mark(q, given, false, false);
  say(q, words[0], detail, true);
  button(q, "check").setAttribute("aria-disabled", "true");
  button(q, "again").hidden = !q.scored || q.reviewed;
  const every = button(q, "all");
  if (every) {
    every.hidden = !q.scored;
    every.setAttribute("aria-pressed", "false");
  }
}

function hideOutcome(q, state) {
  if (q.answer) q.type.mark(q, q.answer, false, true);
  q.answer = null;
  q.el.dataset.state = state;
  one(q.el, ".q-outcome").hidden = true;
  button(q, "check").removeAttribute("aria-disabled");
  button(q, "again").hidden = true;
  if (button(q, "all")) button(q, "all").hidden = true;
}

function clear(q) {
  hideOutcome(q, "untouched");
  one(q.el, "form").reset();
  if (q.type.clear) q.type.clear(q);
}

// Marks what stands in the question now, keeps it and says what came of it.
function check(q) {
  if (button(q, "check").getAttribute("aria-disabled") === "true") return;
  if (q.type.advance && q.type.advance(q)) {
    cw.announce(shownWords(q));
    return;
  }
  const answer = q.type.read(q);
  if (answer === null) {
    const missing = (q.type.missing && q.type.missing(q)) || cw.t("Answer the question first.");
    say(q, "", missing, false);
    cw.announce(missing);
    return;
  }
  const result = resultOf(q, answer);
  const before = cw.state.answers.get(q.key);
  if (!(q.quiz.role === "quiz" && before && before.result <= FULL && before.result > result)) {
    one(q.el, ".q-stale").hidden = true;
    q.result = result <= FULL ? result : null;
    cw.answered(q.key, recordOf(q, answer, result), interactionOf(q, answer, result));
  }
  showOutcome(q, answer, result);
  cw.announce(one(q.el, ".q-verdict").textContent + " " + shownWords(q));
}

// What the opened boxes say, for the announcement.
function shownWords(q) {
  return all(q.el, ".say:not([hidden]), .q-general:not([hidden])").map((box) => box.textContent).join(" ").replace(/\s+/g, " ");
}

function toggleAll(q) {
  const every = button(q, "all");
  const on = every.getAttribute("aria-pressed") !== "true";
  every.setAttribute("aria-pressed", on);
  q.type.mark(q, q.answer, on, false);
  if (on) cw.announce(shownWords(q));
}

// The learner changed something: what was said about the answer before no longer holds.
function touch(q) {
  if (q.name !== "reflection") hideOutcome(q, "chosen");
  button(q, "check").removeAttribute("aria-disabled");
}
