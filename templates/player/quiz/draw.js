// Which questions are asked, and in which order: from the seed in the state alone, so that a reload asks the same.
// Each unit (a question, or a scenario drawn whole) has a rank of its own (rendezvous hashing): a question added to or
// taken from a bank changes its own place in the draw and no other's.

const shuffled = (list, seed, name) => {
  const rank = (item) => hash(seed + " " + name(item));
  return [...list].sort((first, second) => rank(first) - rank(second));
};

// Takes from the pool, in its order, units whose sizes make `count` together; less only where no choice makes it.
const take = (pool, count) => {
  const reach = [new Set([0])]; // the sums that the last units of the pool can make: of none of them, of one, of two ...
  [...pool].reverse().forEach(({ size }) => {
    const sums = [...reach[0]];
    reach.unshift(new Set([...sums, ...sums.map((sum) => sum + size).filter((sum) => sum <= count)]));
  });
  let left = Math.max(...reach[0]);
  return pool.filter(({ size }, at) => {
    const taken = reach[at + 1].has(left - size);
    if (taken) left -= size;
    return taken;
  });
};

// units: [{key, objective, bank, size}] in the order of the page. Rules that name more are served first.
const draw = (units, rules, seed) => {
  if (!rules) return units;
  const taken = new Set();
  const pool = shuffled(units, seed, ({ key }) => key);
  const precision = ({ bank, objective }) => 2 * !!bank + !!objective;
  [...rules].sort((first, second) => precision(second) - precision(first)).forEach((rule) => {
    const fits = (name, unit) => !rule[name] || rule[name] === unit[name];
    const free = pool.filter((unit) => !taken.has(unit) && fits("bank", unit) && fits("objective", unit));
    take(free, rule.count).forEach((unit) => taken.add(unit));
  });
  return units.filter((unit) => taken.has(unit));
};
