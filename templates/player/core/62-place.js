// Where the learner is: the pages opened, the page to come back to, the parts that are loaded when needed.

const load = (name, then, otherwise) => {
  const script = el("script", { src: "cw/" + name + ".js" });
  script.onload = then;
  script.onerror = otherwise || notLoaded;
  document.head.append(script);
};

// Mounts the parts a page needs, one after the other: a later one may stand on an earlier one.
cw.parts = {};
const mountParts = (main, [name, ...others]) => {
  if (!name || !main.isConnected) return;
  const mount = () => {
    cw.parts[name](main);
    mountParts(main, others);
  };
  if (cw.parts[name]) mount();
  else load(name, mount);
};

// The page in <main> has come to stand in the document; `first` at launch, when nothing is sent.
const shown = (first) => {
  const main = byId("main");
  const { key, next, parts, again } = main.dataset;
  if (key && !held.readonly && (state.page !== key || !state.visited.has(key))) {
    state.visited.add(key);
    state.page = key;
    cw.local.set("place", key + here.replace(folderOf(here), ""));
    if (first) unsaved = true;
    else cw.save(true);
  }
  byId("cw-progress").value = opened();
  noteQuestions(main);
  cw.emit("page", main);
  mountParts(main, (parts || (opened() && again) || "").split(" "));
  prefetch(next);
};

// The file of the page to come back to: as this device noted it, or as the contents say.
cw.savedPlace = async () => {
  const noted = cw.local.get("place") || "";
  if (noted.startsWith(state.page)) return noted.slice(6);
  return canFetch ? fetchPage("contents.html").then((contents) => $(contents, '[data-key="' + state.page + '"]').href) : Promise.reject();
};

// Comes back to the saved page when a session begins on the opening page, and says so there with words that page brings;
// resolves to whether it did.
const resume = async () => {
  const note = byId("cw-back");
  if (!note || !held.session || !course.keys.includes(state.page) || location.hash) return false;
  return cw.savedPlace().then((href) => cw.go(href, "replace")).then(() => {
    if (note.isConnected) return leaving;
    byId("main").prepend(note);
    return !(note.hidden = false);
  }, () => false);
};
