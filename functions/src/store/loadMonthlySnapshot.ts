/** Reads what a monthly report is made from: a month's public figures, records, sessions and what falls due. */
import type { Firestore } from "firebase-admin/firestore";
import { completenessOf, isReceived } from "../domain/annualReport/completeness.ts";
import { YearParts } from "../domain/annualReport/yearParts.ts";
import {
  addDays,
  type Day,
  halfYearsBetween,
  type Month,
  STRATEGY_YEARS,
  yearOf,
} from "../domain/calendar.ts";
import { sectorsByEntity } from "../domain/catalogue.ts";
import { foldFigures, type IndicatorFigure } from "../domain/counting/figures.ts";
import type { Tally } from "../domain/counting/ledger.ts";
import { sourcePathOf } from "../domain/counting/source.ts";
import { cutOffOf, lastDayOf } from "../domain/editions/subject.ts";
import { CURRENCIES, type Indicator } from "../domain/indicator.ts";
import { bilingualOf } from "../domain/reports/bilingual.ts";
import { cellsOfMonths } from "../domain/reports/monthly/cellsOfMonths.ts";
import { type MonthlySnapshot, monthlySnapshotSchema } from "../domain/reports/monthly/monthlySnapshot.ts";
import { namesOf } from "../domain/reports/names.ts";
import { reportIdOf } from "../domain/reports/reportId.ts";
import { records, system, tallies } from "./collections.ts";
import { loadDecisions, loadInstruments, loadPeriods, loadSessions } from "./loadAnnualLists.ts";
import { loadCatalogues } from "./loadCatalogues.ts";
import { loadIndicators } from "./loadCountingRules.ts";
import { type Keep, RecordList } from "./RecordList.ts";
import { countryNames, loadPartners } from "./reportNames.ts";
import { loadReportTexts } from "./reportTexts.ts";
import { spanRecords } from "./spanRecords.ts";

export interface MonthAsked {
  readonly month: Month;
  /** The day it is in Bogotá. */
  readonly today: Day;
  readonly keep?: Keep;
}

/** Days ahead within which reports that fall due are named. */
const AHEAD_DAYS = 60;

const monthBefore = (month: Month): Month => addDays(`${month}-01`, -1).slice(0, 7);

/** Figures of spans of months, each folded from the months alone. */
function figuresOfMonth(held: readonly Tally[], indicators: readonly Indicator[], month: Month) {
  const fold = (belongs: (one: Month) => boolean) =>
    foldFigures(
      held.map(({ period, cells }) => ({ period, cells: cellsOfMonths(cells, belongs) })),
      indicators,
      "public",
    );
  const year = month.slice(0, 4);
  const spans = {
    inMonth: fold((one) => one === month),
    before: fold((one) => one === monthBefore(month)),
    inYear: fold((one) => one.startsWith(year) && one <= month),
    inStrategy: fold((one) => one <= month),
  };
  return (index: number, currency?: string) => {
    const at = (figures: readonly IndicatorFigure[]) => {
      const figure = figures[index];
      return (currency === undefined ? figure : figure?.byCurrency?.[currency])?.value ?? 0;
    };
    return {
      ...{ inMonth: at(spans.inMonth), before: at(spans.before) },
      ...{ inYear: at(spans.inYear), inStrategy: at(spans.inStrategy) },
    };
  };
}

function monthlyIndicators(
  held: readonly Tally[],
  indicators: readonly Indicator[],
  month: Month,
): MonthlySnapshot["indicators"] {
  const amountsOf = figuresOfMonth(held, indicators, month);
  return indicators.flatMap((indicator, index): MonthlySnapshot["indicators"] => {
    if (indicator.type === "milestone" || indicator.type === "statistic") return [];
    const named = { id: indicator.id, name: bilingualOf(indicator) };
    if (indicator.type === "sum" && indicator.of === "money") {
      const currencies = CURRENCIES.map((currency) => ({ currency, ...amountsOf(index, currency) }));
      return [
        { type: "money", ...named, currencies: currencies.filter(({ inStrategy }) => inStrategy !== 0) },
      ];
    }
    return [
      {
        ...{ type: "measure", ...named, unit: { es: indicator.unitEs, en: indicator.unitEn } },
        isDistinct: indicator.type === "distinct",
        ...(indicator.target && { target: indicator.target }),
        ...amountsOf(index),
      },
    ];
  });
}

