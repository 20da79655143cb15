// The contents, with what was opened, where one is, the search, and what can be done with this page and its lesson.

const furnish = (toc) => {
  $$(toc, "a[data-key]").forEach((link) => {
    const { key } = link.dataset;
    if (cw.state.visited.has(key)) {
      link.dataset.seen = "";
      link.append(cw.el("span", { class: "vh" }, " (" + cw.t("opened") + ")"));
    }
    if (key === cw.state.page) link.setAttribute("aria-current", "page");
  });
  startSearch($(toc, ".find"));
};

const openContents = () => cw.fetchPage("contents.html").then((page) => {
  const toc = document.adoptNode($(page, ".toc"));
  furnish(toc);
  openDialog(cw.t("Contents"), toc);
  const current = $(toc, "[aria-current]");
  if (current) {
    current.focus();
    startTools($(toc, ".tools"), $$(current.closest(".toc > ol > li"), "a"), current);
  }
}).catch(() => cw.go("contents.html"));
