// Two states of one learner made one: docs/reference/player.md, "Saving".

const more = (one, other) => (other > one || one === null ? other : one);

// One state with what only the other holds added to it. `settled`: the first is what the server holds now; else it is the
// one with the higher revision, the first if they are equal. `mine` and `theirs`: the keys of the records that were changed
// in the first and in the other and that nobody has confirmed; of these the changed one is right.
const unite = (one, other, mine = [], theirs = [], settled) => {
  const isOlder = one.revision < other.revision;
  if (isOlder && !settled) return unite(other, one, theirs, mine);
  const keep = (map, key) => map.has(key) && (mine.includes(key) || !theirs.includes(key));
  other.visited.forEach((key) => one.visited.add(key));
  other.answers.forEach((record, key) => keep(one.answers, key) || one.answers.set(key, record));
  other.quizzes.forEach((record, key) => {
    const old = one.quizzes.get(key) || record;
    const own = keep(one.quizzes, key) ? old : record;
    one.quizzes.set(key, { ...own, best: more(old.best, record.best), attempts: more(old.attempts, record.attempts) });
  });
  one.score = more(one.score, other.score);
  one.status = highest(one.status, other.status);
  if (isOlder) Object.assign(one, { revision: other.revision, page: other.page });
  return one;
};

// Takes in what the journal, another window or another device holds, the last read from the `server`; true if that is
// new here.
const take = cw.take = (other, interactions, keys = [], server) => {
  const before = encode(state);
  const mine = [...changed];
  Object.assign(state, server === other ? unite(other, state, keys, mine, 1) : unite(state, other, mine, keys, server));
  keys.forEach((key) => changed.add(key));
  due = interactions.filter((item) => !due.some((own) => own.key === item.key)).concat(due);
  return encode(state) !== before;
};
