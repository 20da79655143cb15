// A lesson kept on the device: its files in a cache, from which keep.js answers when the line is lost.

const startKeep = (on, tell, current) => {
  const worker = navigator.serviceWorker;
  if (worker && window.caches) Promise.all([
    fetch("cw/keep.json").then((answer) => answer.json()), caches.keys(),
  ]).then(([[course, version, common, ...lessons], names]) => {
    const [size, lesson, ...files] = lessons.find((each) => each.includes(current.getAttribute("href")));
    const shelf = course + version + lesson;
    const show = (kept) => {
      keep.hidden = kept;
      drop.hidden = !kept;
      if (kept) tell(drop);
    };
    const keep = on("keep", () => {
      keep.disabled = true;
      worker.register("keep.js").then(() => caches.open(shelf))
        .then((cache) => cache.addAll([...common, ...files].map((file) => new Request(file, { cache: "no-cache" }))))
        .then(() => show(true), () => caches.delete(shelf).then(() => tell(keep))).then(() => (keep.disabled = false));
    });
    const drop = on("drop", () => caches.delete(shelf).then(() => show(false)));
    keep.textContent = keep.textContent.replace("{n}", size);
    names.forEach((name) => name.startsWith(course) && !name.startsWith(course + version) && caches.delete(name));
    show(names.includes(shelf));
  }).catch(() => {});
};
