// What does not fit: text cut off, and controls too small to be hit. `room` is the least width and height of ours.
(room) => {
  const shown = [...document.querySelectorAll("body *")].filter((each) => each.checkVisibility({ visibilityProperty: true }));
  const name = (each) => each.outerHTML.slice(0, 110);
  const found = [];
  const page = document.documentElement;
  if (page.scrollWidth > page.clientWidth) found.push("the page scrolls sideways");

  // Text that is wider or higher than the box that hides what does not fit. The bar's lesson stands in full in the contents.
  shown.filter((each) => !each.matches(".vh, .vh *, .bar *, svg *, input, textarea, option, progress")).forEach((each) => {
    const style = getComputedStyle(each);
    const hides = (value) => value === "hidden" || value === "clip";
    if ((hides(style.overflowX) && each.scrollWidth > each.clientWidth + 1)
      || (hides(style.overflowY) && each.scrollHeight > each.clientHeight + 1)) found.push("text is cut off: " + name(each));
  });
  // A list shows one line: what is longer is written out beside it.
  shown.filter((each) => each.matches("button, .btn")).forEach((each) => {
    if (each.scrollWidth > each.clientWidth + 1) found.push("words do not fit their button: " + name(each));
  });

  const union = (one, other) => {
    const [left, top] = [Math.min(one.left, other.left), Math.min(one.top, other.top)];
    return { width: Math.max(one.right, other.right) - left, height: Math.max(one.bottom, other.bottom) - top };
  };
  const area = (each) => {
    const box = each.getBoundingClientRect();
    const label = each.labels && each.labels[0];
    return label && each.matches("[type=radio], [type=checkbox]") ? union(box, label.getBoundingClientRect()) : box;
  };
  // WCAG 2.2, 2.5.8: links in a sentence are held to no size.
  const inText = (each) => getComputedStyle(each).display === "inline" && each.matches("p a, li a, dd a, td a, th a, figcaption a, sup a");
  shown.filter((each) => each.matches("a[href], button, input, select, textarea, summary, [tabindex='0']")).forEach((each) => {
    if (each.matches(".skip, .scroll, .q-quoted *:not(input)") || inText(each)) return;
    const { width, height } = area(each);
    if (width < room - 0.5 || height < room - 0.5) found.push(`a target of ${Math.round(width)} by ${Math.round(height)}: ` + name(each));
  });
  return found;
}
