/** What a kind of report is: pure functions from its frozen snapshot to the blocks that every renderer draws. */
import type * as z from "zod";
import type { Block, DocumentInfo } from "../annualReport/block.ts";
import type { Language } from "../format.ts";
import type { ListedRecord } from "./listedRecord.ts";

export const REPORT_KINDS = ["annual", "monthly", "half-year"] as const;
export type ReportKindId = (typeof REPORT_KINDS)[number];

/**
 * The records that a report lists, read from the first on at every call: they lie beside the snapshot, a line of JSON
 * each, in the order in which the loader gave them, and are never all held.
 */
export type ListedRecords = () => Iterable<ListedRecord> | AsyncIterable<ListedRecord>;

export interface ReportKind<Snapshot> {
  readonly kind: ReportKindId;
  /** The small part that is held: figures, short lists, texts, and how many records are listed, with their hash. */
  readonly snapshotSchema: z.ZodType<Snapshot, unknown>;
  /** In the order in which they are read; both languages have the same blocks. */
  compose(snapshot: Snapshot, language: Language, listed: ListedRecords): Iterable<Block>;
  infoOf(snapshot: Snapshot, language: Language): DocumentInfo;
  /** What makes two snapshots the same: all but the days on which they looked, and what they are compared with. */
  comparableText(snapshot: Snapshot): string;
  /** What an edition keeps of its figures, by name. */
  figuresOf(snapshot: Snapshot): Record<string, number | string>;
}
