/** Something that is loaded for a screen: waiting, there, or failed; and loaded again on demand. */
import { useCallback, useEffect, useState } from "preact/hooks";

export type Loaded<T> =
  | { readonly state: "loading" }
  | { readonly state: "ready"; readonly value: T }
  | { readonly state: "failed"; readonly error: unknown };

/** Loads when `key` changes; what was there stays on the screen while it is loaded again. */
export function useLoaded<T>(key: string, load: () => Promise<T>): [Loaded<T>, () => Promise<void>] {
  const [loaded, set] = useState<Loaded<T> & { key?: string }>({ state: "loading" });
  const reload = useCallback(async () => {
    try {
      set({ state: "ready", value: await load(), key });
    } catch (error) {
      console.error(error);
      set({ state: "failed", error, key });
    }
  }, [key]);
  useEffect(() => void reload(), [reload]);
  return [loaded.key === key ? loaded : { state: "loading" }, reload];
}
