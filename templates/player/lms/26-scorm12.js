// SCORM 1.2. The methods of an adapter: docs/reference/player.md.

adapters.scorm12 = () => {
  const api = scorm("API", "LMS");
  const { call, get, put } = api;
  let sent; // score and status the LMS was handed, arrived or not: it does not send the same again
  let count; // interactions the LMS holds
  const places = {}; // index of each question's interaction

  const putInteraction = ({ key, id, time, type, correct, response, result, latency },
    values = [id, new Date(time).toTimeString().slice(0, 8), type, correct, response, result, parts(latency).join(":")]) => {
    if (!(key in places)) {
      if (count === undefined) count = +get("interactions._count") || 0;
      places[key] = count++;
    }
    "id time type correct_responses.0.pattern student_response result latency".split(" ").forEach((element, at) =>
      places[key] < 100 && put("interactions." + places[key] + "." + element, values[at]));
  };

  return Object.assign(api, {
    // Six calls, and one more for a learner who begins.
    read() {
      const begun = api.begin();
      const status = get("core.lesson_status");
      sent = {
        ...begun, status,
        readonly: reviewed(get("core.lesson_mode")),
        score: hundredths(get("core.score.raw")),
        learner: get("core.student_id"),
        state: get("suspend_data"),
      };
      // Moodle completes a SCO that never sets a status.
      if (!sent.readonly && (!status || status === "not attempted")) put("core.lesson_status", "incomplete");
      return begun.session || status ? sent : null;
    },

    write(save, known) {
      if (known) return cw.alter(put, putInteraction, save, sent, known);
      let good = put("suspend_data", save.state) && put("core.lesson_status", save.status);
      if (save.score !== null) {
        good = put("core.score.raw", save.score / 100) && good;
        put("core.score.min", 0);
        put("core.score.max", 100);
      }
      sent = save;
      // An LMS that takes no interactions must not keep the rest from being saved.
      save.interactions.forEach((item) => {
        putInteraction(item);
        item.tried = true;
      });
      return good;
    },

    name: () => get("core.student_name"),

    close(readonly) {
      if (!readonly) {
        put("core.session_time", api.spent().join(":"));
        put("core.exit", "suspend");
        call("Commit", "");
      }
      call("Finish", "");
    },
  });
};
