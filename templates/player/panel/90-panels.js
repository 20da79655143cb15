// What the core opens by name, once the look of panels is there.

const styled = new Promise((resolve) => {
  const link = cw.el("link", { rel: "stylesheet", href: "cw/panel.css" });
  link.onload = resolve;
  link.onerror = resolve;
  document.head.append(link);
});

cw.panels = {
  contents: () => styled.then(openContents),
  look: () => styled.then(openLook),
};
