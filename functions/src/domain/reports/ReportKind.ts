/** What a kind of report is: pure functions from its frozen snapshot to the blocks that every renderer draws. */
import type * as z from "zod/mini";
import type { Block, DocumentInfo } from "../annualReport/block.ts";
import type { Day } from "../calendar.ts";
import type { Language } from "../format.ts";
import type { Changes, ReportFigure } from "./changes/changes.ts";
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
  /** No edition yet: it is compared with nothing, and the list may stop short. */
  readonly isPreview?: boolean;
}

/** What the snapshot of every report says of itself. */
export interface ReportHead {
  readonly cutOffOn: Day;
  readonly consultedOn: Day;
  readonly isDemo: boolean;
  /** How many records the list beside it has, and its SHA-256 in hex. */
  readonly listed: { readonly count: number; readonly sha256: string };
  readonly approvedRecords: number;
  /** Against the edition before it; `compose` then needs both lists. */
  readonly changes?: Changes;
}

export interface ReportKind<Snapshot extends ReportHead> {
  readonly kind: ReportKindId;
  /** The small part that is held: figures, short lists, texts, and how many records are listed, with their hash. */
  readonly snapshotSchema: z.ZodMiniType<Snapshot, unknown>;
  /** In the order in which they are read; both languages have the same blocks. */
  compose(snapshot: Snapshot, language: Language, lists: Lists): Iterable<Block>;
  infoOf(snapshot: Snapshot, language: Language): DocumentInfo;
  /** Its parts, with the texts that the Office may write for each. */
  outlineOf(snapshot: Snapshot): Outline;
  /** In the order of the results; an edition keeps all but the details. */
  figuresOf(snapshot: Snapshot): readonly ReportFigure[];
}
