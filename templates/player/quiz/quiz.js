// A quiz on the page: what it asks, what is pressed in it, and the summary of a lesson's quiz.

let quizzes = []; // on the page that is shown

function readQuiz(el) {
  const quiz = { el, key: el.dataset.key, role: el.dataset.role, rules: JSON.parse(el.dataset.rules) };
  quiz.questions = all(el, ".q").map((each) => readQuestion(each, quiz));
  quiz.units = Array.from(one(el, ".units").children).map((each) => {
    const inner = quiz.questions.filter((q) => each.contains(q.el));
    return { el: each, key: each.dataset.key, objective: each.dataset.objective || "", bank: each.dataset.bank || "", size: inner.length, questions: inner };
  });
  return quiz;
}

const randomSeed = () => Math.floor(Math.random() * 65536);
const savedQuiz = (quiz) => cw.state.quizzes.get(quiz.key) || { attempts: 0, open: false, best: null, seed: randomSeed(), start: 0 };

// Draws and orders by the seed; what is not asked is hidden.
function arrange(quiz, seed) {
  const drawn = drawUnits(quiz.units, quiz.rules.draw, seed);
  const shown = quiz.rules.shuffle ? shuffled(drawn, seed, (unit) => unit.key) : drawn;
  quiz.units.forEach((unit) => { unit.el.hidden = !drawn.includes(unit); });
  shown.forEach((unit) => unit.el.parentNode.appendChild(unit.el));
  quiz.asked = [].concat(...shown.map((unit) => unit.questions));
  quiz.asked.forEach((q) => {
    if (q.el.dataset.shuffle ? q.el.dataset.shuffle === "yes" : quiz.rules.options) shuffleOptions(q, seed);
  });
}

function shuffleOptions(q, seed) {
  all(q.el, ".opts").slice(q.name === "truefalse" ? 1 : 0).forEach((list, at) => {
    const name = (option) => q.key + at + one(option, "input").value;
    list.append(...shuffled(Array.from(list.children), seed, name));
  });
}

// Points reached by the questions asked, in hundredths of a point of 0..100; null while some have no result.
function scoreQuiz(quiz) {
  const scored = quiz.asked.filter((q) => q.scored);
  if (!scored.length || scored.some((q) => q.result === null)) return null;
  const sum = (value) => scored.reduce((total, q) => total + q.points * value(q), 0);
  return Math.round((10000 * sum((q) => q.result)) / (FULL * sum(() => 1)));
}

function mountQuiz(quiz) {
  quiz.record = savedQuiz(quiz);
  arrange(quiz, quiz.record.seed);
  quiz.asked.forEach(restore);
  summarize(quiz, false);
}

// After an answer in the quiz of a lesson: the summary once all are answered, and the best score kept.
function summarize(quiz, fresh) {
  if (quiz.role !== "quiz") return;
  const score = scoreQuiz(quiz);
  const done = score !== null && quiz.asked.every((q) => !q.scored || q.answer);
  const end = one(quiz.el, ".quiz-end");
  const best = score === null ? quiz.record.best : Math.max(score, quiz.record.best || 0);
  if (fresh && (best !== quiz.record.best || !quiz.record.attempts)) {
    quiz.record = Object.assign({}, quiz.record, { best, attempts: Math.max(1, quiz.record.attempts) });
    cw.quizChanged(quiz.key, quiz.record);
  }
  end.hidden = !done;
  if (!done) return;
  end.replaceChildren(...resultLines(quiz, score), lookAgain(quiz), pressable("restart", cw.t("Start again"), true));
  if (fresh) cw.announce(cw.t("All questions answered.") + " " + one(end, ".result-line").textContent);
}

function restart(quiz) {
  if (quiz.rules.draw) {
    quiz.questions.forEach((q) => { cw.state.answers.delete(q.key); q.result = null; });
    quiz.record = Object.assign({}, quiz.record, { seed: randomSeed(), attempts: quiz.record.attempts + 1 });
    cw.quizChanged(quiz.key, quiz.record);
    arrange(quiz, quiz.record.seed);
  }
  quiz.questions.forEach(clear);
  one(quiz.el, ".quiz-end").hidden = true;
  goTo(quiz.asked[0]);
}

function goTo(q) {
  q.el.scrollIntoView();
  const first = one(q.el, "input:not(:disabled), select, textarea, .btn:not([hidden])");
  if (first) first.focus({ preventScroll: true });
}

function press(quiz, target) {
  const q = quiz.questions.find((each) => each.el.contains(target));
  const name = target.dataset.do;
  if (q && q.type.touched && name === undefined && target.dataset.move) return q.type.touched(q, target) && changed(quiz, q);
  if (name === "again") {
    clear(q);
    goTo(q);
    summarize(quiz, false);
  } else if (name === "all") toggleAll(q);
  else if (name === "print") printProfile(q);
  else if (name === "restart") restart(quiz);
  else if (name && testActions[name]) testActions[name](quiz);
  return true;
}

function changed(quiz, q) {
  if (q.open) keepOpen(q);
  else touch(q);
}

function listen(quiz) {
  const questionOf = (event) => quiz.questions.find((q) => q.el.contains(event.target));
  quiz.el.addEventListener("click", (event) => {
    const target = event.target.closest("button");
    const link = event.target.closest("a[data-question]");
    if (target) press(quiz, target);
    if (link) {
      event.preventDefault();
      goTo(quiz.questions.find((q) => q.id === link.dataset.question));
    }
  });
  quiz.el.addEventListener("input", (event) => {
    const q = questionOf(event);
    if (!q) return;
    q.dirty = true;
    if (q.type.touched) q.type.touched(q, event.target);
    if (!q.open) touch(q);
  });
  quiz.el.addEventListener("change", (event) => {
    const q = questionOf(event);
    if (q && q.open) keepOpen(q);
  });
  quiz.el.addEventListener("submit", (event) => {
    event.preventDefault();
    const q = questionOf(event);
    if (q.open) {
      if (q.type.advance && event.submitter) {
        q.type.advance(q);
        keepOpen(q);
      }
      return;
    }
    check(q);
    summarize(quiz, true);
  });
}

cw.quiz = {
  // Takes hold of the quizzes in a page that was just put in place.
  mount(main) {
    quizzes = all(main, ".quiz").map(readQuiz);
    quizzes.forEach((quiz) => {
      all(quiz.el, ".q-do").forEach((each) => { each.hidden = false; });
      quiz.el.dataset.live = "";
      listen(quiz);
      if (quiz.role === "test") mountTest(quiz);
      else mountQuiz(quiz);
    });
    if (one(main, "#cw-result")) fillResult(main);
  },
};

const keepAll = () => quizzes.forEach((quiz) => quiz.questions.filter((q) => q.open && q.dirty).forEach(keepOpen));
cw.on("hide", keepAll);
cw.on("leave", keepAll);
