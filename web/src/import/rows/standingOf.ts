/** Where a checked row stands: ready to go in, there already, or not as it should be. */
import type { DraftRecord } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { changedPaths, valuesOf } from "../../forms/values.ts";
import type { CheckedRow } from "./checkRows.ts";

/**
 * `ready`: goes in; `waiting`: is there as a draft, with what the row says, and can be sent; `there`: is there, with what
 * the row says; `changed`: is there, and says something else; `repeated`: another row says the same; `faulty`: has to be
 * corrected.
 */
export type RowStanding =
  | { readonly is: "ready" | "faulty" | "repeated" }
  | { readonly is: "waiting" | "there"; readonly state: State }
  | { readonly is: "changed"; readonly state: State; readonly paths: readonly string[] };

/** @param stored - the record of the row's id, if there is one */
export function standingOf(row: CheckedRow, stored: DraftRecord | undefined): RowStanding {
  if (row.sameAs !== undefined) return { is: "repeated" };
  if (stored) {
    const paths = changedPaths(valuesOf(stored), row.values);
    const isOther = stored.kind !== row.kind || paths.length > 0;
    // A row that is there need not be right any more: it went in when it was.
    if (row.kind !== undefined && isOther && row.problems.length === 0)
      return { is: "changed", state: stored.state, paths };
    if (row.problems.length === 0)
      return { is: stored.state === "draft" ? "waiting" : "there", state: stored.state };
  }
  return { is: row.problems.length > 0 || row.recordId === undefined ? "faulty" : "ready" };
}
