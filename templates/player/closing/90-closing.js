// The closing page: how the course stands, what is missing, what was learnt, and the record to print.

// Each graded quiz; returns their questions.
const fillTests = (main) => $$(main, ".result-test").flatMap((test) => {
  const { key, pass, most, questions } = test.dataset;
  const { best, attempts } = recordOf(key);
  const reached = best >= pass * 100;
  test.hidden = false;
  fill(test, "best", percent(best / 100));
  fill(main, "left", Math.max(0, most - attempts));
  fill(test, "left", Math.max(0, most - attempts));
  show(test, best === null ? "none" : "some");
  if (pass && best !== null) test.dataset.mark = reached ? "right" : "wrong";
  show(test, reached ? "reached" : "short");
  return JSON.parse(questions);
});

// What still has to be read or passed; false where nothing is.
const fillMissing = (main) => $$(main, ".missing [data-key]").filter((line) => {
  const { key, pass } = line.dataset;
  const { best } = recordOf(key);
  line.hidden = pass === undefined ? cw.state.visited.has(key) : best !== null && best >= pass * 100;
  return !line.hidden;
}).length;

// By objective, in the table and in the record.
const fillObjectives = (main, questions) => $$(main, "[data-bar]").forEach((row) => {
  const { objective, bar } = row.dataset;
  const answered = questions.filter((question) => question[1] === objective && resultOf(question[0]) !== null);
  const sum = (value) => answered.reduce((total, [key, , points]) => total + points * value(key), 0);
  const share = (100 * sum((key) => resultOf(key) / FULL)) / sum(() => 1);
  const achieved = share >= bar;
  if (row.matches("li")) row.hidden = !achieved;
  else if (answered.length) {
    row.closest("table").hidden = false;
    fill(row, "share", percent(share));
    row.querySelector("progress").value = share;
    $$(row, "details").forEach((pages) => { pages.open = !achieved; });
    show(row, achieved ? "reached" : "short");
  } else show(row, "none");
});

const fillRecord = (main, score, graded) => {
  const ended = graded.map(({ key }) => recordOf(key)).filter((quiz) => !quiz.open && quiz.start).map((quiz) => quiz.start);
  const record = main.querySelector(".record");
  fill(record, "name", (cw.learner || "").split(/,\s*/).reverse().join(" "));
  fill(record, "today", day(Date.now()));
  if (score !== null) {
    fill(record, "score", percent(score / 100));
    show(record, "score");
  }
  if (ended.length) {
    fill(record, "ended", day(Math.max(...ended) * 1000));
    show(record, "ended");
  }
  if (record.querySelector("li:not([hidden])")) show(record, "achieved");
  record.querySelector("button").onclick = () => {
    main.classList.add("record-only");
    addEventListener("afterprint", () => main.classList.remove("record-only"), { once: true });
    print();
  };
};

cw.parts.closing = (main) => {
  const { graded } = cw.course;
  const { score, status } = cw.evaluate();
  const questions = fillTests(main);
  const missing = fillMissing(main);
  const short = graded.some(({ key, pass }) => recordOf(key).best !== null && recordOf(key).best < pass * 100);
  main.querySelector(".result-wait").hidden = true;
  fillObjectives(main, questions);
  show(main, ["", "completed", "passed", "failed"][status] || (short ? "not-passed" : "open"));
  if (score !== null) fill(main, "score", percent(score / 100));
  if (status === 1 || status === 2) {
    show(main, "done");
    fillRecord(main, score, graded);
  } else if (missing) show(main, "missing");
};
