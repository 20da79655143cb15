// A quiz on the page: what it asks, what is pressed in it, and the summary of a lesson's quiz.

let quizzes = []; // on the page that is shown

const readQuiz = (element) => {
  const { key, role, rules } = element.dataset;
  const quiz = { el: element, key, role, rules: JSON.parse(rules) };
  quiz.questions = $$(quiz, ".q").map((each) => readQuestion(each, quiz));
  quiz.units = [...$(quiz, ".units").children].map((each) => {
    const questions = quiz.questions.filter((q) => each.contains(q.el));
    return { el: each, ...each.dataset, size: questions.length, questions };
  });
  quiz.record = cw.state.quizzes.get(key) || { attempts: 0, open: false, best: null, seed: randomSeed(), start: 0 };
  return quiz;
};

const randomSeed = () => Math.floor(Math.random() * 65536);

const keep = (quiz, changes) => {
  quiz.record = { ...quiz.record, ...changes };
  cw.quizChanged(quiz.key, quiz.record);
};

// Draws and orders by the seed; what is not asked is hidden.
const arrange = (quiz) => {
  const { rules, record: { seed } } = quiz;
  const drawn = draw(quiz.units, rules.draw, seed);
  quiz.units.forEach((unit) => { unit.el.hidden = !drawn.includes(unit); });
  const shown = rules.shuffle ? shuffled(drawn, seed, ({ key }) => key) : drawn;
  $(quiz, ".units").append(...shown.map((unit) => unit.el));
  quiz.asked = shown.flatMap((unit) => unit.questions);
  quiz.asked.filter(({ el: { dataset } }) => dataset.shuffle ? dataset.shuffle === "yes" : rules.options).forEach((q) => {
    $$(q, ".opts").slice(q.name === "truefalse").forEach((list, at) => {
      list.append(...shuffled(list.children, seed, (option) => q.key + at + $(option, "input").value));
    });
  });
};

// The asked questions' share of their points, in hundredths of a point of 0..100.
const scoreOfQuiz = (quiz) => {
  const scored = quiz.asked.filter((q) => q.scored);
  const points = (share) => scored.reduce((sum, q) => sum + q.points * share(q), 0);
  return Math.round((10000 * points((q) => q.result / FULL)) / points(() => 1)) || 0;
};

// The quiz of a lesson: the best score kept, the summary once every question has been answered.
const summarize = (quiz, fresh) => {
  if (quiz.role !== "quiz") return;
  const scored = quiz.asked.filter((q) => q.scored);
  const done = scored.length && scored.every((q) => q.result !== null);
  const best = done ? Math.max(scoreOfQuiz(quiz), quiz.record.best) : quiz.record.best;
  if (fresh && (best !== quiz.record.best || !quiz.record.attempts)) keep(quiz, { best, attempts: quiz.record.attempts || 1, start: now() });
  hide(quiz, ".quiz-end", !done || !scored.every((q) => q.answer));
  if (done) fillEnd(quiz, scoreOfQuiz(quiz));
  if (fresh && !$(quiz, ".quiz-end").hidden) announce($(quiz, ".quiz-end h2").textContent + " " + $(quiz, ".result-line").innerText);
};

// From the beginning; where questions are drawn, with new ones.
const restart = (quiz) => {
  if (quiz.rules.draw) {
    forget(quiz);
    keep(quiz, { seed: randomSeed() });
    arrange(quiz);
  }
  quiz.questions.forEach(clear);
  hide(quiz, ".quiz-end", true);
  goTo(quiz.asked[0]);
};

const forget = (quiz) => {
  quiz.questions.forEach((q) => {
    cw.state.answers.delete(q.key);
    q.result = null;
  });
};

const goTo = (q) => {
  lookAt(q.el, $(q, "input:enabled, select:enabled, textarea") || $(q, "a, .btn:not([hidden])"));
};

const lookAt = (element, focus) => {
  element.scrollIntoView();
  if (focus) focus.focus({ preventScroll: true });
};

const actions = {
  again(quiz, q) {
    clear(q);
    goTo(q);
    summarize(quiz);
  },
  all: (quiz, q) => showAll(q),
  print: (quiz, q) => printProfile(q),
  restart,
};

const listen = (quiz) => {
  const on = (event, act) => quiz.el.addEventListener(event, (happening) => {
    const { target } = happening;
    act(target, quiz.questions.find((q) => q.el.contains(target)), happening);
  });
  on("click", (target, q, event) => {
    const pressed = target.closest("[data-do], [data-move], [data-go]");
    if (!pressed) return;
    const { do: name, move, go } = pressed.dataset;
    if (actions[name]) actions[name](quiz, q);
    if (move) {
      q.type.touched(q, pressed);
      touch(q);
    }
    if (go) {
      event.preventDefault();
      goTo(quiz.asked[go]);
    }
  });
  on("input", (target, q) => {
    if (!q) return;
    q.dirty = q.open;
    q.type.touched(q, target);
    if (!q.open) touch(q);
  });
  on("change", (target, q) => q && q.open && keepOpen(q));
  on("submit", (target, q, event) => {
    event.preventDefault();
    if (!q.open) {
      check(q);
      summarize(quiz, true);
    } else if (event.submitter) {
      q.type.advance(q);
      keepOpen(q);
    }
  });
};

// Takes hold of the quizzes in a page that was just put in place.
cw.parts.quiz = (main) => {
  (cw.lent || []).splice(0).forEach((add) => add({ $, $$, inputs, tell, boxOf, width, types }));
  quizzes = $$(main, ".quiz").map(readQuiz);
  quizzes.forEach((quiz) => {
    hide(quiz, ".q-do", false);
    quiz.el.dataset.live = "";
    listen(quiz);
    if (quiz.role === "test") return mountTest(quiz);
    arrange(quiz);
    quiz.asked.forEach(restore);
    return summarize(quiz);
  });
};

// What stands in a field that was not left yet.
const keepDirty = () => quizzes.forEach((quiz) => quiz.questions.filter((q) => q.dirty).forEach(keepOpen));
cw.on("hide", keepDirty);
cw.on("leave", keepDirty);
