// What the LMS has not confirmed, kept in the browser under one learner of one course on one host.

const shelf = (kind, name) => ["cw-" + kind, location.host, held.learner, course.id, name].join("|");

// Without a name nobody could tell whose work it is: then it goes with the tab.
const shelves = () => (held.learner || adapter.alone ? device : tab);

cw.local = {
  get: (name) => shelves().get(shelf("local", name)),
  set: (name, text) => shelves().set(shelf("local", name), text),
};

const journalName = () => shelf("journal", course.release);
const journal = {
  keep: (text) => held.learner && device.set(journalName(), JSON.stringify([text, due])),
  erase: () => device.set(journalName(), null),
  // The state and the interactions, or null.
  read: () => attempt(() => {
    const [text, interactions] = JSON.parse(held.learner && device.get(journalName()));
    const kept = decode(text);
    return kept && interactions.every((item) => item.id) && { state: kept, interactions };
  }, null),
};
