// A test: told before, asked on one page, submitted, reviewed. One page and not one question at a time: what was
// answered can be looked over and changed, a scenario's questions stay beside its text, and no press of a button
// stands between an answer and its being saved.

function mountTest(quiz) {
  quiz.record = savedQuiz(quiz);
  if (quiz.record.open) openTest(quiz);
  else beforeTest(quiz);
}

const attemptsLeft = (quiz) => (quiz.rules.attempts ? Math.max(0, quiz.rules.attempts - quiz.record.attempts) : Infinity);
const waitLeft = (quiz) => (quiz.rules.wait && quiz.record.attempts ? quiz.record.start + quiz.rules.wait - now() : 0);

function phase(quiz, name) {
  quiz.el.dataset.phase = name;
  one(quiz.el, ".quiz-start").hidden = name !== "start";
  one(quiz.el, ".units").hidden = name === "start";
  one(quiz.el, ".quiz-bar").hidden = name !== "open";
  one(quiz.el, ".quiz-end").hidden = name !== "review";
}

function whenWords(seconds) {
  return new Intl.DateTimeFormat(language(), { dateStyle: "long", timeStyle: "short" }).format(new Date(seconds * 1000));
}

// What stands between the learner and another attempt, or "".
function barrier(quiz) {
  if (!attemptsLeft(quiz)) return cw.t("You have used all your attempts.");
  return waitLeft(quiz) > 0 ? cw.t("You can take the test again from {time} on.", { time: whenWords(now() + waitLeft(quiz)) }) : "";
}

function beforeTest(quiz) {
  phase(quiz, "start");
  const { attempts, best } = quiz.record;
  const words = [best === null ? "" : cw.t("Your best result so far: {n}%.", { n: percent(best) }), barrier(quiz)];
  const note = one(quiz.el, ".quiz-note");
  note.textContent = words.join(" ").trim();
  note.hidden = !note.textContent;
  if (quiz.rules.attempts) one(quiz.el, ".quiz-left").textContent = cw.t("{n} of {m} left", { n: attemptsLeft(quiz), m: quiz.rules.attempts });
  one(quiz.el, '[data-do="start"]').hidden = Boolean(barrier(quiz));
  one(quiz.el, '[data-do="review"]').hidden = !attempts || !quiz.questions.some((q) => cw.state.answers.has(q.key));
}

function startTest(quiz) {
  if (barrier(quiz)) return;
  quiz.questions.forEach((q) => cw.state.answers.delete(q.key));
  const { attempts, best } = quiz.record;
  quiz.record = { attempts: attempts + 1, open: true, best, seed: randomSeed(), start: now() };
  cw.quizChanged(quiz.key, quiz.record);
  openTest(quiz);
  goTo(quiz.asked[0]);
}

function openTest(quiz) {
  phase(quiz, "open");
  arrange(quiz, quiz.record.seed);
  quiz.questions.forEach((q) => {
    clear(q);
    Object.assign(q, { open: true, reviewed: false, dirty: false, moved: false, since: now() });
    one(q.el, "fieldset").disabled = false;
    one(q.el, ".q-do").hidden = !q.type.advance;
    if (restore(q)) q.moved = true;
  });
  all(quiz.el, ".scenario-after").forEach((each) => { each.hidden = true; });
  countAnswers(quiz);
  runClock(quiz);
}

const unanswered = (quiz) => quiz.asked.filter((q) => q.type.read(q) === null);
const numberOfQuestion = (quiz, q) => cw.t("Question {n}", { n: quiz.asked.indexOf(q) + 1 });

function countAnswers(quiz) {
  const m = quiz.asked.length;
  one(quiz.el, ".quiz-count").textContent = cw.t("{n} of {m} answered", { n: m - unanswered(quiz).length, m });
}

