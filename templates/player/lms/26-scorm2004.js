// SCORM 2004, third and fourth edition. The methods of an adapter: docs/reference/player.md. What only questions need, their
// interactions and the objectives, is reported by cw/scorm2004.js.

const spell = ([hours, minutes, seconds]) => "PT" + hours + "H" + minutes + "M" + seconds + "S";

let lacking = false; // a save has gone without what it had to report

// Whether there is something to report.
const reports = () => due.length || course.graded.some(finished);

// The script that reports, once it is there. Then what went without it is saved again.
const reporter = () => {
  const resume = () => lacking && !held.readonly && (cw.report ? cw.save() : fail());
  if (!cw.report) load("scorm2004", resume, resume);
  return cw.report;
};

cw.on("page", () => {
  // Interactions are found again by their ids: an answer of an earlier session is reported anew.
  earlier.clear();
  if (!adapter.alone && !held.readonly && (reports() || $(document, "main .quiz"))) reporter();
});

adapters.scorm2004 = () => {
  const api = scorm("API_1484_11", "");
  const { call, get, put } = api;

  return Object.assign(api, {
    // Seven calls, and one more for a learner who begins.
    read() {
      const begun = api.begin();
      const completion = get("completion_status");
      const success = get("success_status");
      const held = {
        ...begun,
        status: /passed|failed/.test(success) ? success : completion === "unknown" ? "not attempted" : completion,
        readonly: reviewed(get("mode")),
        score: hundredths(get("score.raw")),
        learner: get("learner_id"),
        state: get("suspend_data"),
      };
      if (!held.readonly && (!held.status || held.status === "not attempted")) put("completion_status", "incomplete");
      return begun.session || completion ? held : null;
    },

    // A further commit sends everything again: nothing has to be altered first.
    write(save, known) {
      if (known) return false;
      const done = /completed|passed/.test(save.status);
      let good = put("suspend_data", save.state) && put("completion_status", done ? "completed" : "incomplete");
      if (/passed|failed/.test(save.status)) good = put("success_status", save.status) && good;
      if (save.score !== null) {
        good = put("score.raw", save.score / 100) && put("score.scaled", save.score / 10000) && good;
        put("score.min", 0);
        put("score.max", 100);
      }
      // The whole of it means completed, and nothing else does.
      put("progress_measure", done ? 1 : Math.min(0.99, Math.round(opened() / course.keys.length * 100) / 100));
      put("location", state.page);
      // Without it some give nothing back after a window that was closed without a word.
      put("exit", "suspend");
      put("session_time", spell(api.spent()));
      lacking = reports() && !reporter();
      if (lacking) {
        // What is to be reported stays due, and with the journal a revision ahead nobody takes this save for the whole.
        save.interactions = [];
        compose();
      } else if (cw.report) cw.report(save);
      return good;
    },

    span: (seconds) => spell(parts(seconds)),

    name: () => get("learner_name"),

    // Not ended: Moodle could not begin it again in this window, and the exit says that it goes on. A commit carries everything
    // again: without need it could undo what another device has saved.
    close(readonly, unsaved) {
      if (!readonly && unsaved) call("Commit", "");
    },
  });
};
