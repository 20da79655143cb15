// Answers as interactions of SCORM 1.2: what a tutor sees in the LMS.

const SIGNS = "abcdefghijklmnopqrstuvwxyz0123456789";

const sign = (index) => SIGNS[index] || "";
const signsWhere = (list) => list.map((on, at) => (on ? sign(at) : "")).filter(Boolean).join(",");
const pairs = (list) => list.map((value, at) => (value === null ? "" : at + 1 + "." + sign(value))).filter(Boolean).join(",");

// correct is "" where SCORM 1.2 has no pattern for it (a range, several texts).
function interactionOf(q, answer, result) {
  const said = q.type.report(q.spec, answer);
  if (!said) return undefined;
  return {
    id: q.id,
    type: said[0],
    response: String(said[1]).slice(0, 255),
    correct: String(said[2] || "").slice(0, 255),
    result: result > FULL ? "neutral" : result === FULL ? "correct" : result ? (result / FULL).toFixed(2) : "wrong",
    latency: q.since ? now() - q.since : 0,
  };
}
