// SCORM 2004, third and fourth edition. The methods of an adapter: docs/reference/player.md.

const span = ([hours, minutes, seconds]) => "PT" + hours + "H" + minutes + "M" + seconds + "S";

// The device's own time without its zone, which not every LMS takes.
const stamp = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60000).toISOString().slice(0, 19);

// A response of SCORM 1.2 ("a,b", "1.a,2.b", "t") as 2004 writes it.
const response2004 = (type, text) => type === "true-false" ? { t: "true", f: "false" }[text] || text
  : /choice|sequencing/.test(type) ? text.replace(/,/g, "[,]")
  : type === "matching" ? text.replace(/,/g, "[,]").replace(/\./g, "[.]")
  : type === "performance" ? "[.]" + text : text;

adapters.scorm2004 = () => {
  const api = scorm("API_1484_11", "");
  const { call, get, put } = api;
  let count; // interactions the LMS holds
  const places = {}; // index of each question's interaction

  const putInteraction = ({ key, id, time, type, correct, response, result, latency }) => {
    if (!(key in places)) {
      if (count === undefined) count = +get("interactions._count") || 0;
      places[key] = count++;
    }
    // Every commit carries all of them again.
    if (places[key] >= 100) return;
    const pattern = response2004(type, correct);
    const set = (element, value) => put("interactions." + places[key] + "." + element, value);
    set("id", id);
    set("type", type);
    set("timestamp", stamp(time));
    if (correct) set("correct_responses.0.pattern", type === "numeric" ? pattern + "[:]" + pattern : pattern);
    set("learner_response", response2004(type, response));
    set("result", result === "wrong" ? "incorrect" : result);
    set("latency", span(parts(latency)));
  };

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
      put("progress_measure", Math.round(opened() / course.keys.length * 100) / 100);
      put("location", state.page);
      // Without it some give nothing back after a window that was closed without a word.
      put("exit", "suspend");
      put("session_time", span(api.spent()));
      save.interactions.forEach(putInteraction);
      return good;
    },

    name: () => get("learner_name"),

    // Not ended: Moodle could not begin it again in this window, and the exit says that it goes on. A commit carries everything
    // again: without need it could undo what another device has saved.
    close(readonly, unsaved) {
      if (!readonly && unsaved) call("Commit", "");
    },
  });
};
