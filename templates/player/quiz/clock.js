// The clock of a test: seen all the time, spoken at steps only.

const pad = (value) => String(value).padStart(2, "0");

function stopClock(quiz) {
  clearInterval(quiz.ticking);
}

function runClock(quiz) {
  const { minutes } = quiz.rules;
  stopClock(quiz);
  if (!minutes) return;
  const face = one(quiz.el, ".quiz-clock");
  const end = quiz.record.start + minutes * 60;
  const steps = [minutes * 30, 600, 300, 60].filter((step) => step < minutes * 60 && step <= end - now());
  face.hidden = false;
  const tick = () => {
    const left = end - now();
    if (!quiz.el.isConnected || left <= 0) stopClock(quiz);
    if (!quiz.el.isConnected) return;
    if (left <= 0) {
      finishTest(quiz, cw.t("The time is over. Your answers were submitted as they stood."));
      return;
    }
    face.textContent = Math.floor(left / 60) + ":" + pad(left % 60);
    face.classList.toggle("late", left <= 60);
    if (steps.some((step) => left <= step)) {
      cw.announce(cw.t("Time left: {time}", { time: face.textContent }));
      steps.splice(0, steps.length, ...steps.filter((step) => left > step));
    }
  };
  quiz.ticking = setInterval(tick, 1000);
  tick();
}
