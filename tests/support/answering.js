// Answers the questions that are shown, right or wrong, as data-spec says; gives back their ids.
// `submit` presses the button of each; the steps of a case are gone through in any way.
({ right, submit }) => {
  const set = (id, value) => {
    const control = document.getElementById(id);
    if (control.matches("[type=radio], [type=checkbox]")) {
      if (control.checked !== value) control.click();
      return;
    }
    control.value = value;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  };
  const pick = (of, count) => (right ? of : (of + 1) % count);
  const press = (q) => q.querySelector('[data-do="check"]').click();

  const answers = {
    single: (q, s) => set(`${q.id}-${pick(s.right, s.n)}`, true),
    truefalse(q, s) {
      answers.single(q, s);
      if (s.reasons) set(`${q.id}-r-${pick(s.reason, s.reasons)}`, true);
    },
    multiple: (q, s) => s.right.forEach((is, at) => set(`${q.id}-${at}`, Boolean(is) === right)),
    spot: (q, s) => answers.multiple(q, s),
    short: (q, s) => set(`${q.id}-in`, (right ? s.accept[0] : s.wrong[0] || "zzz").replace(/\*/g, "")),
    numerical: (q, s) => set(`${q.id}-in`, right ? s.accept[0][0] : s.wrong.length ? s.wrong[0][0] : "-99999"),
    matching: (q, s) => s.right.forEach((value, row) => set(`${q.id}-${row}`, String(pick(value, s.values)))),
    ordering(q, s) {
      for (let place = 0; place < s.n; place++) set(`${q.id}-${right ? place : s.n - 1 - place}`, String(place));
    },
    gaps: (q, s) => s.gaps.forEach((gap, at) => {
      const typed = () => (right ? gap.accept[0] : "zzz");
      set(`${q.id}-${at}`, gap.typed ? typed() : String(pick(gap.right, gap.n)));
    }),
    reflection: (q) => set(`${q.id}-in`, "Words of my own."),
    checklist: (q, s) => [...Array(s.statements).keys()].forEach((at) => set(`${q.id}-${at}-${at % s.scale}`, true)),
    // Another opinion when asked again; the first of a list; what keeps to the limit, or costs most.
    vote: (q, s) => set(`${q.id}-${s.of ? 1 : 0}`, true),
    rank: (q, s) => s.right.forEach((none, place) => set(`${q.id}-${place}`, String(right ? place : s.values - 1 - place))),
    budget(q, s) {
      const { costs = s.right.map(() => 0), limit = Infinity, choose: [least] = [1] } = s;
      const cheap = [...costs.keys()].sort((one, other) => costs[one] - costs[other]);
      const most = (list) => list.reduce((sum, at) => sum + costs[at], 0) <= limit;
      const dear = [...cheap].reverse().slice(0, least);
      const take = right || !most(dear) ? cheap.slice(0, least) : dear;
      s.right.forEach((none, at) => set(`${q.id}-${at}`, take.includes(at)));
    },
    branch(q, s) {
      for (let at = 0; s.steps[at] && s.steps[at].goto.length;) {
        const good = s.steps[at].right.indexOf(1);
        const option = Math.max(0, right ? good : s.steps[at].right.indexOf(0));
        set(`${q.id}-s${at}-${option}`, true);
        press(q);
        at = s.steps.findIndex((step) => step.id === s.steps[at].goto[option]);
      }
    },
  };

  const shown = [...document.querySelectorAll(".q")].filter((q) => q.checkVisibility());
  shown.forEach((q) => {
    const sure = document.getElementById(`${q.id}-c1`);
    if (sure) sure.click();
    answers[q.dataset.type](q, JSON.parse(q.dataset.spec));
    if (submit && q.dataset.type !== "branch") press(q);
  });
  return shown.map((q) => q.id);
}
