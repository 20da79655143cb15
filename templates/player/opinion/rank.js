// The first few of a list, a choice for each place. An item chosen twice is told at once; it counts where it came first.

function rank() {
  const { matching } = types;
  const places = (q) => $$(q, ".pair .field");

  function twice(q) {
    const list = places(q);
    const first = (field) => list.findIndex(({ value }) => value === field.value);
    const again = list.find((field, place) => field.value && first(field) < place);
    return again ? t("{item} is choice {n} already. Choose another.", { item: again.selectedOptions[0].text, n: first(again) + 1 }) : "";
  }

  const tellTwice = (q) => { $(q, ".q-told").textContent = twice(q); };

  return {
    ...matching,
    read(q) {
      const a = matching.read(q);
      return a && (q.open || !twice(q)) ? a.map((item, place) => (a.indexOf(item) < place ? null : item)) : null;
    },
    missing: (q) => twice(q) || matching.missing(q),
    show(q, a) {
      matching.show(q, a);
      tellTwice(q);
    },
    clear(q) {
      matching.clear(q);
      tellTwice(q);
    },
    touched(q, target) {
      matching.touched(q, target);
      tellTwice(q);
    },
    mark(q, a, every, off) {
      const boxes = $$(q, ".rank .say");
      places(q).forEach((field, place) => {
        boxes.forEach((box, item) => { if (off || a.indexOf(item) < 0) reveal(field, box); });
        if (!off && boxes[a[place]]) reveal(field, boxes[a[place]], true, t("Choice {n}", { n: place + 1 }));
      });
    },
    report: (s, a) => ["sequencing", matching.report(s, a)[1].replace(/\d+\./g, "")],
  };
}
