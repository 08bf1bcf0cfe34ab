/** Hears of every read, write and call that was refused, so that a person whose access ended learns of it at once. */

type Listener = () => void;

const listeners = new Set<Listener>();

/** Calls the listener at each refusal; returns what stops that. */
export function onRefusal(listener: Listener): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Firestore's error for what the rules refuse, or a function's for whom has no access. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Error &&
  (("code" in error && error.code === "permission-denied") ||
    ("reason" in error && error.reason === "no-access"));

/** The same promise; a refusal is told to the listeners besides. */
export async function noticing<T>(attempt: Promise<T>): Promise<T> {
  try {
    return await attempt;
  } catch (error) {
    if (isRefusal(error)) for (const listener of listeners) listener();
    throw error;
  }
}
