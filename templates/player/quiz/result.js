// Results in words: after a quiz, after a test, and on the page of results.

function linkTo(quiz, q) {
  const n = quiz.asked.indexOf(q);
  return el("li", {}, el("a", { href: "#" + q.id, "data-go": n }, t("Question {n}", { n: n + 1 }) + ": " + $(q, ".q-title").textContent));
}

function fillLine(line, score, pass) {
  line.hidden = false;
  $(line, "b").textContent = percent(score);
  if (!pass) return;
  line.dataset.mark = markOf(score >= pass * 100);
  $(line, ".reached").hidden = score < pass * 100;
  $(line, ".short").hidden = score >= pass * 100;
}

const bestWords = (best) => t("Your best result so far: {n}.", { n: percent(best) });

// The end of a quiz or test: its score, and the questions that were not wholly right.
function fillEnd(quiz, score) {
  const { best } = quiz.record;
  const open = quiz.asked.filter((q) => q.scored && q.result < FULL);
  fillLine($(quiz, ".result-line"), score, quiz.rules.pass);
  $(quiz, ".quiz-best").textContent = best > score ? bestWords(best) : "";
  $(quiz, ".quiz-look").hidden = !open.length;
  $(quiz, ".quiz-look ul").replaceChildren(...open.map((q) => linkTo(quiz, q)));
  if (quiz.role !== "test") return;
  button(quiz, "leave").hidden = barrier(quiz);
  $(quiz, ".quiz-barrier").textContent = barrier(quiz);
}

// The page of results: each graded quiz, and the share of each objective in the last attempts.
function fillResult(main) {
  const sums = {};
  $$(main, ".result-test").forEach((test) => {
    const { key, pass, questions } = test.dataset;
    const { best = null, attempts = 0 } = cw.state.quizzes.get(key) || {};
    if (best !== null) {
      fillLine($(test, ".result-line"), best, pass);
      $(test, ".result-none").hidden = true;
    }
    if ($(test, ".result-attempts")) $(test, ".result-attempts").textContent = attempts;
    JSON.parse(questions).forEach(([question, objective, points]) => {
      const { result } = cw.state.answers.get(question) || { result: UNSCORED };
      const sum = sums[objective] = sums[objective] || [0, 0];
      if (result > FULL) return;
      sum[0] += points * result;
      sum[1] += points;
    });
    test.hidden = false;
    $$(main, "#cw-result > p").forEach((each) => { each.hidden = true; });
  });
  $$(main, "#cw-objectives [data-objective]").forEach((row) => {
    const [got, of] = sums[row.dataset.objective] || [0, 0];
    row.lastElementChild.textContent = of ? percent((10000 * got) / (FULL * of)) : "\u2013";
    if (of) $(main, "#cw-objectives").hidden = false;
  });
}
