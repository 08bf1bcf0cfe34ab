/** What a kind of report is: pure functions from its frozen snapshot to the blocks that every renderer draws. */
import type * as z from "zod/mini";
import type { Block, DocumentInfo } from "../annualReport/block.ts";
import type { Language } from "../format.ts";
import type { ListedRecord } from "./listedRecord.ts";
import type { Outline } from "./outline.ts";

export const REPORT_KINDS = ["annual", "monthly", "half-year"] as const;
export type ReportKindId = (typeof REPORT_KINDS)[number];

/** Records that a report lists, read from the first on at every call. */
export type ListedRecords = () => Iterable<ListedRecord> | AsyncIterable<ListedRecord>;

/**
 * What a report lists. It lies beside the snapshot, a line of JSON for each record in the order in which the loader gave
 * them, and is never all held.
 */
export interface Lists {
  readonly listed: ListedRecords;
  /** The list of the edition that this one is compared with, where there is one. */
  readonly previouslyListed?: ListedRecords;
}

/** A snapshot with what lies beside it. */
export interface Frozen<Snapshot> {
  readonly snapshot: Snapshot;
  readonly listed: ListedRecords;
}

export interface ReportKind<Snapshot> {
  readonly kind: ReportKindId;
  /** The small part that is held: figures, short lists, texts, and how many records are listed, with their hash. */
  readonly snapshotSchema: z.ZodMiniType<Snapshot, unknown>;
  /** In the order in which they are read; both languages have the same blocks. */
  compose(snapshot: Snapshot, language: Language, lists: Lists): Iterable<Block>;
  infoOf(snapshot: Snapshot, language: Language): DocumentInfo;
  /** What makes two snapshots the same: all but the days on which they looked, and what they are compared with. */
  comparableText(snapshot: Snapshot): string;
  /** Its parts, with the texts that the Office may write for each. */
  outlineOf(snapshot: Snapshot): Outline;
  /** What an edition keeps of its figures, by name. */
  figuresOf(snapshot: Snapshot): Record<string, number | string>;
  /**
   * Kinds that say what has changed: the snapshot with what it adds to, changes and no longer has of an earlier edition's.
   * It is frozen with that; `compose` then needs both lists.
   */
  withChanges?(
    current: Frozen<Snapshot>,
    previous: Frozen<Snapshot> & { editionId: string },
  ): Promise<Snapshot>;
}
