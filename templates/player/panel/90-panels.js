// What the core opens by name, once the look of panels is there; and the page of contents itself.

const styled = new Promise((resolve) => {
  const link = cw.el("link", { rel: "stylesheet", href: "cw/panel.css" });
  link.onload = link.onerror = resolve;
  document.head.append(link);
});

cw.panels = {
  "bar-menu": () => styled.then(openContents),
  look: () => styled.then(openLook),
  term: (link) => styled.then(() => openTerm(link)),
};

cw.parts.panel = (main) => furnish($(main, ".toc"));
