// SCORM 2004, third and fourth edition. The methods of an adapter: docs/reference/player.md. What only questions need, their
// interactions and the objectives, is reported by cw/scorm2004.js.

const spell = ([hours, minutes, seconds]) => `PT${hours}H${minutes}M${seconds}S`;

let lacking = false; // a save has gone without what it had to report

// Whether there is something to report.
const reports = () => due[0] || course.graded.some(finished);

// When cw/scorm2004.js has come, what went without it is saved again; when it has not, it is asked for with the next save.
const again = () => lacking && (cw.report !== withhold ? cw.save() : held.readonly || fail());
const bring = () => cw.report === withhold && load(course.lms, again, again);

// What is to be reported stays due, and with the journal a revision ahead nobody takes this save for the whole.
const withhold = cw.report = (save) => {
  if (!reports()) return;
  lacking = true;
  save.interactions = [];
  compose();
  bring();
};

const hasVerdict = (status) => /passed|failed/.test(status);

adapters.scorm2004 = () => {
  const api = scorm("API_1484_11", "");
  const { get, put } = api;

  return Object.assign(api, {
    // Seven calls, and one more for a learner who begins.
    read() {
      cw.on("page", (main) => {
        // Interactions are found again by their ids: an answer of an earlier session is reported anew.
        earlier.clear();
        if (reports() || $(main, ".quiz")) bring();
      });
      const begun = api.begin();
      const completion = get("completion_status");
      const success = get("success_status");
      const held = {
        ...begun,
        status: hasVerdict(success) ? success : /^[un]/.test(completion) ? "" : completion, // unknown, not attempted
        readonly: reviewed(get("mode")),
        score: hundredths(get("score.raw")),
        learner: get("learner_id"),
        state: get("suspend_data"),
      };
      if (!held.readonly && !held.status) put("completion_status", "incomplete");
      return begun.session || completion ? held : null;
    },

    // A further commit sends everything again: nothing has to be altered first.
    write(save, known) {
      if (known) return false;
      const done = /^[cp]/.test(save.status); // completed, passed
      let good = put("suspend_data", save.state) && put("completion_status", done ? "completed" : "incomplete");
      if (hasVerdict(save.status)) good = put("success_status", save.status) && good;
      if (save.score !== null) {
        good = put("score.raw", save.score / 100) && put("score.scaled", save.score / 10000) && good;
      }
      // The whole of it means completed, and nothing else does.
      put("progress_measure", done ? 1 : Math.min(0.99, Math.round(opened() / course.keys.length * 100) / 100));
      put("location", state.page);
      // Without it some give nothing back after a window that was closed without a word.
      put("exit", "suspend");
      put("session_time", spell(api.spent()));
      cw.report(save);
      return good;
    },

    span: (seconds) => spell(parts(seconds)),

    name: () => get("learner_name"),

    // Not ended: Moodle could not begin it again in this window, and the exit says that it goes on. A commit carries everything
    // again: without need it could undo what another device has saved.
    close(readonly, unsaved) {
      if (!readonly && unsaved) api.call("Commit", "");
    },
  });
};
