/** What a person has written and not sent yet, kept on this computer until then. */
import { useRef, useState } from "preact/hooks";

interface Keeping<T> {
  readonly kept: T;
  readonly keep: (change: Partial<T>) => void;
  /** Begins anew with what there was at first. */
  readonly forget: () => void;
}

export function useKept<T extends object>(key: string, first: T): Keeping<T> {
  const [kept, set] = useState<T>(() => {
    const text = localStorage.getItem(key);
    return text === null ? first : JSON.parse(text);
  });
  // Two changes of one moment build on one another.
  const latest = useRef(kept);
  const show = (next: T) => {
    latest.current = next;
    set(next);
  };
  return {
    kept,
    keep: (change) => {
      const next = { ...latest.current, ...change };
      localStorage.setItem(key, JSON.stringify(next));
      show(next);
    },
    forget: () => {
      localStorage.removeItem(key);
      show(first);
    },
  };
}
