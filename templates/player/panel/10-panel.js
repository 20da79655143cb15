// A panel at the side of the page: a dialog with a button to close it.

const openDialog = (title, ...children) => {
  const close = cw.el("button", { type: "button", class: "btn quiet" }, cw.t("Close"));
  const panel = cw.el("dialog", { class: "panel", "aria-label": title }, close, ...children);
  close.onclick = () => panel.close();
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
  panel.onclose = () => panel.remove();
  document.body.append(panel);
  panel.showModal();
  return panel;
};
