// Reads each string of the standard input's list and writes it anew; null for what is no state.
"use strict";

const { load } = require("./harness.js");

const { encode, decode } = load()("({ encode, decode })");
const strings = JSON.parse(require("node:fs").readFileSync(0, "utf8"));
process.stdout.write(JSON.stringify(strings.map((string) => decode(string) && encode(decode(string)))));
