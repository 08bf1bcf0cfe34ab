/** An act of the person that takes a moment: whether it runs, and why it failed. */
import { useState } from "preact/hooks";

export interface Act {
  readonly running: boolean;
  readonly error: unknown;
  /** Runs it, unless it runs already; a failure is told by `error`. */
  readonly run: (act: () => Promise<void>) => Promise<void>;
}

export function useAct(): Act {
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>();
  const run = async (act: () => Promise<void>) => {
    if (running) return;
    setRunning(true);
    setError(undefined);
    try {
      await act();
    } catch (failure) {
      console.error(failure);
      setError(failure);
    } finally {
      setRunning(false);
    }
  };
  return { running, error, run };
}
