// Answers as bit strings of 0 and 1: docs/reference/state.md, the table of answers.

const LONGEST = 1047;

const width = (count) => (count > 2 ? Math.ceil(Math.log2(count)) : 1);

const bitsOfText = (text) => {
  const units = text.slice(0, 127).split("").map((unit) => unit.charCodeAt(0));
  const wide = units.some((unit) => unit > 127);
  return bitsOf(units.length, 7) + +wide + units.map((unit) => bitsOf(unit, wide ? 16 : 7)).join("");
};

// An index among `count`, or null.
const bitsOfChoice = (value, count) => bitsOf(value === null ? 0 : value + 1, width(count + 1));

// Reads a bit string from its beginning; past its end everything is 0.
const reader = (bits) => {
  let at = 0;
  const number = (size) => parseInt(bits.slice(at, (at += size)) || "0", 2);
  return {
    number,
    text() {
      const units = Array(number(7)).fill(number(1) ? 16 : 7);
      return units.map((size) => String.fromCharCode(number(size))).join("");
    },
    choice: (count) => [null, ...Array(count).keys()][number(width(count + 1))] ?? null,
    more: () => at < bits.length,
  };
};

// Answer and confidence; of an answer that is too long what its type can shorten it to, or nothing.
const pack = (q, a, sure) => {
  const before = q.confidence ? bitsOf(sure, 2) : "";
  const bits = before + q.type.pack(q.s, a);
  if (bits.length <= LONGEST) return bits;
  return q.type.shorten ? before + q.type.shorten(q.s, a, LONGEST - before.length) : "";
};

const unpack = (q, bits) => {
  const r = reader(bits);
  const sure = q.confidence ? r.number(2) : 0;
  return { sure, a: q.type.unpack(q.s, r) };
};
