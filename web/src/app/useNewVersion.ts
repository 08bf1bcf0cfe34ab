/** Whether a newer version of the app waits to be used: it takes over at the next start, or when the person says so. */
import { useEffect, useState } from "preact/hooks";
import { waitingWorker } from "../data/serviceWorker.ts";

/** Answers with what begins to use it, once there is one. */
export function useNewVersion(): (() => void) | undefined {
  const [worker, set] = useState<ServiceWorker>();
  useEffect(() => waitingWorker(set), []);
  return (
    worker &&
    (() => {
      navigator.serviceWorker.addEventListener("controllerchange", () => location.reload(), { once: true });
      worker.postMessage("take over");
    })
  );
}
