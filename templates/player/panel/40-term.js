// What a term means, beside the term: after it in the order of the page, too.

const openTerm = (link) => cw.fetchPage(link.href).then((page) => {
  const term = page.getElementById(link.hash.slice(1));
  const close = () => {
    link.focus();
    box.remove();
  };
  const box = cw.el(
    "dialog", { class: "popup", tabindex: -1, "aria-label": term.textContent },
    cw.el("b", {}, term.textContent), cw.el("p", {}, ...term.nextElementSibling.childNodes),
    cw.el("a", { href: link.href, class: "btn quiet" }, $(page, "h1").textContent), closeButton(close)
  );
  box.addEventListener("keydown", (event) => event.key === "Escape" && close());
  box.addEventListener("focusout", (event) => box.contains(event.relatedTarget) || box.remove());
  link.after(box);
  box.show();
  box.focus();
}).catch(() => cw.go(link.href));
