// Text size and colours, kept on the device.

const choices = (name, legend, options) => {
  const group = cw.el("fieldset", {}, cw.el("legend", {}, legend));
  options.forEach(([value, text]) => {
    const input = cw.el("input", { type: "radio", name: "cw-" + name, value });
    input.checked = (cw.look[name] || "") === value;
    input.onchange = () => {
      cw.look[name] = value;
      cw.device.set("cw-look", JSON.stringify(cw.look));
      cw.applyLook();
    };
    group.append(cw.el("label", {}, input, " " + text));
  });
  return group;
};

const openLook = () => openDialog(
  cw.t("Display"),
  choices("size", cw.t("Text size"), [["", cw.t("Normal")], ["1", cw.t("Large")], ["2", cw.t("Very large")]]),
  choices("theme", cw.t("Colours"), [["", cw.t("As on the device")], ["light", cw.t("Light")], ["dark", cw.t("Dark")]])
);
