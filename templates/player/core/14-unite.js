// Two states of one learner made one: docs/reference/player.md, "Saving".

const more = (one, other) => (other > one || one === null ? other : one);

// The state with the higher revision, the first if they are equal, with what only the other one holds added to it.
const unite = (one, other) => {
  if (one.revision < other.revision) [one, other] = [other, one];
  other.visited.forEach((key) => one.visited.add(key));
  other.answers.forEach((record, key) => one.answers.has(key) || one.answers.set(key, record));
  other.quizzes.forEach((record, key) => {
    const own = one.quizzes.get(key) || record;
    one.quizzes.set(key, { ...own, best: more(own.best, record.best), attempts: more(own.attempts, record.attempts) });
  });
  one.score = more(one.score, other.score);
  one.status = highest(one.status, other.status);
  return one;
};

// Takes in what the journal, another window or another device holds; true if that is new here.
const take = cw.take = (other, interactions) => {
  const before = encode(state);
  Object.assign(state, unite(state, other));
  due = interactions.filter((item) => !due.some((own) => own.key === item.key)).concat(due);
  return encode(state) !== before;
};
