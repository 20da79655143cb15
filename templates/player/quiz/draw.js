// Which questions are asked, and in which order: from the seed in the state alone, so that a reload asks the same.
// Each unit (a question, or a scenario drawn whole) has a rank of its own (rendezvous hashing): a question added to or
// taken from a bank changes its own place in the draw and no other's.

const rank = (seed, key) => hash(seed + " " + key);

// Takes from `pool`, in order of rank, units whose questions count `count` together; fewer only where no choice does.
function takeExactly(pool, count) {
  const reach = [new Set([0])]; // reach[k]: the sums that the last k units of the pool can make
  for (let at = pool.length - 1; at >= 0; at -= 1) {
    const sums = reach[reach.length - 1];
    reach.push(new Set([...sums, ...[...sums].map((sum) => sum + pool[at].size).filter((sum) => sum <= count)]));
  }
  let left = Math.max(...reach[pool.length]);
  return pool.filter((unit, at) => {
    const taken = unit.size <= left && reach[pool.length - at - 1].has(left - unit.size);
    if (taken) left -= unit.size;
    return taken;
  });
}

// units: [{key, objective, bank, size}] in the order of the page. Rules that name more are served first.
function drawUnits(units, rules, seed) {
  if (!rules || !rules.length) return units;
  const byRank = units.slice().sort((a, b) => rank(seed, a.key) - rank(seed, b.key));
  const taken = new Set();
  const precision = (rule) => (rule.bank ? 2 : 0) + (rule.objective ? 1 : 0);
  rules.slice().sort((a, b) => precision(b) - precision(a)).forEach((rule) => {
    const fits = (unit) => !taken.has(unit) && (!rule.bank || unit.bank === rule.bank) && (!rule.objective || unit.objective === rule.objective);
    takeExactly(byRank.filter(fits), rule.count).forEach((unit) => taken.add(unit));
  });
  return units.filter((unit) => taken.has(unit));
}

// `list` in an order that the seed decides; `name` gives each item's name.
function shuffled(list, seed, name) {
  return list.slice().sort((a, b) => rank(seed, name(a)) - rank(seed, name(b)));
}
