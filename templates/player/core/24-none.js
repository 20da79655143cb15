// No LMS: the state stays in this browser, where it may be kept. The script of a package holds the adapter of its format, too.

const adapters = {};

adapters.none = () => {
  const name = "cw-state|" + course.id;
  let text;
  const keep = () => !text || device.set(name, text);
  return {
    alone: true,
    open: () => true,
    read: () => ({ session: !tab.get(name) && tab.set(name, 1), state: device.get(name) }),
    write: (save, known) => !known && (text = save.state),
    commit: keep,
    confirm: async () => true,
    close: keep,
  };
};
