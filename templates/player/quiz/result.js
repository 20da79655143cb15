// Results in words: after a quiz, after a test.

const linkTo = (quiz, q) => {
  const n = quiz.asked.indexOf(q);
  return el("li", {}, el("a", { href: "#" + q.id, "data-go": n }, t("Question {n}", { n: n + 1 }) + ": " + $(q, ".q-title").textContent));
};

// The same with the pages to read again.
const withPages = (quiz, q) => {
  const line = linkTo(quiz, q);
  const see = $(q, ".q-see");
  if (see) line.append(see.cloneNode(true));
  return line;
};

const fillLine = (line, score, pass) => {
  line.hidden = false;
  fill(line, "b", percent(score));
  if (pass) line.dataset.mark = markOf(score >= pass * 100); // the theme shows the words that fit
};

const bestWords = (best) => t("Your best result so far: {n}.", { n: percent(best) });

// The end of a quiz or test: its score, and the questions that were not wholly right.
const fillEnd = (quiz, score) => {
  const { best } = quiz.record;
  const open = quiz.asked.filter((q) => q.scored && q.result < FULL);
  fillLine($(quiz, ".result-line"), score, quiz.rules.pass);
  fill(quiz, ".quiz-best", best > score ? bestWords(best) : "");
  hide(quiz, ".quiz-look", !open.length);
  $(quiz, ".quiz-look ul").replaceChildren(...open.map((q) => withPages(quiz, q)));
  tellSure(quiz);
  if (quiz.role !== "test") return;
  button(quiz, "leave").hidden = barrier(quiz);
  fill(quiz, ".quiz-barrier", barrier(quiz));
};
