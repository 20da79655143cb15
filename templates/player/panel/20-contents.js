// The contents beside the page, with what was opened and where one is.

const markOpened = (root) => root.querySelectorAll(".toc a[data-key]").forEach((link) => {
  const { key } = link.dataset;
  if (cw.state.visited.has(key)) {
    link.dataset.seen = "";
    link.append(cw.el("span", { class: "vh" }, " (" + cw.t("opened") + ")"));
  }
  if (key === cw.state.page) link.setAttribute("aria-current", "page");
});

const openContents = () => cw.fetchPage("contents.html").then((page) => {
  markOpened(page);
  const list = document.adoptNode(page.querySelector(".toc"));
  openDialog(cw.t("Contents"), list);
  const current = list.querySelector("[aria-current]");
  if (current) current.focus();
}).catch(() => cw.go("contents.html"));
