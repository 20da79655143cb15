// The closing page: how the course stands, what is missing, what was learnt, the record to print. Its words stand in
// the page, hidden: they are chosen by `data-when`, and numbers go where `data-fill` says.

const FULL = 120; // result of a right answer
const root = document.documentElement;
const number = (value) => value.toLocaleString(root.lang, { maximumFractionDigits: 1 });
const percent = (value) => cw.t("{n}%", { n: number(value) });
const day = (time) => new Date(time).toLocaleDateString(root.lang, { dateStyle: "long" });
const { $, $$, recordOf } = cw;

const tell = (at, name, text) => {
  $$(at, "[data-fill=" + name + "]").forEach((place) => { place.textContent = text; });
  $$(at, "[data-when~=" + name + "]").forEach((part) => { part.hidden = false; });
};

// By what has the key of a quiz.
const bestOf = (quiz) => recordOf(quiz).best === null ? -1 : recordOf(quiz).best;

// Each graded quiz; returns their questions.
const tellTests = (main) => $$(main, ".result-test").flatMap((test) => {
  const { pass, most, questions } = test.dataset;
  const best = bestOf(test.dataset);
  const reached = best >= pass * 100;
  const left = Math.max(0, most - recordOf(test.dataset).attempts);
  test.hidden = false;
  tell(test, "left", left);
  tell(main, "only", left);
  if (best < 0) tell(test, "none");
  else {
    tell(test, "best", percent(best / 100));
    tell(test, reached ? "reached" : "short");
    if (pass) test.dataset.mark = reached ? "right" : "wrong";
  }
  return JSON.parse(questions);
});

// By objective, in the table and in the record, whose lines are hidden but for what was achieved.
const tellObjectives = (main, questions) => $$(main, "[data-bar]").forEach((row) => {
  let points = 0;
  let got = 0;
  questions.forEach(([key, objective, worth]) => {
    const { result } = cw.state.answers.get(key) || {};
    if (objective !== row.dataset.objective || !(result <= FULL)) return;
    points += worth;
    got += worth * result;
  });
  if (!points) return tell(row, "none");
  const share = (100 * got) / FULL / points;
  const achieved = share >= row.dataset.bar;
  if (achieved) {
    row.hidden = false;
    tell(main, "achieved");
  }
  tell(main, "asked");
  tell(row, "share", percent(share));
  tell(row, achieved ? "reached" : "short");
  $$(row, "progress").forEach((bar) => { bar.value = share; });
  return $$(row, "details").forEach((pages) => { pages.open = !achieved; });
});

cw.parts.closing = (main) => {
  const { score, status } = cw.evaluate();
  const done = status === 1 || status === 2;
  const ended = Math.max(...cw.course.graded.map(recordOf).map(({ open, start }) => (open ? 0 : start || 0)));
  tellObjectives(main, tellTests(main));
  tell(main, ["", "completed", "passed", "failed"][status] || ($(main, "[data-mark=wrong]") ? "not-passed" : "open"));
  $(main, ".result-wait").hidden = true;
  $$(main, ".missing li").forEach((line) => {
    const { key, pass } = line.dataset;
    if (pass ? bestOf(line.dataset) >= pass * 100 : cw.state.visited.has(key)) line.hidden = true;
    else if (!done) tell(main, "missing");
  });
  if (done) tell(main, "done");
  if (score !== null) tell(main, "score", percent(score / 100));
  if (ended > 0) tell(main, "ended", day(ended * 1000));
  tell(main, "today", day(Date.now()));
  // An LMS may write the family's name first, with a comma.
  tell(main, "name", cw.learner().split(/,\s*/).reverse().join(" "));
  $(main, ".record button").onclick = () => {
    main.classList.add("record-only");
    addEventListener("afterprint", () => main.classList.remove("record-only"), { once: true });
    print();
  };
};
