// "My notes": what learners wrote and chose for themselves, on one page, to change, print, copy, download and delete.

// An answer in the saved state: a run of numbers, each the place of its words.
const showAnswer = (list) => {
  const { key, fp, skip } = list.dataset;
  const { bits = "", ...record } = cw.state.answers.get(key) || {};
  let at = +skip;
  list.hidden = !bits || record.fp !== parseInt(fp, 16);
  cw.$$(list, "dd").forEach((each) => {
    const { width, words } = each.dataset;
    each.textContent = JSON.parse(words)[parseInt(bits.slice(at, (at += +width)), 2)] || "";
    each.hidden = each.previousElementSibling.hidden = !each.textContent;
  });
};

cw.parts.notes = (main) => {
  const all = (selector) => cw.$$(main, selector);
  const [box] = all(".notes");
  const tell = (name) => (all("[role=status]")[0].textContent = box.dataset[name]);
  const fields = all("textarea");
  // Lines end as the oldest programs want them.
  const asText = () => all("h1, h2, h3, textarea, dl:not([hidden]) > :not([hidden])")
    .map((each) => (/H/.test(each.tagName) ? "\n" : "") + (each.value || each.innerText)).join("\n")
    .trim().replace(/\n/g, "\r\n");
  const actions = {
    print: () => print(),
    copy() {
      const field = cw.el("textarea", {}, asText());
      main.append(field);
      field.select();
      tell(document.execCommand("copy") ? "copied" : "failed");
      field.remove();
    },
    // The mark at the beginning tells older programs that it is UTF-8.
    save() {
      const href = URL.createObjectURL(new Blob(["\ufeff", asText()]));
      cw.el("a", { href, download: box.dataset.file }).click();
    },
    drop() {
      fields.forEach((field) => cw.local.set(field.name, (field.value = "") || null));
      tell("dropped");
    },
  };
  all("[hidden]").forEach((each) => (each.hidden = false));
  all(".off").forEach((each) => (each.hidden = true));
  fields.forEach((field) => {
    field.value = cw.local.get(field.name) || "";
    field.oninput = () => cw.local.set(field.name, field.value || null) || tell("lost");
  });
  all("dl").forEach(showAnswer);
  all("button").forEach((button) => (button.onclick = actions[button.value]));
};
