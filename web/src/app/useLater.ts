/** Whether the page had a moment to itself since it was drawn: what is not needed at once is loaded then. */
import { useEffect, useState } from "preact/hooks";

/** Where the browser does not tell when it is idle. */
const PAUSE_MS = 500;

export function useLater(): boolean {
  const [isLater, set] = useState(false);
  useEffect(() => {
    if (!("requestIdleCallback" in window)) {
      const timer = setTimeout(() => set(true), PAUSE_MS);
      return () => clearTimeout(timer);
    }
    const asked = requestIdleCallback(() => set(true), { timeout: 4 * PAUSE_MS });
    return () => cancelIdleCallback(asked);
  }, []);
  return isLater;
}
