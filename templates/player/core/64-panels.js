// Contents and look are panels of cw/panel.js, loaded when first asked for; without it the contents are a page like others.

const openPanel = (name, otherwise) => {
  const open = () => cw.panels[name]();
  if (cw.panels) open();
  else load("panel", open, otherwise);
};

cw.fetchPage = fetchPage;
cw.device = device;
cw.look = attempt(() => JSON.parse(device.get("cw-look"))) || {};

cw.applyLook = () => ["size", "theme"].forEach((name) => {
  if (cw.look[name]) document.documentElement.dataset[name] = cw.look[name];
  else delete document.documentElement.dataset[name];
});
