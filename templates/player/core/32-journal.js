// What the LMS has not confirmed, kept in the browser under one learner of one course on one host.

const shelf = (kind, name) => ["cw-" + kind, location.host, held.learner, cw.course.id, name].join("|");

// Without a name nobody could tell whose work it is: then it goes with the tab.
const shelves = () => (held.learner || adapter.alone ? device : tab);

cw.local = {
  get: (name) => shelves().get(shelf("local", name)),
  set: (name, text) => shelves().set(shelf("local", name), text),
};

const journal = {
  keep: (state) => held.learner && device.set(shelf("journal", cw.course.release), JSON.stringify([state, due])),
  erase: () => device.set(shelf("journal", cw.course.release), null),
  // The state and the interactions, or null.
  read: () => attempt(() => {
    const [text, interactions] = JSON.parse(held.learner && device.get(shelf("journal", cw.course.release)));
    const state = decode(text);
    return state && interactions.every((item) => item.id) && { state, interactions };
  }, null),
};
