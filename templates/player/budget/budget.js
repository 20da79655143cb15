// Measures within a budget: what is spent and left is told as one chooses; more than the limit cannot be handed in.
// The quiz takes this type up when it is mounted next, and lends the helpers it is made with.

const { t, el } = cw;

cw.parts.budget = () => {};

(cw.lent = cw.lent || []).push(({ $, $$, inputs, tell, boxOf, types }) => {
  const { multiple } = types;
  const chosen = (q) => inputs(q, q.id).filter((input) => input.checked).map(({ value }) => Number(value));
  const cost = ({ costs }, list) => (costs ? list.reduce((sum, index) => sum + costs[index], 0) : 0);

  function amount(q, hundredths) {
    const { unit } = $(q, ".q-balance").dataset;
    const value = (hundredths / 100).toLocaleString(document.documentElement.lang, { minimumFractionDigits: hundredths % 100 ? 2 : 0 });
    return unit ? value + "\u00a0" + unit : value;
  }

  // What is spent, left and chosen, in words; and whether it can be handed in.
  function weigh(q) {
    const { limit = Infinity, costs, choose: [least, most] = [1] } = q.s;
    const list = chosen(q);
    const left = limit - cost(q.s, list);
    const words = [
      left < 0 ? t("Over the limit by {n}: take something out.", { n: amount(q, -left) }) : costs && t("Spent: {n}.", { n: amount(q, cost(q.s, list)) }),
      left >= 0 && left < Infinity && t("Left: {n}.", { n: amount(q, left) }),
      most && t("Chosen: {n}. To choose: {m}.", { n: list.length, m: least < most ? least + "\u2013" + most : most }),
    ].filter(Boolean).join(" ");
    return { words, fits: left >= 0 && list.length >= least && !(list.length > most) };
  }

  function tellBalance(q) {
    const bar = $(q, ".q-balance progress");
    if (bar) bar.value = cost(q.s, chosen(q));
    $(q, ".q-told").textContent = weigh(q).words;
    $(q, ".q-balance").hidden = false;
  }

  // Of each kind a bar of what was spent on it (of how many were chosen, where nothing costs anything), and both in words.
  function fillKinds(q) {
    const { kinds, costs } = q.s;
    const list = chosen(q);
    const size = (part) => (costs ? cost(q.s, part) : part.length);
    $$(q, ".profile td").forEach((cell, kind) => {
      const own = list.filter((index) => kinds[index] === kind);
      const bar = el("progress", { max: size(list) || 1, value: size(own), "aria-hidden": true });
      cell.replaceChildren(bar, own.length + (costs ? " \u00b7 " + amount(q, size(own)) : ""));
    });
  }

  // The feedback of what was chosen; nothing is right here, and nothing wrong.
  const reveal = (input, shown, box = boxOf(input)) => tell(input, "", "", shown && box.childElementCount > 1, box);

  types.budget = {
    ...multiple,
    start: tellBalance,
    clear: tellBalance,
    touched: tellBalance,
    read: (q) => (q.open || weigh(q).fits ? multiple.read(q) : null),
    missing: (q) => weigh(q).words,
    show(q, a) {
      multiple.show(q, a);
      tellBalance(q);
    },
    mark(q, a, every, off) {
      inputs(q, q.id).forEach((input) => reveal(input, !off && input.checked));
      fillKinds(q);
      $$(q, ".profile, .q-model").forEach((each) => { each.hidden = off; });
    },
    report: (s, a) => ["choice", multiple.report(s, a)[1]],
  };
});
