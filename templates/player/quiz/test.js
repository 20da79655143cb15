// A test: told before, asked on one page, submitted, reviewed. One page and not one question at a time: what was
// answered can be looked over and changed, a scenario's questions stay beside its text, and no press of a button
// stands between an answer and its being saved.

function mountTest(quiz) {
  if (quiz.record.open) openTest(quiz);
  else beforeTest(quiz);
}

function phase(quiz, name) {
  quiz.el.dataset.phase = name;
  $$(quiz, "[data-in]").forEach((part) => { part.hidden = !part.dataset.in.includes(name); });
}

// What stands between the learner and another attempt, or "". After an attempt `start` holds its end; one that lies
// ahead was noted by a clock that was wrong, and counts as now.
function barrier({ rules, record }) {
  if (rules.attempts && record.attempts >= rules.attempts) return t("You have used all your attempts.");
  const from = record.attempts && rules.wait ? Math.min(record.start, now()) + rules.wait : 0;
  const time = new Date(from * 1000).toLocaleString(page.lang, { dateStyle: "long", timeStyle: "short" });
  return from > now() ? t("You can take the test again from {time} on.", { time }) : "";
}

function beforeTest(quiz) {
  const { rules, record } = quiz;
  const words = barrier(quiz);
  phase(quiz, "start");
  fill(quiz, ".quiz-note", (record.best === null ? "" : bestWords(record.best) + " ") + words);
  if (rules.attempts) fill(quiz, ".quiz-left", t("{n} of {m} left", { n: Math.max(0, rules.attempts - record.attempts), m: rules.attempts }));
  button(quiz, "start").hidden = words;
  button(quiz, "review").hidden = !quiz.questions.some(saved);
}

function openTest(quiz) {
  phase(quiz, "open");
  arrange(quiz);
  quiz.questions.forEach((q) => {
    Object.assign(q, { open: true, moved: false, since: now() });
    clear(q);
    $(q, "fieldset").disabled = false;
    hide(q, ".q-do", q.name !== "branch");
    // What is left of an earlier attempt is no answer in this one.
    q.moved = (saved(q) || {}).result === OPEN && restore(q);
  });
  countAnswers(quiz);
  runClock(quiz);
}

const unanswered = (quiz) => quiz.asked.filter((q) => q.type.read(q) === null);

function countAnswers(quiz) {
  const m = quiz.asked.length;
  fill(quiz, ".quiz-count", t("{n} of {m} answered", { n: m - unanswered(quiz).length, m }));
}

// Saves what stands in a question of an open test.
function keepOpen(q) {
  const a = q.type.read(q);
  const record = recordOf(q, a, OPEN);
  const before = saved(q) || { bits: "" };
  q.dirty = false;
  setState(q, a === null ? "untouched" : "chosen");
  if (before.bits !== record.bits) cw.answered(q.key, record);
  countAnswers(q.quiz);
}

function finishTest(quiz, late) {
  clearInterval(quiz.ticking);
  quiz.asked.forEach((q) => {
    const a = q.type.read(q);
    const result = a === null && q.scored ? 0 : resultOf(q, a);
    q.result = result;
    cw.answered(q.key, recordOf(q, a, result), a === null ? undefined : interactionOf(q, a, result));
  });
  cw.finish(quiz.key, scoreOfQuiz(quiz));
  quiz.record = { ...quiz.record, ...cw.state.quizzes.get(quiz.key) };
  keep(quiz, { start: now() });
  cw.emit("tested", quiz);
  reviewTest(quiz, late);
}

// The attempt as it was, with what came of each answer.
function reviewTest(quiz, late) {
  arrange(quiz);
  phase(quiz, "review");
  quiz.questions.forEach((q) => {
    Object.assign(q, { open: false, dirty: false });
    if (!restore(q)) showOutcome(q, null, q.result || 0);
    $(q, "fieldset").disabled = true;
    hide(q, ".q-do", false);
    button(q, "check").hidden = true;
  });
  const end = $(quiz, ".quiz-end");
  $(quiz, ".units").before(end);
  hide(end, ".quiz-late", !late);
  if (late) announce($(end, ".quiz-late").textContent);
  fillEnd(quiz, scoreOfQuiz(quiz));
  lookAt(end, end);
}

Object.assign(actions, {
  start(quiz) {
    forget(quiz);
    keep(quiz, { attempts: quiz.record.attempts + 1, open: true, seed: randomSeed(), start: now() });
    openTest(quiz);
    goTo(quiz.asked[0]);
  },
  // Before a test is handed in: what is still open, and two ways on.
  submit(quiz) {
    const open = unanswered(quiz);
    phase(quiz, "ask");
    hide(quiz, ".some", !open.length);
    hide(quiz, ".none", open.length);
    $(quiz, ".quiz-ask ul").replaceChildren(...open.map((q) => linkTo(quiz, q)));
    lookAt($(quiz, ".quiz-ask"), $(quiz, ".quiz-ask"));
  },
  back(quiz) {
    phase(quiz, "open");
    goTo(unanswered(quiz)[0] || quiz.asked[0]);
  },
  more: addTime,
  finish: (quiz) => finishTest(quiz),
  review: (quiz) => reviewTest(quiz),
  leave(quiz) {
    beforeTest(quiz);
    lookAt($(quiz, ".quiz-start"), $(quiz, ".quiz-start .btn:not([hidden])"));
  },
});
