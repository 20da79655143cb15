// Cards: above them a list for each column to choose by, a search, and how many are shown.

const { t, el, $, $$ } = cw;
const MANY = 8; // more cards than this are searched, too
const kept = {}; // what was chosen, by page and place: the page may be turned back to

const letters = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();

// A control under its name.
const labelled = (name, control) => el("label", {}, el("span", {}, name), control);

const listOf = ([name, values], at) => labelled(name, el("select", {},
  el("option", { value: "" }, t("All")), ...values.map((value, index) => el("option", { value: at + "." + index }, value))));

function mount(box, key) {
  const cards = $$(box, "li").map((card) => [card, letters(card.textContent)]);
  const lists = JSON.parse(box.dataset.filters).map(listOf);
  if (cards.length > MANY) lists.push(labelled(t("Search"), el("input", { type: "search", autocomplete: "off" })));
  if (!lists.length) return;
  const controls = lists.map((label) => label.lastChild);
  const count = el("p", { role: "status" });
  const every = el("button", { type: "button", class: "btn quiet" }, t("Show all"));

  const update = () => {
    kept[key] = controls.map((control) => control.value);
    const shown = cards.filter(([card, words]) => {
      card.hidden = !controls.every(({ value, type }) => type === "search"
        ? letters(value).split(/\s+/).every((word) => words.includes(word))
        : !value || $(card, '[data-v="' + value + '"]'));
      return !card.hidden;
    });
    count.textContent = t("{n} of {all} shown", { n: shown.length, all: cards.length });
  };

  controls.forEach((control, at) => { control.value = (kept[key] || [])[at] || ""; });
  every.addEventListener("click", () => {
    controls.forEach((control) => { control.value = ""; });
    update();
  });
  const bar = el("form", { class: "cards-bar" }, ...lists, count, every);
  // The cards may stand in a question, whose form is not meant.
  ["input", "submit"].forEach((name) => bar.addEventListener(name, (event) => {
    event.preventDefault();
    event.stopPropagation();
    update();
  }));
  box.prepend(bar);
  update();
}

cw.parts.cards = (main) => $$(main, ".cards").forEach((box, at) => mount(box, main.dataset.page + "/" + at));
