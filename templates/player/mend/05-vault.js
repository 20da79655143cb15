// A copy, in IndexedDB, of what this learner keeps in the browser. An LMS may clear localStorage as a whole: Moodle does
// so at every sign-in, just when the work that an expired session has left must be found.

const isMine = (name) => name === "cw-look" || (/^cw-(local|journal)\|/.test(name) && name.split("|")[2] === held.learner);

const putBack = (name, text) => {
  // Those of other courses and enrolments wait for these.
  const other = name === shelf("cw-journal") && cw.entry(text);
  if (other) {
    if (takeIn(...other)) cw.tell("restored");
  } else if (device.get(name) === null) {
    device.set(name, text);
    if (name !== "cw-look") return showTaken();
    cw.look = JSON.parse(text);
    cw.applyLook();
  }
  return null;
};

const openVault = () => {
  const opening = indexedDB.open("cw");
  opening.onupgradeneeded = () => opening.result.createObjectStore("kept");
  opening.onsuccess = () => {
    const store = () => opening.result.transaction("kept", "readwrite").objectStore("kept");
    const { set } = device;
    // Where the browser has closed the database, localStorage is left.
    const copy = (name, text) => attempt(() => (text === null ? store().delete(name) : store().put(text, name)));
    const found = [];
    store().openCursor().onsuccess = ({ target: { result } }) => {
      if (result) {
        found.push([result.key, result.value]);
        return result.continue();
      }
      device.set = (name, text) => {
        copy(name, text);
        return set(name, text);
      };
      found.filter(([name]) => isMine(name)).forEach((each) => putBack(...each));
      // What was kept before this script came.
      return attempt(() => Object.keys(localStorage), []).filter(isMine).forEach((name) => copy(name, device.get(name)));
    };
  };
};