/** The milestones that moved in the month, with what proves it. */
async function loadNews(
  db: Firestore,
  held: readonly Tally[],
  indicators: readonly Indicator[],
  month: Month,
): Promise<MonthlySnapshot["news"]> {
  const figures = foldFigures(held, indicators, "public");
  const found = indicators.flatMap((indicator, index) =>
    indicator.type === "milestone"
      ? (figures[index]?.news ?? [])
          .filter(({ since }) => since.startsWith(month))
          .map((news) => ({ indicator, ...news }))
      : [],
  );
  return Promise.all(
    found.map(async ({ indicator, stateId, since, sourceId }) => {
      const [, entityId = "", , recordId = ""] = sourcePathOf(sourceId).split("/");
      const record = (await records(db, entityId).doc(recordId).get()).data();
      const document = record?.kind === "milestone" ? record.details.document : undefined;
      const state = indicator.states.find(({ id }) => id === stateId);
      return {
        ...{ id: indicator.id, name: bilingualOf(indicator), since },
        state: state ? bilingualOf(state) : { es: stateId, en: stateId },
        ...(document && { document }),
      };
    }),
  );
}

/** The half-years whose reports fall due soon after the cut-off, or are due and not all there. */
async function loadDue(db: Firestore, cutOffOn: Day): Promise<MonthlySnapshot["due"]> {
  const year = yearOf(cutOffOn);
  const { periods } = await loadPeriods(db, halfYearsBetween(year - 1, year));
  return periods
    .filter(({ dueOn }) => dueOn <= addDays(cutOffOn, AHEAD_DAYS))
    .map((period) => ({
      ...{ periodId: period.id, dueOn: period.dueOn, ...completenessOf(period) },
      missingIds: period.statuses.filter((one) => !isReceived(one)).map(({ entityId }) => entityId),
    }))
    .filter(({ dueOn, missingIds }) => dueOn >= cutOffOn || missingIds.length > 0);
}

/**
 * The snapshot of a month, as of now: what happened until its last day, or today if that is earlier. How half-year
 * reports stand, and which decisions are open, is as of today.
 *
 * @param keep - takes the records that the report lists, one by one, in their order
 */
export async function loadMonthlySnapshot(
  db: Firestore,
  { month, today, keep }: MonthAsked,
): Promise<MonthlySnapshot> {
  const subject = { kind: "monthly", month } as const;
  const lastDay = lastDayOf(subject);
  const cutOffOn = cutOffOf(subject, new Date(`${today}T17:00:00Z`));
  const halves = halfYearsBetween(STRATEGY_YEARS.first, yearOf(lastDay));
  const [catalogues, allIndicators, tallied, config, partners, texts] = await Promise.all([
    loadCatalogues(db),
    loadIndicators(db),
    tallies(db).where("period", "in", halves).get(),
    system(db).get(),
    loadPartners(db),
    loadReportTexts(db, reportIdOf(subject)),
  ]);
  const indicators = allIndicators.filter(
    (indicator) => indicator.active && indicator.public && indicator.ruleVersion > 0,
  );
  const held = tallied.docs.map((snapshot) => snapshot.data());
  const list = new RecordList(keep, partners);
  const parts = new YearParts(sectorsByEntity(catalogues));
  const span = { first: `${month}-01`, last: lastDay };
  const listRecords = async () => {
    for await (const record of spanRecords(db, { ...span, cutOffOn })) {
      parts.add(record);
      if (record.state === "approved") await list.add(record);
    }
  };
  const [news, instruments, sessions, decisions, due] = await Promise.all([
    loadNews(db, held, indicators, month),
    loadInstruments(db, partners, { until: lastDay, cutOffOn }),
    loadSessions(db, span),
    loadDecisions(db, span),
    loadDue(db, cutOffOn),
    listRecords(),
  ]);
  return monthlySnapshotSchema.parse({
    ...{ kind: "monthly", month, cutOffOn, consultedOn: today, isDemo: config.data()?.isDemo ?? false },
    names: namesOf(catalogues, countryNames(parts.countries.map(({ country }) => country))),
    texts,
    listed: list.end(),
    indicators: monthlyIndicators(held, indicators, month),
    ...{ news, instruments, sessions, decisions, due },
    approvedRecords: parts.total,
    byKind: parts.byKind,
  });
}
