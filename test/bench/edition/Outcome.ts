/** What one process found that read, or made, an edition. */

/** The records read and nothing done with them; the Spanish PDF alone; all files of an annual edition. */
export const CONTENDERS = ["read", "pdf", "all"] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface Outcome {
  readonly seconds: number;
  /** Of the whole process, at its highest, Google's libraries included. */
  readonly peakMiB: number;
  /** Files of the edition, and their bytes in the bucket. */
  readonly files: number;
  readonly bytes: number;
}

export const COUNTS = [1_000, 10_000, 50_000] as const;
export type Count = (typeof COUNTS)[number];

export type EditionFigures = Record<ContenderName, Record<Count, Outcome>>;
