// The beginning.

const start = () => {
  const button = byId("cw-prefs");
  cw.applyLook();
  button.hidden = false;
  button.onclick = () => openPanel("look");
  document.body.append(region);
  launch();
  watchWindow();
  watchLinks();
  resume().then((moved) => moved || shown(true));
};

start();
