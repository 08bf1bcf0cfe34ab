/** Asks again and again while there is something to wait for. */
import { useEffect } from "preact/hooks";

const EACH_MS = 1_000;

export function usePolling(isWaiting: boolean, ask: () => Promise<void>): void {
  useEffect(() => {
    if (!isWaiting) return;
    const timer = setInterval(() => void ask(), EACH_MS);
    return () => clearInterval(timer);
  }, [isWaiting, ask]);
}
