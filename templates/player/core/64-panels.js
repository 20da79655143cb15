// Contents, look and the meaning of a term are panels of cw/panel.js, loaded when first asked for; a link's panel is named
// as its class, and without it the link leads where it says.

const openPanel = (name, link) => {
  const open = () => cw.panels[name](link);
  if (cw.panels) open();
  else load("panel", open, link && (() => cw.go(link.href)));
};

cw.load = load;
cw.fetchPage = fetchPage;
cw.device = device;
cw.look = attempt(() => JSON.parse(device.get("cw-look"))) || {};

cw.applyLook = () => ["size", "theme"].forEach((name) => {
  if (cw.look[name]) document.documentElement.dataset[name] = cw.look[name];
  else delete document.documentElement.dataset[name];
});
