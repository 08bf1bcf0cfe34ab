/** The app's service worker, which lets it start without a connection: registered once the app stands. */

const isPossible = import.meta.env.PROD && "serviceWorker" in navigator;

/** Its pages are those of the app; citizens' pages have none. */
export function registerServiceWorker(): void {
  if (isPossible) void navigator.serviceWorker.register("/app-worker.js", { scope: "/app" });
}

/** Tells of a version that is ready and waits, now and later; returns what stops that. */
export function waitingWorker(tell: (worker: ServiceWorker) => void): () => void {
  let isStopped = false;
  const tellOf = (worker: ServiceWorker | null) => {
    // The very first one waits for nobody.
    if (worker && navigator.serviceWorker.controller && !isStopped) tell(worker);
  };
  const watch = (registration: ServiceWorkerRegistration) => {
    tellOf(registration.waiting);
    registration.addEventListener("updatefound", () => {
      const { installing } = registration;
      installing?.addEventListener("statechange", () => tellOf(registration.waiting));
    });
  };
  if (isPossible) void navigator.serviceWorker.ready.then(watch);
  return () => {
    isStopped = true;
  };
}
