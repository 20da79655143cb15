// What the LMS has not confirmed, kept in the browser under one learner of one course on one host.

const shelf = (kind, name, whose = course.id) => ["cw-" + kind, location.host, held.learner, whose, name].join("|");

// Without a name nobody could tell whose work it is: then it goes with the tab.
const shelves = () => (held.learner || adapter.alone ? device : tab);

cw.local = {
  get: (name, whose) => shelves().get(shelf("local", name, whose)),
  set: (name, text, whose) => shelves().set(shelf("local", name, whose), text),
};

// An enrolment of its own, where the LMS tells them apart. Whatever the release: an update in mid-course must find what the release before it has left.
const journal = () => shelf("journal", held.registration);
const enter = (text) => held.learner && device.set(journal(), text && JSON.stringify([text, due, [...changed]]));

// The state, the interactions and the keys of what changed in the journal, or in the text of one; or nothing.
const entry = cw.entry = (text) => attempt(() => {
  const [kept, interactions, keys] = JSON.parse(text || (held.learner && device.get(journal())));
  const other = decode(kept);
  return other && interactions.every((item) => item.id) && [other, interactions, keys || []];
});
