/** What names a report whatever editions there are of it: `annual-2025`, `monthly-2025-03`, `half-year-2025-S1-sdm`. */
import { ID_PATTERN } from "../fields.ts";

/** Which report: what its loader is given. */
export type ReportSubject =
  | { readonly kind: "annual"; readonly year: number }
  | { readonly kind: "monthly"; readonly month: string }
  | { readonly kind: "half-year"; readonly periodId: string; readonly entityId: string };

export function reportIdOf(subject: ReportSubject): string {
  switch (subject.kind) {
    case "annual":
      return `annual-${subject.year}`;
    case "monthly":
      return `monthly-${subject.month}`;
    default:
      return `half-year-${subject.periodId}-${subject.entityId}`;
  }
}

const PATTERN = /^(?:annual-(20\d{2})|monthly-(20\d{2}-(?:0[1-9]|1[0-2]))|half-year-(20\d{2}-S[12])-(.+))$/;

/** The inverse of `reportIdOf`; `undefined` for what names none. */
export function reportSubjectOf(reportId: string): ReportSubject | undefined {
  const [whole, year, month, periodId, entityId] = PATTERN.exec(reportId) ?? [];
  if (whole === undefined) return undefined;
  if (year !== undefined) return { kind: "annual", year: Number(year) };
  if (month !== undefined) return { kind: "monthly", month };
  if (periodId === undefined || entityId === undefined || !ID_PATTERN.test(entityId)) return undefined;
  return { kind: "half-year", periodId, entityId };
}
