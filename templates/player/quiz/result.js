// Results in words: after a quiz, after a test, and on the page of results.

const percent = (hundredths) => new Intl.NumberFormat(language(), { maximumFractionDigits: 1 }).format(hundredths / 100);

// A button that `press` understands.
const pressable = (name, words, quiet) => cw.el("button", { type: "button", class: quiet ? "btn quiet" : "btn", "data-do": name }, words);

const questionLink = (quiz, q) => cw.el("a", { href: "#" + q.id, "data-question": q.id }, numberOfQuestion(quiz, q) + ": " + one(q.el, ".q-title").textContent);

function passWords(score, pass) {
  if (!pass) return "";
  return score >= pass * 100 ? cw.t("Pass mark of {n}% reached.", { n: pass }) : cw.t("The pass mark is {n}%: not reached yet.", { n: pass });
}

function resultLines(quiz, score) {
  const { pass } = quiz.rules;
  const line = cw.el("p", { class: "result-line" }, cw.el("b", {}, cw.t("{n}%", { n: percent(score) })), " " + passWords(score, pass));
  if (pass) line.dataset.mark = score >= pass * 100 ? "right" : "wrong";
  const best = quiz.record.best > score ? [cw.el("p", {}, cw.t("Your best result so far: {n}%.", { n: percent(quiz.record.best) }))] : [];
  return [cw.el("h2", {}, cw.t("Your result")), line, ...best];
}

// The questions that were not wholly right, as links.
function lookAgain(quiz) {
  const open = quiz.asked.filter((q) => q.scored && q.result < FULL);
  const box = cw.el("div", {}, cw.el("h3", {}, cw.t("Look at these again")), cw.el("ul", {}, ...open.map((q) => cw.el("li", {}, questionLink(quiz, q)))));
  box.hidden = !open.length;
  return box;
}

const cells = (tag, words) => words.map((word) => cw.el(tag, tag === "th" ? { scope: "col" } : {}, word));

// Points by objective: [[objective, share in hundredths]].
function byObjective(questions) {
  const sums = new Map();
  questions.forEach(({ objective, points, result }) => {
    const sum = sums.get(objective) || [0, 0];
    sums.set(objective, [sum[0] + (points * result) / FULL, sum[1] + points]);
  });
  return Array.from(sums, ([objective, [got, of]]) => [objective, (10000 * got) / of]);
}

function objectiveTable(quiz) {
  const names = cw.course.objectives || {};
  const rows = byObjective(quiz.asked.filter((q) => q.scored)).filter(([name]) => name);
  const lines = rows.map(([name, share]) => cw.el("tr", {}, cw.el("th", { scope: "row" }, names[name] || name), ...cells("td", [cw.t("{n}%", { n: percent(share) })])));
  const table = cw.el("table", { class: "by-objective" }, cw.el("thead", {}, cw.el("tr", {}, ...cells("th", [cw.t("Objective"), cw.t("Result")]))), cw.el("tbody", {}, ...lines));
  table.hidden = !lines.length;
  return table;
}

// The page of results: one line a graded quiz, and the share of each objective in the last attempts.
function fillResult(main) {
  const box = one(main, "#cw-result");
  const tests = JSON.parse(box.dataset.tests || "[]");
  const answered = [];
  const lines = tests.map((test) => {
    const record = cw.state.quizzes.get(test.key);
    const graded = (cw.course.graded || []).find((each) => each.key === test.key) || {};
    Object.keys(test.questions).forEach((objective) => test.questions[objective].forEach((key) => {
      const answer = cw.state.answers.get(key);
      if (answer && answer.result <= FULL) answered.push({ objective, points: test.points[key] || 1, result: answer.result });
    }));
    return testLine(test, record, graded);
  });
  if (!lines.length) return;
  box.replaceChildren(...lines);
  const shares = new Map(byObjective(answered));
  const table = one(main, "#cw-objectives");
  if (!table) return;
  all(table, "[data-objective]").forEach((row) => {
    const share = shares.get(row.dataset.objective);
    row.lastElementChild.textContent = share === undefined ? cw.t("not asked yet") : cw.t("{n}%", { n: percent(share) });
  });
  table.hidden = !shares.size;
}

function testLine(test, record, graded) {
  const words = [];
  if (!record || record.best === null) words.push(record && record.open ? cw.t("Begun, not submitted yet.") : cw.t("No result yet."));
  else words.push(cw.t("Best result: {n}%.", { n: percent(record.best) }), passWords(record.best, graded.pass));
  if (graded.attempts) words.push(cw.t("Attempts: {n} of {m} used.", { n: record ? record.attempts : 0, m: graded.attempts }));
  const line = cw.el("section", { class: "result-test" }, cw.el("h2", {}, cw.el("a", { href: test.href }, test.title)), cw.el("p", { class: "result-line" }, words.join(" ").trim()));
  if (record && record.best !== null && graded.pass) one(line, ".result-line").dataset.mark = record.best >= graded.pass * 100 ? "right" : "wrong";
  return line;
}
