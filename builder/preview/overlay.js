// Shows the diagnostics over the page, and loads the page again when it has changed.
(function () {
  "use strict";
  var panel = null;
  var folded = false;

  function element(name, text, className) {
    var made = document.createElement(name);
    made.textContent = text;
    if (className) made.className = className;
    return made;
  }

  function show(list) {
    if (panel) panel.remove();
    panel = null;
    if (!list.length) return;
    var errors = list.filter(function (one) { return one.severity === "error"; }).length;
    var heading = errors + " error" + (errors === 1 ? "" : "s") + ", " + (list.length - errors) + " other" +
      (errors ? ". This is how the page looked before." : "");
    panel = element("details", "", "cw-overlay" + (errors ? " cw-overlay-errors" : ""));
    panel.open = errors > 0 && !folded;
    panel.setAttribute("role", "status");
    panel.addEventListener("toggle", function () { folded = !this.open; });
    panel.append(element("summary", heading));
    var items = document.createElement("ul");
    list.forEach(function (one) {
      var item = document.createElement("li");
      item.append(element("code", one.place + ": " + one.code), element("p", one.message), element("p", one.remedy, "cw-remedy"));
      items.append(item);
    });
    panel.append(items);
    document.body.append(panel);
  }

  function refresh() {
    fetch("/_preview/diagnostics.json").then(function (answer) { return answer.json(); }).then(show, function () {});
  }

  var content = null;
  new EventSource("/_preview/changes").onmessage = function (event) {
    if (content !== null && content !== event.data) return location.reload();
    content = event.data;
    refresh();
  };
})();
