/** What one process found: a contender that laid out one report. */

export const CONTENDERS = ["untagged", "tagged", "pdfmake", "floor"] as const;
export type ContenderName = (typeof CONTENDERS)[number];

export interface Outcome {
  readonly seconds: number;
  /** Of the whole process, at its highest. */
  readonly peakMiB: number;
  readonly pages: number;
  readonly bytes: number;
}

/** What a contender made; `firstProgressMs` of those that tell. */
export interface Made {
  readonly pages: number;
  readonly bytes: number;
  readonly firstProgressMs?: number;
}
