// Turning pages: the next page's <main> takes the place of this one's, in one session with the LMS.

let cache = {}; // promise of a page's HTML, by its path
let turns = 0;
let fetched = false; // a page has been fetched in this session

const pathOf = (url) => url.pathname.replace(/\/$/, "/index.html");
const folderOf = (path) => path.replace(/[^/]*$/, "");
let here = pathOf(location);

// Whether a link leads to a page of this package.
const isOurs = (link) => link.origin === location.origin && folderOf(pathOf(link)) === folderOf(here)
  && /\.html$/.test(pathOf(link)) && !link.target;

const fetchPage = (href) => {
  const path = pathOf(new URL(href, location));
  if (Object.keys(cache).length > 12) cache = {};
  cache[path] = cache[path] || fetch(path).then((answer) => {
    fetched = true;
    return answer.ok ? answer.text() : "";
  });
  cache[path].catch(() => delete cache[path]);
  return cache[path].then((text) => new DOMParser().parseFromString(text, "text/html"));
};

const navigate = (href, how) => {
  leaving = true;
  location[how ? "replace" : "assign"](href);
};

// Puts a part of a fetched page in the place of this page's.
const replace = (page, selector) => $(document, selector).replaceWith(document.adoptNode($(page, selector)));

const arrive = (url, top) => {
  const aim = url.hash && byId(decodeURIComponent(url.hash.slice(1)));
  const target = aim || $(document, "main h1") || byId("main");
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  if (aim) aim.scrollIntoView();
  else scrollTo({ top, behavior: "instant" });
};

// `how`: none (a link), "replace" (no new entry in the history), or the history's state on the way back.
cw.go = async (href, how) => {
  const turn = ++turns;
  const url = new URL(href, location);
  if (!canFetch) return navigate(href, how);
  return fetchPage(href).then((page) => {
    if (turn !== turns) return;
    if (!$(page, "main")) return navigate(href, how);
    if (!how) history.replaceState({ top: scrollY }, "");
    if (!how || how === "replace") history[(how || "push") + "State"](null, "", url);
    cw.emit("leave", byId("main"));
    $$(document, "dialog[open]").forEach((dialog) => dialog.close());
    replace(page, "main");
    replace(page, ".bar-place");
    document.title = page.title;
    here = pathOf(url);
    shown();
    arrive(url, (how && how.top) || 0);
  }, () => {
    // Where fetching has worked before it is the line, and a learner who stays keeps the page.
    if (fetched) notLoaded();
    else navigate(href, how);
  });
};

// The next two pages, once this one has settled.
const prefetch = (next) => next && canFetch && setTimeout(() => fetchPage(next).then((page) => {
  const after = $(page, "main").dataset.next;
  return after && fetchPage(after);
}).catch(() => {}), 1000);

const watchLinks = () => {
  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href]");
    if (!link || event.defaultPrevented || event.button || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return;
    if (!isOurs(link) || (pathOf(link) === here && link.hash)) return;
    if (!canFetch) leaving = true;
    else {
      event.preventDefault();
      if (/^(bar-menu|term)$/.test(link.className)) openPanel(link.className, link);
      else cw.go(link.href);
    }
  });
  addEventListener("popstate", (event) => pathOf(location) !== here && cw.go(location.href, event.state || {}));
};
