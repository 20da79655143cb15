// The search in the course, over cw/index.js. A word is looked for where words begin, by a blank before it; in scripts
// without capitals, where words grow together or prefixes stand before them, anywhere.

// The text after a blank, without case and marks, blanks for all but letters and digits.
const fold = (text) => " " + text.toUpperCase().toLowerCase().replace(/ς/g, "σ").normalize("NFD")
  .replace(/[\p{M}\u0640]/gu, "").replace(/[^\p{L}\p{N}]+/gu, " ");

const keysOf = (text) => (fold(text).match(/\S+/g) || []).map((word) => (/\p{Lo}/u.test(word) ? word : " " + word));

// For each entry its title, its headings and its other words, folded.
let levels;
const unpack = ([rows, packed]) => {
  let word = "";
  levels = rows.map(([, title, ...headings]) => [fold(title), headings.map(([text]) => fold(text)).join(""), ""]);
  packed.replace(/(.)([^A-Z]*)([A-Z]+)/g, (all, shared, rest, steps) => {
    let entry = -1;
    let step = 0;
    word = word.slice(0, parseInt(shared, 36)) + rest;
    for (const letter of steps) {
      const digit = letter.charCodeAt() - 65;
      step = step * 13 + digit % 13;
      if (digit < 13) {
        levels[(entry += step)][2] += " " + word;
        step = 0;
      }
    }
  });
};

// The entries that hold every key, those with it in their titles and headings first.
const findPages = (keys) => {
  if (!levels) unpack(cw.index);
  return cw.index[0].map(([href, title, ...headings], entry) => {
    const ranks = keys.map((key) => levels[entry].findIndex((text) => text.includes(key)));
    const rank = !ranks.includes(-1) && 1 + ranks.reduce((sum, one) => sum + one);
    const [, id] = headings.find(([text]) => keys.some((key) => fold(text).includes(key))) || [];
    return { rank, title, href: id ? href + "#" + id : href };
  }).filter(({ rank }) => rank).sort((one, other) => one.rank - other.rank);
};

// Text with the words marked; with `most`, so much of it from a little before the first.
const marked = (text, keys, most) => {
  const found = (word) => keys.some((key) => fold(word).includes(key));
  const pieces = text.split(/([\p{L}\p{N}\p{M}]+)/u);
  const from = most && Math.max(0, pieces.findIndex(found) - 12);
  return pieces.slice(from, from + most || undefined).map((piece) => (found(piece) ? cw.el("mark", {}, piece) : piece));
};

const addExcerpt = (link, keys) => link.isConnected && cw.fetchPage(link.href).then((page) => {
  $$(page, "h1, noscript, .meta, .opts, .turn, [hidden]").forEach((each) => each.remove());
  const aim = page.getElementById(link.hash.slice(1));
  const text = (aim ? aim.nextElementSibling : $(page, "main")).textContent;
  const heading = aim && aim.localName !== "dt" ? aim.textContent + " " : "";
  link.append(cw.el("span", {}, ...marked(heading + text, keys, 60)));
}).catch(() => {});

const startSearch = (box) => {
  let timer;
  const tell = (text) => ($(box, "p").textContent = text);
  const show = () => {
    const keys = keysOf($(box, "input").value);
    const found = keys[0] ? findPages(keys) : [];
    const entry = ({ title, href }) => cw.el("a", { href }, cw.el("b", {}, ...marked(title, keys)));
    const links = found.slice(0, 12).map(entry);
    tell(keys[0] ? box.dataset.found.replace("{n}", found.length) : "");
    $(box, "ol").replaceChildren(...links.map((link) => cw.el("li", {}, link)));
    // One after the other: the line may be slow.
    links.reduce((before, link) => before.then(() => addExcerpt(link, keys)), Promise.resolve());
  };
  const search = () => (cw.index ? show() : cw.load("index", show, () => tell(box.dataset.failed)));
  box.oninput = () => {
    clearTimeout(timer);
    timer = setTimeout(search, 250);
  };
  box.hidden = false;
};
