// SCORM 2004, third and fourth edition. The methods of an adapter: docs/reference/player.md.

const span = ([hours, minutes, seconds]) => "PT" + hours + "H" + minutes + "M" + seconds + "S";

// The device's own time without its zone, which not every LMS takes.
const stamp = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60000).toISOString().slice(0, 19);

// A response of SCORM 1.2 ("a,b", "{1.a,2.b}", "t") as 2004 writes it.
const response2004 = (type, text) => {
  const list = text.replace(/^\{|\}$/g, "").split(",");
  return type === "true-false" ? { t: "true", f: "false" }[text] || text
    : /choice|sequencing/.test(type) ? list.join("[,]")
    : type === "matching" ? list.map((pair) => pair.replace(".", "[.]")).join("[,]")
    : type === "performance" ? list.map((step, at) => at + 1 + "[.]" + step).join("[,]")
    : text.slice(0, 250);
};

// A number that Moodle takes for one; another is reported as what was typed.
const isNumber = (text) => /^-?\d{1,5}(\.\d{1,18})?$/.test(text);

// Octets that an interaction takes in a beacon, at most: builder/targets/scorm2004/room.py.
const weight = (texts) => 1100 + 3 * texts.length;

// How the questions asked for an objective (by its place) were answered in the graded quizzes that have ended: score in
// hundredths, and whether all of these quizzes have. Nothing while one is taken again, or before there is a result.
const achievement = (place) => {
  let points = 0;
  let got = 0;
  let all = true;
  for (const [quiz, questions] of course.asked) {
    const mine = questions.filter((question) => question[1] === place);
    const { best, open } = recordOf({ key: quiz });
    if (mine.length && open) return null;
    if (mine.length && best === null) all = false;
    else mine.forEach(([key, , worth]) => {
      const { result } = state.answers.get(key) || {};
      if (!(result <= 120)) return;
      points += worth;
      got += worth * result;
    });
  }
  return points ? { score: Math.round(got * 10000 / 120 / points), all } : null;
};

// Interactions are found again by their ids: an answer of an earlier session is reported anew.
cw.on("page", () => earlier.clear());

adapters.scorm2004 = () => {
  const api = scorm("API_1484_11", "");
  const { call, get, put } = api;
  const lists = {}; // of "interactions" and "objectives": the index of each id that the LMS holds, and how many there are
  let taken = 0; // octets of the interactions

  // The LMS may hold some: objectives of the manifest, interactions of earlier sessions. Nothing where there is no room.
  const indexOf = (name, id, octets) => {
    const at = (index, element) => get(name + "." + index + "." + element);
    let list = lists[name];
    if (!list) {
      list = lists[name] = { count: +get(name + "._count") || 0, places: {} };
      for (let index = list.count; index--;) {
        list.places[at(index, "id")] = index;
        if (octets) taken += weight(at(index, "learner_response").repeat(2));
      }
    }
    const fits = !octets || (list.count < 100 && taken + octets <= course.room);
    if (!(id in list.places) && fits && put(name + "." + list.count + ".id", id)) {
      list.places[id] = list.count++;
      taken += octets || 0;
    }
    return list.places[id];
  };

  const putInteraction = ({ id, objective, time, type, correct, response, result, latency }) => {
    const kind = type === "numeric" && !isNumber(response) ? "fill-in" : type;
    const given = response2004(kind, response);
    const pattern = correct && response2004(kind, correct);
    // Every commit carries all of them again.
    const at = indexOf("interactions", id, weight(given + pattern));
    if (at === undefined) return;
    const set = (element, value) => put("interactions." + at + "." + element, value);
    set("type", kind);
    if (objective) set("objectives.0.id", objective);
    set("timestamp", stamp(time));
    if (kind === "numeric" ? isNumber(pattern) : pattern) {
      set("correct_responses.0.pattern", kind === "numeric" ? pattern + "[:]" + pattern : pattern);
    }
    set("learner_response", given);
    set("result", result === "wrong" ? "incorrect" : result);
    set("latency", span(parts(latency)));
  };

  const putObjective = (id, place) => {
    const found = achievement(place);
    const at = found && indexOf("objectives", id);
    if (!found || at === undefined) return;
    const set = (element, value) => put("objectives." + at + "." + element, value);
    set("score.scaled", found.score / 10000);
    set("score.raw", found.score / 100);
    set("score.min", 0);
    set("score.max", 100);
    set("completion_status", found.all ? "completed" : "incomplete");
    if (course.bar) set("success_status", !found.all ? "unknown" : found.score < course.bar * 100 ? "failed" : "passed");
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
      // The whole of it means completed, and nothing else does.
      put("progress_measure", done ? 1 : Math.min(0.99, Math.round(opened() / course.keys.length * 100) / 100));
      put("location", state.page);
      // Without it some give nothing back after a window that was closed without a word.
      put("exit", "suspend");
      put("session_time", span(api.spent()));
      course.objectives.forEach(putObjective);
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
