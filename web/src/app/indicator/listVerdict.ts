/** How a list stands to the figure that it is behind, as a key of the app's words. */
import type { EvidenceRow } from "#domain/evidenceList.ts";

interface Listed {
  /** The figure of a count; absent where there is none to compare with. */
  readonly figure: number | undefined;
  /** Records behind it, those not loaded yet too. */
  readonly count: number;
  readonly rows: readonly Pick<EvidenceRow, "adds">[];
  /** Whether all rows are loaded. */
  readonly isWhole: boolean;
}

/**
 * A count's list is its figure, record by record, or adds up to it where amendments took records out again. Until all
 * rows are loaded their sum is not known. Figures are folded moments after the list's entries are written: till then
 * the list is newer.
 */
export function listVerdict({
  figure,
  count,
  rows,
  isWhole,
}: Listed): "listedFor" | "listIsFigure" | "listAddsUp" | "listIsNewer" {
  if (figure === undefined) return "listedFor";
  const isPlain = rows.every(({ adds }) => adds[""] === 1);
  if (!isWhole) return isPlain && figure === count ? "listIsFigure" : "listedFor";
  const sum = rows.reduce((total, { adds }) => total + (adds[""] ?? 0), 0);
  if (sum !== figure) return "listIsNewer";
  return isPlain ? "listIsFigure" : "listAddsUp";
}
