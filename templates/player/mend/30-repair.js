// SCORM 1.2: an LMS does not send again what it believes it has sent. Docs: docs/explanation/learners-work.md.

// Writes other values than the right ones where those were handed over and did not arrive; false if all did.
cw.alter = (put, putInteraction, { state, score, status, interactions }, sent, known) => {
  const tried = interactions.filter((item) => item.tried);
  const again = [score !== null && score === sent.score && score !== known.score, status === sent.status && status !== known.status];
  if (!tried.length && !again.includes(true)) return false;
  tried.forEach((item) => putInteraction(item,
    [item.id + "_", "00:00:00", item.type === "choice" ? "fill-in" : "choice", "-", "-", "unanticipated", "00:00:00.5"]));
  if (again[0]) put("core.score.raw", (score + (score < 10000 ? 1 : -1)) / 100);
  if (again[1]) put("core.lesson_status", status === "incomplete" ? "browsed" : "incomplete");
  return put("suspend_data", state);
};
