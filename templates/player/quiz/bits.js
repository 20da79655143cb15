// Answers as bit strings: docs/reference/state.md, the table of answers. A bit string is a string of 0 and 1.

const LONGEST = 1047;

function width(count) {
  return count > 2 ? Math.ceil(Math.log2(count)) : 1;
}

function bitsOf(value, size) {
  return value.toString(2).padStart(size, "0");
}

function bitsOfText(text) {
  const units = Array.from({ length: Math.min(text.length, 127) }, (_, at) => text.charCodeAt(at));
  const size = units.every((unit) => unit < 128) ? 7 : 16;
  return bitsOf(units.length, 7) + (size === 7 ? "0" : "1") + units.map((unit) => bitsOf(unit, size)).join("");
}

// An index or null, among `count`.
const packChoice = (value, count) => bitsOf(value === null ? 0 : value + 1, width(count + 1));

function readChoice(read, count) {
  const value = read.number(width(count + 1));
  return value ? value - 1 : null;
}

// Reads a bit string from its beginning; past its end everything is 0.
function reader(bits) {
  let at = 0;
  const number = (size) => {
    const taken = bits.slice(at, at + size);
    at += size;
    return parseInt(taken || "0", 2);
  };
  const text = () => {
    const length = number(7);
    const size = number(1) ? 16 : 7;
    return Array.from({ length }, () => String.fromCharCode(number(size))).join("");
  };
  return { number, text, more: () => at < bits.length };
}

function packAnswer(q, answer, sure) {
  const before = q.confidence ? bitsOf(sure, 2) : "";
  const bits = before + q.type.pack(q.spec, answer);
  if (bits.length <= LONGEST) return bits;
  return q.type.shorten ? before + q.type.shorten(q.spec, answer, LONGEST - before.length) : "";
}

function unpackAnswer(q, bits) {
  const read = reader(bits);
  const sure = q.confidence ? read.number(2) : 0;
  return { sure, answer: q.type.unpack(q.spec, read) };
}
