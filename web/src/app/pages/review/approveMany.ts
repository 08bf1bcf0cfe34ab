/** Approves records one after the other, each by its own request, so that one that fails stops no other. */
import { CallError, call } from "../../../data/call.ts";
import type { Waiting } from "./useQueue.ts";

export interface Outcome {
  readonly item: Waiting;
  /** Why it was not approved; absent where it was. */
  readonly error?: unknown;
}

interface Run {
  /** Of this run: a record's own request is named after it, so that a repeat changes nothing. */
  readonly runId: string;
  readonly isStopped: () => boolean;
  readonly tell: (outcomes: readonly Outcome[]) => void;
  readonly approve?: (item: Waiting, requestId: string) => Promise<unknown>;
  readonly wait?: (ms: number) => Promise<unknown>;
}

/** The server holds each account to a pace of two calls a second, once it has made many. */
const PAUSE_MS = 5_000;
const ATTEMPTS = 12;

const send = ({ id, data }: Waiting, requestId: string) =>
  call("approveRecord", { entityId: data.entityId, recordId: id, version: data.version, requestId });

const sleep = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

const isTooFast = (error: unknown): boolean =>
  error instanceof CallError && error.reason === "too-many-requests";

/** What became of each, in their order; those that the person stopped before are missing. */
export async function approveMany(
  items: readonly Waiting[],
  { runId, isStopped, tell, approve = send, wait = sleep }: Run,
): Promise<readonly Outcome[]> {
  const outcomes: Outcome[] = [];
  for (const [index, item] of items.entries()) {
    if (isStopped()) break;
    outcomes.push(await attempt(item, `${runId}-${index}`));
    tell([...outcomes]);
  }
  return outcomes;

  async function attempt(item: Waiting, requestId: string): Promise<Outcome> {
    for (let n = 1; ; n += 1) {
      try {
        await approve(item, requestId);
        return { item };
      } catch (error) {
        if (!isTooFast(error) || n === ATTEMPTS) return { item, error };
        await wait(PAUSE_MS);
      }
    }
  }
}
