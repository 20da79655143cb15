// The opening page for a learner who has been here: the way on, and what is done.

const { $, $$ } = cw;

const markParts = (main) => {
  let from = 0;
  $$(main, "[data-pages]").forEach((part) => {
    const keys = cw.course.keys.slice(from, (from += +part.dataset.pages));
    const n = keys.filter((key) => cw.state.visited.has(key)).length;
    if (!n) return;
    const whole = n === keys.length;
    if (whole) part.dataset.seen = "";
    $(part, "a").append(cw.el("span", { class: whole ? "vh" : "seen" }, " ",
      whole ? cw.t("All pages opened") : cw.t("{n} of {all} opened", { n, all: keys.length })));
  });
};

cw.parts.opening = (main) => {
  const first = $(main, ".begin a");
  markParts(main);
  if (!cw.course.keys.includes(cw.state.page)) return;
  cw.savedPlace().then((href) => {
    const on = cw.el("a", { class: first.className, href }, cw.t("Go on where you stopped"));
    first.before(on);
    first.className = "";
    first.textContent = cw.t("From the beginning");
    return cw.fetchPage("contents.html").then((page) =>
      on.append(cw.el("span", {}, $(page, '[data-key="' + cw.state.page + '"]').textContent)));
  }).catch(() => {});
};
