/** Why a job refuses what was asked: the one error that callers are told about. */
import type { MergeRefusal } from "../domain/merge.ts";
import type { Problem } from "../domain/problem.ts";
import type { Refusal } from "../domain/record/states.ts";

export type Reason =
  | Refusal
  | "not-found"
  | "changed-meanwhile"
  | "not-an-instrument"
  | "session-not-ready"
  | "records-pending"
  | "request-used"
  | "year-out-of-range"
  | "not-ready"
  | "not-signed"
  | "published"
  | "later-published"
  | "report-not-approved"
  | "file-missing"
  | "file-not-pdf"
  | "file-too-large"
  | "count-running"
  | "later-amendment"
  | "admin-only"
  | "already-granted"
  | "own-admin-role"
  | "last-admin"
  | MergeRefusal
  | "merged"
  | "same-partner"
  | "too-many-names";

/** What the screens make their words of: the problems of fields, or one reason. */
export type Details =
  | { readonly problems: readonly Problem[] }
  /** `version` is the one that stands now, where another came first. */
  | { readonly reason: Reason; readonly version?: number };

/** Nothing has been written when it is thrown. */
export class Rejection extends Error {
  readonly details: Details;

  constructor(details: Details) {
    super("reason" in details ? details.reason : "problems");
    this.name = "Rejection";
    this.details = details;
  }
}

export const because = (reason: Reason): Rejection => new Rejection({ reason });

/** Throws when there are problems. */
export function rejectProblems(problems: readonly Problem[]): void {
  if (problems.length > 0) throw new Rejection({ problems });
}

/** Throws when the item is no longer at the version that the request was made on. */
export function rejectOtherVersion(item: { version: number }, version: number): void {
  if (item.version !== version) throw new Rejection({ reason: "changed-meanwhile", version: item.version });
}
