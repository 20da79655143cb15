// What a term means, beside the term.

const openTerm = (link) => cw.fetchPage(link.href).then((page) => {
  const term = page.getElementById(decodeURIComponent(link.hash.slice(1)));
  const close = () => {
    link.focus();
    box.remove();
  };
  const all = cw.el("a", { href: link.href, class: "btn quiet" }, $(page, "h1").textContent);
  const box = cw.el(
    "dialog", { class: "popup", tabindex: -1, "aria-label": term.textContent },
    cw.el("b", {}, term.textContent), cw.el("p", {}, ...term.nextElementSibling.childNodes), all, closeButton(close)
  );
  box.onkeydown = (event) => event.key === "Escape" && close();
  box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || box.remove());
  // Beside the term in the page's order, too.
  link.after(box);
  box.show();
  const { left, width, bottom } = [...link.getClientRects()].pop();
  const origin = box.offsetParent.getBoundingClientRect();
  const most = document.documentElement.clientWidth - box.offsetWidth - 8;
  box.style.left = Math.max(8, Math.min(left + (width - box.offsetWidth) / 2, most)) - origin.left + "px";
  box.style.top = bottom - origin.top + 6 + "px";
  box.focus();
}).catch(() => cw.go(link.href));
