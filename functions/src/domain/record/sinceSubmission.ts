/** What the entity changed of a record between its last submission and the one before: what a second look is for. */
import { changesOf } from "../changesOf.ts";
import type { HistoryEntry } from "../historyEntry.ts";

/** The earlier submission beside the present one. */
export interface SinceSubmission {
  /** Why it was given back in between, by whom and when. */
  readonly returned: Pick<HistoryEntry, "reason" | "byName" | "at">;
  /** What the fields that changed held when it was sent before; `null` where they held nothing. */
  readonly before: HistoryEntry["before"];
  /** The record as it was sent this time. */
  readonly after: HistoryEntry["after"];
}

/** `undefined` for a record that was never returned, or that has not been sent again since. */
export function sinceSubmission(entries: readonly HistoryEntry[]): SinceSubmission | undefined {
  const latestFirst = entries.toSorted((a, b) => b.version - a.version);
  const last = latestFirst.findIndex(({ action }) => action === "submit");
  const between = latestFirst.findIndex(({ action }, index) => index > last && action === "return");
  const earlier = latestFirst.find(({ action }, index) => index > between && action === "submit");
  const [submission, returned] = [latestFirst[last], latestFirst[between]];
  if (last < 0 || between < 0 || !submission || !returned || !earlier) return undefined;
  const { reason, byName, at } = returned;
  const { state: _before, review: _of, ...was } = earlier.after;
  const { state: _after, review: _now, ...is } = submission.after;
  return {
    returned: { byName, at, ...(reason !== undefined && { reason }) },
    before: changesOf(was, is),
    after: submission.after,
  };
}
