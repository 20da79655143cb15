// What has the focus, as a test sees it: where it stands, whether one can see it, whether anything lies over it.
() => {
  const at = document.activeElement;
  if (!at || at === document.body) return null;
  const style = getComputedStyle(at);
  const box = at.getBoundingClientRect();
  const over = (y) => {
    const top = document.elementFromPoint(box.left + box.width / 2, y);
    const bar = top && top.closest(".bar, .quiz-bar");
    return bar && !bar.contains(at);
  };
  const shown = (line) => line.outlineStyle !== "none" && parseFloat(line.outlineWidth) >= 2;
  const q = at.closest(".q");
  return {
    name: (at.id ? "#" + at.id : at.outerHTML.slice(0, 90)),
    tag: at.localName, type: at.type || "", act: at.dataset.do || "", value: at.value || "",
    move: Boolean(at.dataset.move), off: at.getAttribute("aria-disabled") === "true", next: at.rel === "next",
    question: q && q.id, state: q && q.dataset.state,
    visible: shown(style) || style.boxShadow !== "none",
    // Of what is higher than the screen has room for, only a part can be seen.
    covered: box.height < 200 && [box.top + 2, (box.top + box.bottom) / 2, box.bottom - 2].some(over),
    inside: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    order: [...document.querySelectorAll("*")].indexOf(at),
    dialog: Boolean(at.closest("dialog")),
  };
}