// Saves what stands in a question of an open test.
function keepOpen(q) {
  const answer = q.type.read(q);
  const before = cw.state.answers.get(q.key);
  q.dirty = false;
  if (answer !== null) {
    const record = recordOf(q, answer, OPEN);
    if (!before || before.bits !== record.bits || before.fp !== q.fp) cw.answered(q.key, record);
  } else if (before) cw.answered(q.key, { fp: q.fp, result: OPEN, bits: "" });
  q.el.dataset.state = answer === null ? "untouched" : "chosen";
  countAnswers(q.quiz);
}

// Before a test is handed in: what is still open, with links, and two ways on.
function confirmSubmit(quiz) {
  const end = one(quiz.el, ".quiz-end");
  const open = unanswered(quiz);
  const list = cw.el("ul", {}, ...open.map((q) => cw.el("li", {}, questionLink(quiz, q))));
  const title = open.length ? cw.t("Not answered yet: {n} of {m}", { n: open.length, m: quiz.asked.length }) : cw.t("All questions are answered.");
  end.replaceChildren(cw.el("h2", {}, title), list, cw.el("p", { class: "q-do" }, pressable("finish", open.length ? cw.t("Submit anyway") : cw.t("Submit now")), " ", pressable("back", cw.t("Go on answering"), true)));
  list.hidden = !open.length;
  end.hidden = false;
  one(quiz.el, ".quiz-bar").hidden = true;
  end.scrollIntoView();
  end.focus({ preventScroll: true });
}

function backToTest(quiz) {
  phase(quiz, "open");
  goTo(unanswered(quiz)[0] || quiz.asked[0]);
}

function finishTest(quiz, words) {
  stopClock(quiz);
  quiz.asked.forEach((q) => {
    const answer = q.type.read(q);
    const result = answer === null ? (q.scored ? 0 : UNSCORED) : resultOf(q, answer);
    q.result = result;
    q.open = false;
    const record = answer === null ? { fp: q.fp, result, bits: "" } : recordOf(q, answer, result);
    cw.answered(q.key, record, answer === null ? undefined : interactionOf(q, answer, result));
  });
  const score = scoreQuiz(quiz) || 0;
  const best = Math.max(score, quiz.record.best || 0);
  cw.finish(quiz.key, score);
  quiz.record = Object.assign({}, quiz.record, { open: false, best, start: now() });
  cw.quizChanged(quiz.key, quiz.record); // the end of the attempt, for the waiting time
  reviewTest(quiz, words);
}

// The attempt as it was, with what came of each answer.
function reviewTest(quiz, words) {
  arrange(quiz, quiz.record.seed);
  phase(quiz, "review");
  quiz.questions.forEach((q) => {
    Object.assign(q, { open: false, reviewed: true });
    if (!restore(q)) showOutcome(q, null, q.result || 0);
    one(q.el, "fieldset").disabled = true;
    one(q.el, ".q-do").hidden = false;
    button(q, "check").hidden = true;
  });
  const end = one(quiz.el, ".quiz-end");
  const again = barrier(quiz) ? cw.el("p", {}, barrier(quiz)) : pressable("leave", cw.t("Take the test again"), true);
  const details = cw.el("p", {}, cw.el("a", { href: "result.html" }, cw.t("Your results and what to read again")));
  end.replaceChildren(cw.el("p", {}, words || ""), ...resultLines(quiz, scoreQuiz(quiz) || 0), objectiveTable(quiz), details, lookAgain(quiz), again);
  end.parentNode.insertBefore(end, one(quiz.el, ".units"));
  end.scrollIntoView();
  end.focus({ preventScroll: true });
}

const testActions = {
  start: startTest,
  submit: confirmSubmit,
  back: backToTest,
  finish: (quiz) => finishTest(quiz, ""),
  review: (quiz) => reviewTest(quiz, ""),
  leave(quiz) {
    beforeTest(quiz);
    one(quiz.el, ".quiz-start").scrollIntoView();
    one(quiz.el, '[data-do="start"]').focus({ preventScroll: true });
  },
};
