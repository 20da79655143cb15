// What SCORM 2004 is told of questions: interactions, and how objectives stand. Docs: docs/reference/player.md.

const { course, state, recordOf } = cw;

// The device's own time without its zone, which not every LMS takes.
const stamp = (time) => new Date(time - new Date(time).getTimezoneOffset() * 60000).toISOString().slice(0, 19);

// A response of SCORM 1.2 ("a,b", "{1.a,2.b}", "t") as 2004 writes it.
const responseOf = (type, text) => {
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

// Hands a save's interactions and the objectives to the LMS: `get` and `put` of its values, `span` of seconds as text.
const reporter = ({ get, put, span }) => {
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
    const given = responseOf(kind, response);
    const pattern = correct && responseOf(kind, correct);
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
    set("latency", span(latency));
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

  return (save) => {
    if (save.score !== null) {
      put("score.min", 0);
      put("score.max", 100);
    }
    course.objectives.forEach(putObjective);
    save.interactions.forEach(putInteraction);
  };
};

cw.report = reporter(cw.adapter);
