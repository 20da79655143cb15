// Before and now: the same questions in two tests. A pair within this package stands in the state; what a test of
// another package of the programme came to is kept on this device, by learner, when that test ends.

const FULL = 120; // result of a right answer
const shelf = "programme " + cw.course.programme;
const { $, $$ } = cw;
const number = (value) => value.toLocaleString(document.documentElement.lang, { maximumFractionDigits: 1 });

// By a question's key: [key of its counterpart, result, when its test ended].
const kept = () => {
  try {
    return { ...JSON.parse(cw.course.programme && cw.local.get("tests", shelf)) };
  } catch (error) {
    return {};
  }
};

cw.on("tested", ({ asked }) => {
  const tests = kept();
  if (!cw.course.programme || cw.readonly) return;
  asked.filter((q) => q.scored).forEach((q) => {
    tests[q.key] = [q.el.dataset.parallel, q.result, Math.floor(Date.now() / 1000)];
  });
  cw.local.set("tests", JSON.stringify(tests), shelf);
});

const resultOf = (key) => {
  const { result } = cw.state.answers.get(key) || {};
  return result <= FULL ? result : null;
};

// Pairs are [objective, points, before, now]; a result that is not there is null.
const pairsHere = (section) => JSON.parse(section.dataset.pairs)
  .map(([before, after, ...about]) => [...about, resultOf(before), resultOf(after)]);

const pairsBeside = (main, section) => {
  const tests = kept();
  const questions = $$(main, ".result-test").flatMap((test) => JSON.parse(test.dataset.questions));
  return questions.filter(([key]) => !section.dataset.pairs.includes(key)).map(([key, objective, points, parallel]) => {
    const [, , ended] = tests[key] || [];
    const [, result, earlier] = tests[parallel] || Object.values(tests).find((one) => one && one[0] === key) || [];
    return [objective, points, earlier < ended && result <= FULL ? result : null, resultOf(key)];
  });
};

cw.parts.compare = (main) => {
  const section = $(main, ".compare");
  if (!section) return;
  const whole = (pair) => !pair.includes(null);
  const beside = pairsBeside(main, section).filter(whole);
  const pairs = [...pairsHere(section).filter(whole), ...beside];
  section.hidden = !pairs.length;
  $(section, ".compare-device").hidden = !beside.length;
  $$(main, ".gain").forEach((place) => {
    const { objective } = place.dataset;
    const chosen = pairs.filter((pair) => !objective || pair[0] === objective);
    const sum = (at) => number(chosen.reduce((total, pair) => total + (pair[1] * (at ? pair[at] : FULL)) / FULL, 0));
    place.hidden = !chosen.length;
    place.textContent = cw.t(section.dataset.words, { before: sum(2), now: sum(3), of: sum(0) });
  });
};
