// What is seldom needed stands in cw/mend.js: notices about saving, repairs, other windows and devices.

const mend = (then, otherwise) => (cw.tell ? then() : load("mend", then, otherwise));
const tell = (kind) => mend(() => cw.tell(kind), () => {});

cw.decode = decode;
