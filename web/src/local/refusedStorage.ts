/** Whether this computer refuses to keep what is written: its disk is full, or the browser does not allow it. */
let isRefused = false;
const listeners = new Set<() => void>();

export const isStorageRefused = (): boolean => isRefused;

/** Calls the listener whenever that changes; returns what stops it. */
export function onStorageRefused(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Watches a write of what Bitácora may not have yet. */
export function watchWrite(written: Promise<unknown>): void {
  const tell = (now: boolean) => {
    if (now === isRefused) return;
    isRefused = now;
    for (const listener of listeners) listener();
  };
  written.then(
    () => tell(false),
    (error) => {
      console.error(error);
      tell(true);
    },
  );
}
