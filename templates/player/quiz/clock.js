// The clock of a test: seen all the time, spoken at steps only.

function runClock(quiz) {
  const limit = (quiz.rules.minutes || 0) * 60;
  const face = $(quiz, ".quiz-clock");
  const end = quiz.record.start + limit;
  let steps = [limit / 2, 600, 300, 60].filter((step) => step < limit && step < end - now());
  const tick = () => {
    const left = end - now();
    if (!quiz.el.isConnected) return clearInterval(quiz.ticking);
    if (left <= 0) return finishTest(quiz, true);
    face.textContent = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
    face.classList.toggle("late", left <= 60);
    if (steps.some((step) => left <= step)) cw.announce(t("Time left: {time}", { time: face.textContent }));
    steps = steps.filter((step) => left > step);
    return undefined;
  };
  clearInterval(quiz.ticking);
  if (!limit) return;
  face.hidden = false;
  quiz.ticking = setInterval(tick, 1000);
  tick();
}
