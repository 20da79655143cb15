// What can be done with this page and its lesson: print them, keep the lesson on the device.

const startTools = (tools, links, current) => {
  const on = (name, act) => {
    const button = $(tools, "[value=" + name + "]");
    button.onclick = act;
    return button;
  };
  const tell = (button) => ($(tools, "[role=status]").textContent = button.dataset.told);
  const paper = (parts) => {
    tools.closest("dialog").close();
    printWith(parts);
  };
  const main = $(document, "main");
  on("page", () => paper([]));
  const lesson = on("lesson", () => Promise.all(
    links.map((link) => (link === current ? main : cw.fetchPage(link.href).then(sheetOf)))
  ).then((parts) => paper([cw.el("p", { class: "sheet lead" }, main.dataset.lesson), ...parts]), () => tell(lesson)));
  tools.hidden = false;
  startKeep(on, tell, current);
};

// The text of another page, to stand beside this one's on paper alone.
const sheetOf = (page) => {
  const sheet = cw.el("div", { class: "sheet" }, ...$(page, "main").childNodes);
  $$(sheet, "[id]").forEach((each) => each.removeAttribute("id"));
  $$(sheet, "a[href^='#']").forEach((each) => each.removeAttribute("href"));
  return sheet;
};

// Prints this page, with `parts` of a lesson around it, once their pictures and styles are there.
const printWith = (parts) => {
  if (parts[0]) $(document, "main").replaceWith(...parts);
  Promise.all($$(document, ".sheet :is(img, link)").map((each) => each.complete || new Promise((done) => {
    each.loading = "eager";
    each.onload = each.onerror = done;
  }))).then(() => {
    addEventListener("afterprint", () => $$(document, ".sheet").forEach((each) => each.remove()), { once: true });
    print();
  });
};
