/** How far an indicator has come, as numbers: pure, for the public page and the app alike. */
import { type Day, type PeriodId, periodOf, yearOf } from "#domain/calendar.ts";
import type { Target } from "#domain/indicator.ts";
import type { PublicFigure } from "#domain/publicSummary.ts";

/** What of a figure is drawn; citizens and staff get different figures of this shape. */
export type ShownFigure = Pick<PublicFigure, "value" | "before" | "byYear" | "byMonth" | "news">;

/** What counts towards a target: all of the strategy's years, or the year of the cut-off. */
export function valueTowards(target: Target | undefined, figure: ShownFigure, cutOffOn: Day): number {
  return target?.per === "year" ? (figure.byYear[yearOf(cutOffOn)] ?? 0) : figure.value;
}

/** What was added in a half-year, and how much there was at its end. */
export interface HalfYear {
  readonly periodId: PeriodId;
  readonly added: number;
  readonly total: number;
}

/** First year of the strategy; `catalogue.ts`, which says so too, would bring zod to the public page. */
const FIRST_YEAR = 2024;

/** Each half-year from the first of the strategy to that of the cut-off. */
export function halfYearsOf(figure: Pick<ShownFigure, "byMonth">, cutOffOn: Day): HalfYear[] {
  const last = periodOf(cutOffOn);
  const ids = Array.from({ length: 8 }, (_, index) => `${FIRST_YEAR + (index >> 1)}-S${(index % 2) + 1}`);
  let total = 0;
  return ids
    .filter((periodId) => periodId <= last)
    .map((periodId) => {
      const added = Object.entries(figure.byMonth)
        .filter(([month]) => periodOf(`${month}-01`) === periodId)
        .reduce((sum, [, amount]) => sum + amount, 0);
      total += added;
      return { periodId, added, total };
    });
}
