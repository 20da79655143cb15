// The service worker of a package, keep.js beside its pages: it answers from what the learner kept on the device, and
// only when the network fails or takes too long. So an update is never masked, and the reading that confirms a save
// (cw/ping.txt) is left alone.

const PATIENCE = 8000; // milliseconds

addEventListener("install", () => skipWaiting());
addEventListener("activate", (event) => event.waitUntil(clients.claim()));
addEventListener("fetch", (event) => {
  const { request } = event;
  const { url } = request;
  if (request.method !== "GET" || !url.startsWith(registration.scope) || url.includes("cw/ping.txt")) return;
  const network = fetch(request);
  const late = new Promise((answer, refuse) => setTimeout(refuse, PATIENCE));
  const kept = () => caches.match(url.replace(/\/$/, "/index.html"), { ignoreSearch: true });
  event.respondWith(Promise.race([network, late]).catch(() => kept().then((found) => found || network)));
});
