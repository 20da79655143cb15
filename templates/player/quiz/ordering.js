// Ordering: items are moved with two buttons or sent to a place by number.

const itemsOf = (q) => all(q.el, ".item");
const orderOf = (q) => itemsOf(q).map((item) => Number(item.dataset.i));

function numberItems(q) {
  const items = itemsOf(q);
  items.forEach((item, place) => {
    one(item, ".item-place").value = place;
    all(item, ".move").forEach((button) => {
      const beyond = place + Number(button.dataset.move);
      button.setAttribute("aria-disabled", beyond < 0 || beyond >= items.length);
    });
  });
}

function moveItem(q, item, place) {
  const items = itemsOf(q);
  const from = items.indexOf(item);
  if (place < 0 || place >= items.length || place === from) return false;
  item.parentNode.insertBefore(item, place > from ? items[place].nextSibling : items[place]);
  numberItems(q);
  cw.announce(cw.t("Now in place {n} of {m}.", { n: place + 1, m: items.length }));
  return true;
}

types.ordering = {
  start(q) {
    q.first = orderOf(q);
    numberItems(q);
  },
  read: (q) => (q.moved || !q.open ? orderOf(q) : null),
  clear: (q) => types.ordering.show(q, q.first),
  show(q, answer) {
    const list = one(q.el, ".order");
    answer.forEach((index) => {
      const item = one(list, '.item[data-i="' + index + '"]');
      if (item) list.appendChild(item);
    });
    numberItems(q);
  },
  touched(q, target) {
    const item = target.closest(".item");
    if (!item || !(target.dataset.move || target.matches(".item-place"))) return false;
    const place = target.dataset.move ? itemsOf(q).indexOf(item) + Number(target.dataset.move) : Number(target.value);
    const moved = moveItem(q, item, place);
    q.moved = q.moved || moved;
    target.focus();
    return moved;
  },
  pack: (spec, answer) => answer.map((index) => bitsOf(index, width(spec.n))).join(""),
  unpack: (spec, read) => Array.from({ length: spec.n }, () => read.number(width(spec.n))),
  mark: (q, answer, every, off) => itemsOf(q).forEach((item, place) => {
    const right = Number(item.dataset.i);
    const mark = off ? "" : right === place ? "right" : "wrong";
    const box = one(item, ".say");
    const words = verdictOf(mark) + (every && mark === "wrong" ? " " + cw.t("Right place: {n}.", { n: right + 1 }) : "");
    setVerdict(item, box, mark, words);
    tie(one(item, ".item-place"), box);
  }),
  detail: (spec, answer) => cw.t("{n} of {m} in their place.", { n: inPlace(spec, answer), m: spec.n }),
  report: (spec, answer) => ["sequencing", answer.map(sign).join(","), Array.from({ length: spec.n }, (_, at) => sign(at)).join(",")],
};
