// The clock of a test: seen all the time, spoken at steps only. Where its author lets it, time can be added, again and
// again: the beginning of the attempt moves forward, so that the state needs no field for it.

const WARNED = 300; // seconds before the end from which the bar says so and offers more

const runClock = (quiz) => {
  const { minutes, extend } = quiz.rules;
  const face = $(quiz, ".quiz-clock");
  let told = Infinity;
  const tick = () => {
    if (!quiz.el.isConnected) return clearInterval(quiz.ticking);
    // The clock was set back: no attempt begins after now.
    if (quiz.record.start > now()) keep(quiz, { start: now() });
    const left = quiz.record.start + minutes * 60 - now();
    if (left <= 0) return timeIsUp(quiz);
    const step = [60, WARNED, 600, minutes * 30].find((each) => left <= each) || Infinity;
    const words = t("Minutes left: {n}.", { n: Math.ceil(left / 60) });
    const more = button(quiz, "more");
    face.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    face.classList.toggle("late", left <= 60);
    // Not taken from under the finger that pressed it.
    if (more) more.hidden = (left > WARNED || left > (minutes - extend) * 60) && document.activeElement !== more;
    if (step < told) {
      fill(quiz, ".quiz-warn b", step > WARNED ? "" : words);
      announce(words + (more && !more.hidden ? " " + more.textContent : ""));
    }
    told = step;
    return undefined;
  };
  clearInterval(quiz.ticking);
  if (!minutes) return;
  face.hidden = false;
  quiz.ticking = setInterval(tick, 1000);
  tick();
};

// What was answered is kept; whether it is handed in is for the learner to say, where time can be added.
const timeIsUp = (quiz) => {
  const over = $(quiz, ".quiz-over");
  if (!over) return finishTest(quiz, true);
  clearInterval(quiz.ticking);
  quiz.questions.filter((q) => q.dirty).forEach(keepOpen);
  phase(quiz, "over");
  return lookAt(over, over);
};

const addTime = (quiz) => {
  const { minutes, extend } = quiz.rules;
  const from = Math.max(quiz.record.start, now() - minutes * 60) + extend * 60;
  keep(quiz, { start: Math.min(from, now()) });
  if (quiz.el.dataset.phase === "over") actions.back(quiz);
  runClock(quiz);
};
