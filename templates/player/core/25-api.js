// What the standards of SCORM have in common: the window that holds the API, calls that never throw, the beacon, the time.
// A script without an adapter that uses it does not hold it.

// The window that holds an API object, up the frames from `host`; a frame of another host is passed by.
const climb = (name, host) => !host || attempt(() => host[name]) ? host : host === host.parent ? null : climb(name, host.parent);

// Hours, minutes and seconds, at most 9999:59:59 whatever a clock says.
const parts = (seconds) => {
  const whole = Math.min(Math.max(seconds, 0), 35999999) | 0;
  return [whole / 3600, whole / 60 % 60, whole % 60].map((part) => String(part | 0).padStart(2, "0"));
};

// `name` of the API object, `prefix` of its functions.
const scorm = (name, prefix) => {
  let host;
  let began;
  const clock = () => attempt(() => host.performance.now());
  const call = (verb, ...values) => String(attempt(() => host[name][prefix + verb](...values), ""));
  const api = {
    call,
    get: (element) => call("GetValue", "cmi." + element),
    put: (element, value) => call("SetValue", "cmi." + element, String(value)) === "true",
    home: () => host,
    open() {
      host = climb(name, window) || climb(name, window.opener) || attempt(() => climb(name, window.top.opener));
      return !!host;
    },

    begin() {
      const session = call("Initialize", "") === "true";
      // An API object that was here before us tells what it was handed, not what the server holds.
      const used = "cw-" + course.id;
      const server = !host[used];
      host[used] = 1;
      // The window of the LMS stays while pages of ours come and go: its clock measures the session.
      if (session) tab.set("cw-began", clock());
      began = tab.get("cw-began") || clock();
      return { session, server };
    },

    // Moodle answers "true" when the line is lost: it has queued a beacon, which says nothing of the server.
    commit() {
      const line = host.navigator;
      const beacon = line.sendBeacon;
      let queued = false;
      // Without beacons nothing tells a commit that was lost from one that was sent.
      api.blind = !beacon;
      line.sendBeacon = beacon && ((...values) => (queued = true) && beacon.apply(line, values));
      const good = call("Commit", "") === "true";
      line.sendBeacon = beacon;
      return good && !queued;
    },

    confirm: ping,
    spent: () => parts((clock() - began) / 1000),
  };
  return api;
};

const hundredths = (text) => {
  const points = parseFloat(text) * 100;
  return isNaN(points) ? null : Math.round(points);
};
const reviewed = (mode) => /^(browse|review)$/.test(mode);
