// The saved state and its string: docs/reference/state.md. Keys are six hexadecimal digits.

const blank = () => ({
  release: 0, revision: 0, status: 0, score: null, page: "000000", visited: new Set(), quizzes: new Map(), answers: new Map(),
});

const NONE = 0x3fff;
const points = (port, value) => {
  const score = number(port, 14, value === null ? NONE : value);
  return score === NONE ? null : score > 10000 ? broken() : score;
};

const keyBits = (port, key) => hex(number(port, 24, parseInt(key, 16)));
const hex = (value) => value.toString(16).padStart(6, "0");

const keyed = (port, map, each) => {
  const keys = [...map.keys()].sort();
  const count = number(port, 12, keys.length);
  for (let place = 0, key = 0; place < count; place++) {
    const step = rice(port, parseInt(keys[place], 16) - key, 0xffffff - key);
    if (place && !step) broken();
    each(hex((key += step)));
  }
};

const answerBits = (port, record = { bits: "" }) => {
  const bits = record.bits.length > 1047 ? "" : record.bits;
  const size = bits.length;
  const fp = number(port, 8, record.fp);
  const result = number(port, 7, record.result);
  if (result > 120 && result < 126) broken();
  const length = !number(port, 1, size > 7) ? number(port, 3, size)
    : !number(port, 1, size > 23) ? 8 + number(port, 4, size - 8) : 24 + number(port, 10, size - 24);
  return { fp, result, bits: port(length, bits) };
};

const quizBits = (port, record) => ({
  attempts: number(port, 6, record.attempts), open: !!number(port, 1, record.open), best: points(port, record.best),
  seed: number(port, 16, record.seed), start: number(port, 32, record.start),
});

// Writes `from`, or reads what is returned.
const layout = (port, from) => {
  const state = blank();
  state.release = number(port, 12, from.release);
  state.revision = number(port, 20, from.revision);
  state.status = number(port, 2, from.status);
  state.score = points(port, from.score);
  state.page = keyBits(port, from.page);
  keyed(port, from.visited, (key) => state.visited.add(key));
  const quizzes = [...from.quizzes.keys()].sort();
  let before = "";
  for (let place = 0, count = number(port, 8, quizzes.length); place < count; place++) {
    const key = keyBits(port, quizzes[place]);
    if (key <= before) broken();
    state.quizzes.set((before = key), quizBits(port, from.quizzes.get(key) || {}));
  }
  keyed(port, from.answers, (key) => state.answers.set(key, answerBits(port, from.answers.get(key))));
  return state;
};

const encode = (state) => {
  const port = writing();
  layout(port, state);
  return "1" + toCharacters(port.bits + bitsOf(crc16(port.bits), 16));
};

// The state in a string, or null when it holds none, whatever the string is.
const decode = (text) => attempt(() => {
  if (text[0] !== "1" || text.length > 65536) return null;
  const bits = fromCharacters(text.slice(1));
  const port = reading(bits);
  const state = layout(port, blank());
  const check = crc16(bits.slice(0, port.at));
  return number(port, 16) === check && !/1|.{6}/.test(bits.slice(port.at)) ? state : null;
}, null);

// The string in at most `limit` characters, if dropping answers (never results) can make it so;
// `roles` says by the question's key whether practice, a quiz or a test asks it.
const fit = (state, limit, roles) => {
  const answers = new Map(state.answers);
  let text = encode(state);
  // practice, quiz, test, unknown: their order in the alphabet.
  for (const name of [...answers.keys()].map((key) => (roles[key] || "~") + key).sort()) {
    if (!(text.length > limit)) break;
    const key = name.slice(-6);
    answers.set(key, { ...answers.get(key), bits: "" });
    text = encode({ ...state, answers });
  }
  return text;
};
