// Numbers as learners of all languages type them (docs/reference/player.md, "Scores").

const WHOLE = /^(\d*|[1-9]\d{0,2}(['.,])(\d{2,3}\2)*\d{3})$/;
const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\uff10-\uff19]/g;

// The scripts' zeros stand at 0 or 6 of their rows.
const latinDigit = (digit) => ((digit.charCodeAt(0) & 15) + (/[\u0966-\u096f\u09e6-\u09ef]/.test(digit) ? 10 : 0)) % 16;

// What was typed as a plain decimal ("15.1"), or null when it is no number.
const plainNumber = (typed, decimal) => {
  let text = typed
    .replace(/_/g, "x")
    .replace(DIGITS, latinDigit)
    .replace(/[\u200e\u200f\u061c\u202a-\u202c\u2066-\u2069]/g, "")
    .replace(/[\u2212\u2013\uff0d]/g, "-")
    .replace(/\uff0b/g, "+")
    .replace(/[\u2019\u02bc\u066c]/g, "'")
    .replace(/\u066b/g, "_")
    .trim()
    .replace(/\s?[%\u066a\uff05]$/, "");
  const minus = text[0] === "-" ? "-" : "";
  text = text.replace(/^[+-]/, "").trim().replace(/\s+/g, "'");
  let sign = text.includes("_") ? "_" : decimal;
  const other = sign === "." ? "," : ".";
  if (!text.includes(sign) && text.split(other).length === 2 && !WHOLE.test(text)) sign = other;
  const [, whole, , fraction = ""] = text.match(RegExp("^([^" + sign + "]*)([" + sign + "](.*))?$")) || [0, "x"];
  if (!WHOLE.test(whole) || !/^\d*$/.test(fraction) || !(whole + fraction)) return null;
  return minus + (whole.replace(/\D/g, "") || "0") + (fraction && "." + fraction);
};

const numberOf = (typed, decimal = ".") => {
  const text = typeof typed === "string" ? plainNumber(typed, decimal) : null;
  return text === null ? null : +text;
};

// A stored number, as the learner's language writes it.
const localNumber = (text) => text.replace(".", decimalSign());
