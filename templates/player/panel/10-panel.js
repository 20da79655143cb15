// A panel at the side of the page: a dialog with a button to close it.

const { $, $$ } = cw;

const closeButton = (close) => {
  const button = cw.el("button", { type: "button", class: "btn quiet" }, cw.t("Close"));
  button.onclick = close;
  return button;
};

const openDialog = (title, ...children) => {
  const panel = cw.el("dialog", { class: "panel", "aria-label": title }, closeButton(() => panel.close()), ...children);
  panel.addEventListener("click", (event) => event.target === panel && panel.close());
  panel.onclose = () => panel.remove();
  document.body.append(panel);
  panel.showModal();
};
