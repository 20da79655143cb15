// SCORM 1.2. The six methods of an adapter: docs/reference/player.md.

const DEPTH = 12;

// The window that holds an API object, up the frames from `host`; a frame of another host is passed by.
const climb = (name, host, depth = 0) => !host || depth > DEPTH ? null
  : attempt(() => host[name]) ? host : host === host.parent ? null : climb(name, host.parent, depth + 1);

const two = (value) => String(Math.floor(value)).padStart(2, "0");
const clock = (seconds) => two(seconds / 3600) + ":" + two(seconds / 60 % 60) + ":" + two(seconds % 60);

adapters.scorm12 = () => {
  let host;
  let began;
  let sent; // score and status the LMS was handed, arrived or not: it does not send the same again
  let count; // interactions the LMS holds
  const places = {}; // index of each question's interaction

  const call = (name, ...values) => String(attempt(() => host.API["LMS" + name](...values), ""));
  const get = (element) => call("GetValue", "cmi." + element);
  const put = (element, value) => call("SetValue", "cmi." + element, String(value)) === "true";

  // With `other`, every value differs from the right one, so that the right one is sent after it.
  const putInteraction = ({ key, id, time, type, correct, response, result, latency }, other) => {
    if (!(key in places)) {
      if (count === undefined) count = +get("interactions._count") || 0;
      places[key] = count++;
    }
    const values = other
      ? [id + "_", "00:00:00", type === "choice" ? "fill-in" : "choice", "-", "-", "unanticipated", latency + 1]
      : [id, time, type, correct, response, result, latency];
    values[6] = clock(values[6]);
    "id time type correct_responses.0.pattern student_response result latency".split(" ").forEach((element, at) =>
      places[key] < 100 && put("interactions." + places[key] + "." + element, values[at]));
  };

  // Writes other values than the right ones where those were handed over and did not arrive; false if all did.
  const alter = ({ state, score, status, interactions }, known) => {
    const tried = interactions.filter((item) => item.tried);
    const again = [score !== null && score === sent.score && score !== known.score, status === sent.status && status !== known.status];
    if (!tried.length && !again.includes(true)) return false;
    tried.forEach((item) => putInteraction(item, true));
    if (again[0]) put("core.score.raw", (score + (score < 10000 ? 1 : -1)) / 100);
    if (again[1]) put("core.lesson_status", status === "incomplete" ? "browsed" : "incomplete");
    return put("suspend_data", state);
  };

  return {
    open() {
      host = climb("API", window) || climb("API", window.opener) || attempt(() => climb("API", window.top.opener));
      return !!host;
    },

    // Six calls, and one more for a learner who begins.
    read() {
      const session = call("Initialize", "") === "true";
      const status = get("core.lesson_status");
      const mode = get("core.lesson_mode");
      const score = parseFloat(get("core.score.raw"));
      // An API object that was here before us tells what it was handed, not what the server holds.
      const origin = "" + attempt(() => host.performance.timeOrigin);
      const held = {
        session, status,
        readonly: mode === "browse" || mode === "review",
        score: isNaN(score) ? null : Math.round(score * 100),
        learner: get("core.student_id"),
        state: get("suspend_data"),
        server: tab.get("cw-host") !== origin,
      };
      sent = held;
      tab.set("cw-host", origin);
      if (session) tab.set("cw-began", Date.now());
      began = tab.get("cw-began") || Date.now();
      // Moodle completes a SCO that never sets a status.
      if (!held.readonly && (!status || status === "not attempted")) put("core.lesson_status", "incomplete");
      return session || status ? held : null;
    },

    write(save, known) {
      if (known) return alter(save, known);
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

    // Moodle answers "true" when the line is lost: it has queued a beacon, which says nothing of the server.
    commit() {
      const line = host.navigator;
      const beacon = line.sendBeacon;
      let queued = false;
      line.sendBeacon = (...values) => (queued = true) && beacon.apply(line, values);
      const good = call("Commit", "") === "true";
      line.sendBeacon = beacon;
      return good && !queued;
    },

    confirm: ping,

    close(readonly) {
      if (!readonly) {
        put("core.session_time", clock((Date.now() - began) / 1000));
        put("core.exit", "suspend");
        call("Commit", "");
      }
      call("Finish", "");
    },
  };
};
