/** A way of counting that is measured: it is told of changes, and keeps what tallies hold in documents of its own. */
import type { Firestore } from "firebase-admin/firestore";
import type { CountingRules } from "#domain/counting/ledger.ts";
import type { Tallies } from "../faults/findWrong.ts";
import type { Change, Records } from "./changes.ts";

export interface Contender {
  /** Reads what an instance keeps for as long as it lives, so that no change is charged for it. */
  ready(): Promise<unknown>;
  /** Told of a change, as a trigger is; settles once that stands, or is on its way. */
  deliver(change: Change): Promise<unknown>;
  /** Settles once nothing is on its way any more. */
  settle(): Promise<unknown>;
  /** Finds what it has missed, where it can; settles with the documents that it read to look for it. */
  sweep?(entityIds: readonly string[]): Promise<{ readonly reads: number }>;
  stop(): Promise<unknown>;
}

/** What a way of counting is given. */
export interface Setting {
  /** Counted. */
  readonly db: Firestore;
  /** Not counted: for what the cloud would not charge for. */
  readonly apart: Firestore;
  readonly rules: CountingRules;
  /** Tells of documents that were read otherwise than by `db`. */
  readonly addReads: (reads: number) => void;
}

export interface ContenderKind {
  readonly start: (setting: Setting) => Contender;
  /** Documents that it would hold after counting these records, by path. */
  readonly documentsOf: (records: Records, rules: CountingRules) => ReadonlyMap<string, object>;
  /** What it says that the tallies are. */
  readonly held: (db: Firestore) => Promise<Tallies>;
}
