/// <reference lib="webworker" />
/**
 * Has the app start and go on without a network: its files are kept when it is first visited, and served from there.
 *
 * It keeps the app's own files and its configuration, nothing else: what functions, Firestore and Storage answer passes
 * by it. A new version keeps its files beside the old one's and is used once no page of the old one is open, or when
 * the person says so.
 */
declare const self: ServiceWorkerGlobalScope;
/** Put in when the app is built: all its files, and a mark of their contents. */
declare const FILES: readonly string[];
declare const BUILD: string;

const SHELL = "/app";
/** As the app asks for them; the second names the emulators. */
const CONFIGURATION = ["/__/firebase/init.json", "/__/firebase/init.js?useEmulator=true"];
const CACHE = `app-${BUILD}`;
const CONFIGURATION_CACHE = "configuration";

self.addEventListener("install", (event) => {
  // Each file bears its contents in its name, so the browser's own copy of it is as good as the server's.
  const keep = async () => {
    const cache = await caches.open(CACHE);
    await cache.add(new Request(SHELL, { cache: "reload" }));
    await cache.addAll(FILES);
    // The page that registers the worker asked for them before it was there.
    await (await caches.open(CONFIGURATION_CACHE)).addAll(CONFIGURATION);
  };
  event.waitUntil(keep());
});

self.addEventListener("activate", (event) => {
  const clean = async () => {
    const names = await caches.keys();
    await Promise.all(
      names
        .filter((name) => name !== CACHE && name !== CONFIGURATION_CACHE)
        .map((name) => caches.delete(name)),
    );
    await self.clients.claim();
  };
  event.waitUntil(clean());
});

self.addEventListener("message", ({ data }) => {
  if (data === "take over") void self.skipWaiting();
});

self.addEventListener("fetch", (event) => {
  const { request } = event;
  const { origin, pathname, search } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (request.mode === "navigate") {
    if (pathname === SHELL || pathname.startsWith(`${SHELL}/`)) event.respondWith(kept(SHELL, request));
  } else if (FILES.includes(pathname)) event.respondWith(kept(pathname, request));
  else if (CONFIGURATION.includes(pathname + search)) event.respondWith(newest(pathname + search, request));
});

/** The file as it was kept with this version. */
async function kept(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  return (await cache.match(path)) ?? fetch(request);
}

/** What the server says, or said the last time. */
async function newest(path: string, request: Request): Promise<Response> {
  const cache = await caches.open(CONFIGURATION_CACHE);
  try {
    const response = await fetch(request);
    if (response.ok) await cache.put(path, response.clone());
    return response;
  } catch (error) {
    const last = await cache.match(path);
    if (!last) throw error;
    return last;
  }
}
