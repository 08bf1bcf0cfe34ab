/** Something that is loaded for a screen: waiting, there, or failed; and loaded again on demand. */
import { useCallback, useEffect, useRef, useState } from "preact/hooks";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly error: unknown };

/** Loads when `key` changes; what was there stays on the screen while it is loaded again. */
export function useLoaded<T>(key: string, load: () => Promise<T>): [Loaded<T>, () => Promise<void>] {
  const [loaded, set] = useState<Loaded<T> & { key?: string }>({ state: "loading" });
  const latest = useRef(key);
  latest.current = key;
  const reload = useCallback(async () => {
    // What comes late for another screen takes the place of nothing.
    const tell = (told: Loaded<T>) => latest.current === key && set({ ...told, key });
    try {
      tell({ state: "ready", value: await load() });
    } catch (error) {
      console.error(error);
      tell({ state: "failed", error });
    }
  }, [key]);
  useEffect(() => void reload(), [reload]);
  return [loaded.key === key ? loaded : { state: "loading" }, reload];
}
