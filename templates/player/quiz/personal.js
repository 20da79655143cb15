// What nobody marks: reflections, which stay on the device, and checklists with their profile.

types.reflection = {
  start(q) { fieldOf(q).value = cw.local.get(q.id) || ""; },
  clear: (q) => types.reflection.start(q),
  read: (q) => types.short.read(q),
  missing: () => t("Write a few words first."),
  show() {},
  touched(q) { cw.local.set(q.id, fieldOf(q).value); },
  pack: () => "",
  unpack() {},
  mark: (q, a, every, off) => hide(q, ".q-model", off),
  verdict: () => [t("Kept on this device.")],
  report() {},
};

const rowsOf = (at) => $$(at, ".statement").map((row) => $$(row, "input"));

types.checklist = {
  read(q) {
    const a = rowsOf(q).map(chosenIn);
    return a.every(isEmpty) ? null : a;
  },
  show: (q, a) => rowsOf(q).forEach((row, at) => choose(row, a[at])),
  pack: (s, a) => a.map((value) => bitsOfChoice(value, s.scale)).join(""),
  unpack: (s, r) => [...Array(s.statements)].map(() => r.choice(s.scale)),
  mark(q, a, every, off) {
    hide(q, ".profile", off);
    $(q, ".profile tbody").replaceChildren(...$$(q, ".part").map((part) => profileRow(part, q.s.scale)));
  },
  verdict: (q, a) => [t("Your profile stands above."), a.includes(null) && t("Statements left open: {n}.", { n: countOf(a, isEmpty) })],
  report: (s, a) => ["performance", signs(a)],
};

// A part's name, a bar of its average, and how many of its statements had which answer.
const profileRow = (part, scale) => {
  const rows = rowsOf(part);
  const mine = rows.map(chosenIn).filter((value) => value !== null);
  const words = $$($(part, ".statement"), "label").map((label, value) => label.textContent + ": " + countOf(mine, (each) => each === value));
  const bar = el("progress", { max: rows.length * (scale - 1) || 1, value: mine.reduce((sum, value) => sum + value, 0), "aria-hidden": true });
  return el("tr", {}, el("th", { scope: "row" }, $(part, ".part-title").textContent), el("td", {}, bar, words.reverse().join(" \u00b7 ")));
};

const printProfile = (q) => {
  const toggle = () => [page, $(q, ".profile")].forEach((each) => each.classList.toggle("printed"));
  toggle();
  print();
  toggle();
};
