// The beginning.

const start = async () => {
  const button = byId("cw-prefs");
  cw.applyLook();
  button.hidden = false;
  button.onclick = () => openPanel("look");
  document.body.append(region);
  // What an adapter has to read before a session can begin.
  await adapters[course.lms].ready;
  launch();
  watchWindow();
  watchLinks();
  resume().then((moved) => moved || shown(true));
};

start();
