// Answers as interactions of SCORM 1.2, with their objective: what a tutor sees in the LMS.

const sign = (index) => "abcdefghijklmnopqrstuvwxyz0123456789"[index] || "";
const signs = (list) => list.map(sign).join();
const signsWhere = (list) => signs([...list.keys()].filter((at) => list[at]));
const pairs = (list) => list.map((value, at) => value === null ? "" : at + 1 + "." + sign(value)).filter(Boolean).join();
const braced = (text) => "{" + text + "}";

// A type reports [type, response, correct pattern], the last left out where SCORM 1.2 has none (a range, several texts).
const interactionOf = (q, a, result) => {
  const [type, response, correct = ""] = q.type.report(q.s, a) || [];
  return type && {
    id: q.id,
    type,
    response: response.slice(0, 255),
    correct: correct.slice(0, 255),
    result: result > FULL ? "neutral" : result === FULL ? "correct" : result ? (result / FULL).toFixed(2) : "wrong",
    latency: now() - q.since,
    objective: (q.el.closest("[data-objective]") || q.el).dataset.objective,
  };
};
