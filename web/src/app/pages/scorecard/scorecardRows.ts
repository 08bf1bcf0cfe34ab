/** The scorecard's rows: how each entity stands in each half-year, filtered; pure. */

import { type Completeness, completenessOf } from "#domain/annualReport/completeness.ts";
import { yearOf } from "#domain/calendar.ts";
import type { CatalogueItem } from "#domain/catalogue.ts";
import { dueOnOf, extensionOf, mustReport, type Obligation } from "#domain/halfYear/obligation.ts";
import { type Standing, type Standings, statusIn } from "#domain/halfYear/standings.ts";
import { REPORT_STATUSES, type ReportStatus } from "#domain/halfYearReport.ts";
import type { ShownStatus } from "../halfYear/ReportStatusTag.tsx";

export interface ScoreCell {
  readonly periodId: string;
  readonly dueOn: string;
  readonly isExtended: boolean;
  readonly owes: boolean;
  readonly status: ShownStatus;
  readonly standing: Standing | undefined;
}

export interface ScoreRow {
  readonly entity: CatalogueItem;
  /** One for each half-year that is shown, in their order. */
  readonly cells: readonly ScoreCell[];
}

/** Absent: all. */
export interface ScoreFilter {
  readonly year?: number;
  readonly sectorId?: string;
  readonly status?: ShownStatus;
}

/** What the address asks for; a year that is no number is none. */
export function filterOf(query: URLSearchParams, thisYear: number): ScoreFilter {
  const year = query.get("anio") ?? String(thisYear);
  const sectorId = query.get("sector");
  const status = query.get("estado");
  const known = [...REPORT_STATUSES, "not-owed" as const].find((one) => one === status);
  return {
    ...(/^\d{4}$/.test(year) && { year: Number(year) }),
    ...(sectorId && { sectorId }),
    ...(known && { status: known }),
  };
}

const ofYear = (periodId: string, year: number | undefined): boolean =>
  year === undefined || yearOf(periodId) === year;

export const shownObligations = (
  obligations: readonly Obligation[],
  { year }: ScoreFilter,
): readonly Obligation[] => obligations.filter(({ periodId }) => ofYear(periodId, year));

/** Entities that owe a report in one of the half-years, or have begun one; by sector and then as the list has them. */
export function scoreRows(
  entities: readonly CatalogueItem[],
  obligations: readonly Obligation[],
  standings: ReadonlyMap<string, Standings>,
  filter: ScoreFilter,
): ScoreRow[] {
  const shown = shownObligations(obligations, filter);
  return entities
    .filter(({ parentId }) => filter.sectorId === undefined || parentId === filter.sectorId)
    .map((entity) => ({
      entity,
      cells: shown.map((obligation): ScoreCell => {
        const { periodId } = obligation;
        const ofPeriod = standings.get(periodId);
        return {
          periodId,
          dueOn: dueOnOf(obligation, entity.id),
          isExtended: extensionOf(obligation, entity.id) !== undefined,
          owes: mustReport(obligation, entity.id),
          status: statusIn(obligation, ofPeriod, entity.id),
          standing: ofPeriod?.entities[entity.id],
        };
      }),
    }))
    .filter(({ cells }) =>
      cells.some(({ status }) =>
        filter.status === undefined ? status !== "not-owed" : status === filter.status,
      ),
    );
}

/** Of those who owe a report on the half-year, how many were received: the annual report's own definition. */
export const rateOf = (rows: readonly ScoreRow[], periodId: string): Completeness =>
  completenessOf({
    statuses: rows.flatMap(({ cells }) =>
      cells
        .filter((cell) => cell.periodId === periodId && cell.owes)
        .map(({ status }) => ({ status: status as ReportStatus })),
    ),
  });
