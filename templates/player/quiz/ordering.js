// Ordering: items are moved with two buttons or sent to a place by number.

const itemsOf = (q) => $$(q, ".item");
const orderOf = (q) => itemsOf(q).map((item) => +item.dataset.i);

const numberItems = (q) => {
  const items = itemsOf(q);
  items.forEach((item, place) => {
    $(item, ".item-place").value = place;
    $$(item, ".move").forEach((move, down) => aria(move, "disabled", place === (down ? items.length - 1 : 0)));
  });
};

types.ordering = {
  start(q) {
    q.first = orderOf(q);
    numberItems(q);
  },
  read: (q) => (q.moved || !q.open ? orderOf(q) : null),
  clear: (q) => types.ordering.show(q, q.first),
  show(q, a) {
    const items = itemsOf(q);
    a.forEach((index) => $(q, ".order").append(...items.filter((item) => item.dataset.i === String(index))));
    numberItems(q);
  },
  touched(q, target) {
    const item = target.closest(".item");
    const items = itemsOf(q);
    const from = items.indexOf(item);
    const place = target.dataset.move ? from + +target.dataset.move : +target.value;
    if (!item || !items[place] || place === from) return;
    items[place][place > from ? "after" : "before"](item);
    numberItems(q);
    target.focus();
    q.moved = true;
    announce(t("Now in place {n} of {m}.", { n: place + 1, m: items.length }));
  },
  pack: (s, a) => a.map((index) => bitsOf(index, width(s.n))).join(""),
  unpack: (s, r) => [...Array(s.n)].map(() => r.number(width(s.n))),
  mark: (q, a, every, off) => itemsOf(q).forEach((item, place) => {
    const right = +item.dataset.i;
    const mark = off ? "" : markOf(right === place);
    const told = mark === "wrong" && every;
    const control = $(item, ".item-place");
    tell(control, mark, told ? t("Right place: {n}.", { n: right + 1 }) : verdict(mark));
    if (told) setMark(boxOf(control), "answer");
  }),
  detail: (s, a) => countRight(inPlace(s, a), s.n),
  report: (s, a) => ["sequencing", signs(a), signs([...Array(s.n).keys()])],
};
