/** Sends what waits and fetches what changed: at the start, when the connection is back, and when the page is looked at. */
import { useEffect } from "preact/hooks";
import { isUnreachable } from "../data/isUnreachable.ts";
import type { Local } from "./openLocal.ts";

/** A network that leads nowhere tells nothing when it leads somewhere again. */
const RETRY_MS = 20_000;

export function useKeepingUp({ outbox, mirror, sendKept }: Local): void {
  useEffect(() => {
    const fetchNews = (always = false) => mirror.sync({ always }).catch(unlessUnreachable);
    const send = async () => {
      await outbox.run();
      if (!(await sendKept())) return;
      // One that runs already may have passed by what has just arrived.
      await fetchNews();
      await fetchNews(true);
    };
    const both = () => {
      void send();
      void fetchNews();
    };
    const look = () => document.visibilityState === "visible" && both();
    const timer = setInterval(() => void send(), RETRY_MS);
    addEventListener("online", both);
    document.addEventListener("visibilitychange", look);
    both();
    return () => {
      mirror.close();
      clearInterval(timer);
      removeEventListener("online", both);
      document.removeEventListener("visibilitychange", look);
    };
  }, [outbox, mirror]);
}

/** Without a connection the mirror stays as it is; anything else is a mistake to be seen. */
export function unlessUnreachable(error: unknown): void {
  if (!isUnreachable(error)) console.error(error);
}
