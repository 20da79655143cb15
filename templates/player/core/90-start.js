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
  resume().then((moved) => {
    if (!moved) shown(true);
    if (restored) cw.notice(cw.t("Work kept on this device was not saved yet. It is being saved now."));
  });
};

start();
