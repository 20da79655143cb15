// One option chosen; asked again, what was chosen before stands beside it.

function vote() {
  const words = (q, index) => $(q, '[for="' + q.id + "-" + index + '"]').textContent;

  // The index chosen in the earlier vote; undefined where there is no answer that can be read. Its bits end in the
  // index, whether or not it asked how sure the learner was.
  function before({ of, fp, n }) {
    const record = cw.state.answers.get(of);
    return record && record.fp === fp && record.bits ? parseInt(record.bits.slice(-width(n)), 2) : undefined;
  }

  return {
    ...types.single,
    mark: (q, a, every, off) => inputs(q, q.id).forEach((input) => reveal(input, boxOf(input), !off && input.checked)),
    verdict(q, { choice }) {
      const was = before(q.s);
      return q.s.of && (was === undefined
        ? [t("Noted."), t("There is no earlier answer of yours to compare with.")]
        : [was === choice ? t("You kept your view.") : t("You changed your view."), t("Before: {before} \u00b7 Now: {now}", { before: words(q, was), now: words(q, choice) })]);
    },
  };
}
