/*
 * Keeps one page of the product, /village/offline with the files it is made of, so that a village worker can
 * open it without a connection. No other page is kept: others hold people's data. The list itself stands in
 * IndexedDB and is the page's business.
 */
const cacheName = "offline-1";
const page = "/village/offline";

self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("message", (event) => {
  if (event.data === "keep") event.waitUntil(keep());
  if (event.data === "forget") event.waitUntil(forget());
});

// Counts the times everything was forgotten: what was fetched before one is not kept after it.
let forgotten = 0;

async function forget() {
  forgotten += 1;
  await caches.delete(cacheName);
}

/** Fetches the page and the files it names; what an older build left goes. */
async function keep() {
  const since = forgotten;
  const answer = await fetch(page, { credentials: "same-origin" }).catch(() => null);
  // Signed out or another role: redirected or refused, and not to be kept.
  if (!answer?.ok || answer.redirected) return;
  const html = await answer.clone().text();
  const files = new Set(html.match(/\/_next\/static\/[^"'\\\s)]+/g) ?? []);
  const cache = await caches.open(cacheName);
  const kept = new Set((await cache.keys()).map((request) => new URL(request.url).pathname));
  for (const file of files) if (!kept.has(file)) await cache.add(file).catch(() => null);
  await cache.put(page, answer);
  for (const path of kept) if (path !== page && !files.has(path)) await cache.delete(path);
  if (since !== forgotten) await caches.delete(cacheName);
}

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const url = new URL(request.url);
  if (request.method !== "GET" || url.origin !== self.location.origin) return;
  if (request.mode === "navigate")
    event.respondWith(fetch(request).catch(async () => (await caches.match(page)) ?? Response.error()));
  else if (url.pathname.startsWith("/_next/static/"))
    // Named by their content: what is kept is never stale.
    event.respondWith(caches.match(request).then((kept) => kept ?? fetch(request)));
});
