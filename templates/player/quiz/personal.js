// What nobody marks: reflections, which stay on the device, and checklists with their profile.

const noteKey = (q) => "note:" + q.id;

types.reflection = {
  unscored: () => true,
  start(q) { fieldOf(q).value = cw.local.get(noteKey(q)) || ""; },
  read: (q) => (fieldOf(q).value.trim() ? true : null),
  missing: () => cw.t("Write a few words first."),
  show: () => {},
  touched(q) { cw.local.set(noteKey(q), fieldOf(q).value); },
  pack: () => "",
  unpack: () => true,
  mark(q, answer, every, off) {
    const model = one(q.el, ".q-model");
    if (model) model.hidden = Boolean(off);
  },
  verdict: () => [cw.t("Kept on this device."), ""],
  clear() {},
  report: () => null,
};

types.checklist = {
  unscored: () => true,
  rows: (q) => all(q.el, ".statement"),
  read(q) {
    const answer = types.checklist.rows(q).map((row) => chosenIndex(all(row, "input")));
    return answer.every((value) => value === null) ? null : answer;
  },
  show: (q, answer) => types.checklist.rows(q).forEach((row, at) => choose(all(row, "input"), answer[at])),
  pack: (spec, answer) => answer.map((value) => packChoice(value, spec.scale)).join(""),
  unpack: (spec, read) => Array.from({ length: spec.statements }, () => readChoice(read, spec.scale)),
  mark(q, answer, every, off) {
    const profile = one(q.el, ".profile");
    profile.hidden = Boolean(off);
    if (!off) one(profile, "tbody").replaceChildren(...profileRows(q, answer));
  },
  verdict: (q, answer) => {
    const left = countOf(answer, (value) => value === null);
    return [cw.t("Your profile stands below."), left ? cw.t("Statements left open: {n}.", { n: left }) : ""];
  },
  report: (spec, answer) => ["performance", answer.map((value) => (value === null ? "" : value + 1)).join(","), ""],
};

// One row a part: how many of its statements had which answer, and a bar of their average.
function profileRows(q, answer) {
  let at = 0;
  return all(q.el, ".part").map((part) => {
    const rows = all(part, ".statement");
    const mine = answer.slice(at, at + rows.length).filter((value) => value !== null);
    at += rows.length;
    const words = all(rows[0], "label").map((label, value) => label.textContent + ": " + mine.filter((each) => each === value).length);
    const most = rows.length * (q.spec.scale - 1) || 1;
    const bar = cw.el("progress", { max: most, value: mine.reduce((sum, value) => sum + value, 0), "aria-hidden": "true" });
    const head = cw.el("th", { scope: "row" }, one(part, ".part-title").textContent);
    return cw.el("tr", {}, head, cw.el("td", {}, bar, words.reverse().join(" \u00b7 ")));
  });
}

function printProfile(q) {
  const root = document.documentElement;
  const profile = one(q.el, ".profile");
  root.classList.add("print-part");
  profile.classList.add("printed");
  window.print();
  root.classList.remove("print-part");
  profile.classList.remove("printed");
}
