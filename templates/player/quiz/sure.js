// How sure the learner was, beside what came of it: shown at the end of a quiz that asked.

const tellSure = (quiz) => {
  const asked = quiz.asked.filter((q) => q.confidence && q.scored && q.result !== null).map((q) => {
    const { bits } = saved(q) || {};
    return { sure: bits ? unpack(q, bits).sure : 0, right: q.result === FULL };
  });
  const count = (level, good) => countOf(asked, ({ sure, right }) => sure === level && right === good);
  const said = [
    t("Sure and right: {n}.", { n: count(3, true) }),
    t("Sure, but not quite right: {n}.", { n: count(3, false) }),
    t("Guessed and right: {n}.", { n: count(1, true) }),
  ];
  let place = $(quiz, ".quiz-sure");
  if (!place) $(quiz, ".quiz-best").after(place = el("p", { class: "quiz-sure" }));
  place.hidden = !asked.some(({ sure }) => sure);
  place.textContent = said.join(" ");
};
