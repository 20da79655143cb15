// What the learner is told: by the bar, by a screen reader, by a notice above the text.

const region = el("div", { class: "vh", "aria-live": "polite" });

cw.announce = (text) => {
  region.textContent = "";
  // Filled a moment later it is read even if the text is the same as before.
  setTimeout(() => (region.textContent = text), 100);
};

cw.notice = (text) => byId("main").prepend(el("p", { class: "notice", role: "status" }, text));

const notLoaded = () => cw.notice(t("The page could not be loaded. Check the connection and try again."));

let told;
cw.on("save", (kind) => {
  const place = byId("cw-save");
  const text = {
    saving: t("Saving"), unsaved: t("Not saved yet"), readonly: t("Reading only"),
    saved: adapter.alone ? t("On this device") : t("Saved"),
  }[kind];
  place.dataset.state = kind;
  place.textContent = text;
  place.hidden = false;
  // Once each: the coming and going of "Saving" is for the eye alone.
  if (kind === "saving" || kind === told) return;
  told = kind;
  cw.announce(text);
});
