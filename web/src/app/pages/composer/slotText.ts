/** A text of a report between the form and what is saved. */
import type { Slot } from "#domain/reports/outline.ts";
import type { ReportText } from "#domain/reports/reportText.ts";

/** `omitted: undefined` takes the mark away. */
export interface Change {
  readonly es?: string;
  readonly en?: string;
  readonly omitted?: true | undefined;
}

/** What a person finds to begin with: what is saved, else the original. */
export const begun = (slot: Pick<Slot, "original">, stored: ReportText | undefined): ReportText => ({
  es: stored?.es || (slot.original ?? ""),
  en: stored?.en ?? "",
  ...(stored?.omitted && { omitted: true }),
});

export const same = (a: ReportText, b: ReportText): boolean =>
  a.es === b.es && a.en === b.en && a.omitted === b.omitted;

export function withChange(text: ReportText, change: Change): ReportText {
  const omitted = "omitted" in change ? change.omitted : text.omitted;
  return { es: change.es ?? text.es, en: change.en ?? text.en, ...(omitted && { omitted }) };
}

/** The original in its own words is no edited text. */
export const toSave = (
  { es, en, omitted }: ReportText,
  { original }: Pick<Slot, "original">,
): ReportText => ({
  es: original !== undefined && es.trim() === original.trim() ? "" : es,
  en,
  ...(omitted && { omitted }),
});
