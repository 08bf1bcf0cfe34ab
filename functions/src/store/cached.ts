/** Keeps what is read often and changes rarely, for a while, in an instance of a function. */

export interface Cached<T> {
  get(): Promise<T>;
  /** Reads anew, whatever the age. */
  refresh(): Promise<T>;
}

/** Failed loads are not kept. */
export function cached<T>(load: () => Promise<T>, now: () => Date, maxAgeMs: number): Cached<T> {
  let held: { value: Promise<T>; at: number } | undefined;
  const refresh = () => {
    const value = load();
    const entry = { value, at: now().getTime() };
    held = entry;
    value.catch(() => {
      if (held === entry) held = undefined;
    });
    return value;
  };
  return {
    refresh,
    get: () => (held && now().getTime() - held.at < maxAgeMs ? held.value : refresh()),
  };
}
