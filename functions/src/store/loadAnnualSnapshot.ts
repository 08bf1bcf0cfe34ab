/** Reads what an annual report is made from: public figures as the tallies hold them now, and the records behind. */
import type { Firestore } from "firebase-admin/firestore";
import type { AnnualMilestone } from "../domain/annualReport/annualIndicator.ts";
import { annualIndicatorOf, isShared } from "../domain/annualReport/annualIndicatorOf.ts";
import { type AnnualSnapshot, annualSnapshotSchema } from "../domain/annualReport/annualSnapshot.ts";
import { contributionsOf } from "../domain/annualReport/contributionsOf.ts";
import { type SpanRecord, YearParts } from "../domain/annualReport/yearParts.ts";
import { type Day, halfYearsBetween, STRATEGY_YEARS } from "../domain/calendar.ts";
import { sectorsByEntity } from "../domain/catalogue.ts";
import { foldFigures, type IndicatorFigure } from "../domain/counting/figures.ts";
import { sourcePathOf } from "../domain/counting/source.ts";
import type { TallyPeriod } from "../domain/counting/tallyPeriod.ts";
import { transfer } from "../domain/record/kinds/transfer.ts";
import { bilingualOf } from "../domain/reports/bilingual.ts";
import { namesOf } from "../domain/reports/names.ts";
import { reportIdOf } from "../domain/reports/reportId.ts";
import { records, system, tallies } from "./collections.ts";
import { loadDecisions, loadInstruments, loadOffers, loadPeriods, loadSessions } from "./loadAnnualLists.ts";
import { loadCatalogues } from "./loadCatalogues.ts";
import { loadIndicators } from "./loadCountingRules.ts";
import { type Keep, RecordList } from "./RecordList.ts";
import { countryNames, loadPartners } from "./reportNames.ts";
import { loadReportTexts } from "./reportTexts.ts";
import { spanRecords } from "./spanRecords.ts";

export interface AnnualAsked {
  readonly year: number;
  /** The day it is in Bogotá. */
  readonly today: Day;
  readonly keep?: Keep;
}

/** The news of a milestone with what the records say that prove them. */
async function newsOf(db: Firestore, { news }: IndicatorFigure): Promise<AnnualMilestone["news"]> {
  return Promise.all(
    news.map(async ({ stateId, since, sourceId }) => {
      const [, entityId = "", , recordId = ""] = sourcePathOf(sourceId).split("/");
      const record = (await records(db, entityId).doc(recordId).get()).data();
      const { subject, document } = record?.kind === "milestone" ? record.details : {};
      return { stateId, since, ...(subject && { subject }), ...(document && { document }) };
    }),
  );
}

/** The year's records, listed one by one and added up. */
async function loadRecords(
  db: Firestore,
  year: number,
  list: RecordList,
  parts: YearParts,
): Promise<AnnualSnapshot["portfolio"]["transfers"]> {
  const transfers: AnnualSnapshot["portfolio"]["transfers"] = [];
  for await (const record of spanRecords(db, { first: `${year}-01-01`, last: `${year}-12-31` })) {
    parts.add(record);
    if (record.state !== "approved") continue;
    await list.add(record);
    if (record.kind === "transfer") transfers.push(...transferOf(record, list));
  }
  return transfers;
}

function transferOf(record: SpanRecord, list: RecordList): AnnualSnapshot["portfolio"]["transfers"] {
  const { entityId, recordId, version, on, title, details, partnerIds } = record;
  const kind = transfer.transferKind.complete.safeParse(details.transferKind);
  if (!kind.success) return [];
  const { participantCount } = details;
  return [
    {
      ...{ entityId, recordId, version, on, title, partners: list.namesOf(partnerIds) },
      transferKind: kind.data,
      ...(typeof participantCount === "number" && { participantCount }),
    },
  ];
}

/** `before` and the half-years of the strategy until the end of the year: at most nine, which one query takes. */
const periodsUntil = (year: number): TallyPeriod[] => [
  "before",
  ...halfYearsBetween(STRATEGY_YEARS.first, Math.min(year, STRATEGY_YEARS.last)),
];

/**
 * The snapshot of a year, as of now. It looks at what happened until the year's last day, or today if that is
 * earlier; later years are not in it, so that a past year's report changes only when its own records do. An indicator
 * has the definition that its figures were counted under, and none that has not been counted yet is in it.
 *
 * @param keep - takes the records that the report lists, one by one, in their order
 */
export async function loadAnnualSnapshot(
  db: Firestore,
  { year, today, keep }: AnnualAsked,
): Promise<AnnualSnapshot> {
  const lastDay = `${year}-12-31`;
  const cutOffOn = today < lastDay ? today : lastDay;
  const [catalogues, allIndicators, held, config, partners, texts] = await Promise.all([
    loadCatalogues(db),
    loadIndicators(db),
    tallies(db).where("period", "in", periodsUntil(year)).get(),
    system(db).get(),
    loadPartners(db),
    loadReportTexts(db, reportIdOf({ kind: "annual", year })),
  ]);
  const shared = new Set(allIndicators.filter(isShared).map(({ id }) => id));
  const indicators = allIndicators.filter(
    (indicator) => indicator.active && indicator.public && indicator.ruleVersion > 0,
  );
  const untilYear = held.docs.map((snapshot) => snapshot.data());
  const figuresOf = (periods: readonly TallyPeriod[]) =>
    foldFigures(
      untilYear.filter(({ period }) => periods.includes(period)),
      indicators,
      "public",
    );
  const halves = halfYearsBetween(year, year);
  const until = figuresOf(periodsUntil(year));
  const ofYear = figuresOf(halves);
  const ofHalves = halves.map((half) => figuresOf([half]));
  const list = new RecordList(keep, partners);
  const parts = new YearParts(sectorsByEntity(catalogues));
  const span = { first: `${year}-01-01`, last: lastDay };
  const [annual, transfers, instruments, offers, sessions, decided, reported] = await Promise.all([
    Promise.all(
      indicators.map(async (indicator, index) => {
        const at = (figures: readonly IndicatorFigure[]) => figures[index] as IndicatorFigure;
        const figures = { untilYear: at(until), ofYear: at(ofYear), ofHalves: ofHalves.map(at) };
        return annualIndicatorOf(indicator, figures, { year, news: await newsOf(db, figures.untilYear) });
      }),
    ),
    loadRecords(db, year, list, parts),
    loadInstruments(db, partners, { until: lastDay, cutOffOn }),
    loadOffers(db, lastDay),
    loadSessions(db, span),
    loadDecisions(db, span),
    loadPeriods(db, halves),
  ]);
  const named = parts.partnersOf(partners);
  const countryCodes = [...parts.countries, ...named].flatMap(({ country }) => country ?? []);
  const snapshot: AnnualSnapshot = {
    ...{ kind: "annual", year, cutOffOn, consultedOn: today, isDemo: config.data()?.isDemo ?? false },
    names: namesOf(catalogues, countryNames(countryCodes)),
    texts,
    listed: list.end(),
    lines: catalogues.lines.map((line, index) => ({
      id: line.id,
      name: bilingualOf(line),
      number: line.number ?? index + 1,
      ...(line.shortEs !== undefined && { short: { es: line.shortEs, en: line.shortEn ?? line.shortEs } }),
    })),
    activities: parts.activitiesOf(catalogues),
    indicators: annual,
    approvedRecords: parts.total,
    byKind: parts.byKind,
    sectors: contributionsOf(
      catalogues,
      parts.parts,
      ofYear.filter(({ indicatorId }) => shared.has(indicatorId)),
    ),
    instruments,
    resources: parts.resources,
    resourcesByEntity: parts.resourcesOf(catalogues),
    partners: named,
    countries: parts.countries,
    narratives: reported.narratives,
    sessions,
    decisions: decided,
    portfolio: { ...offers, transfers },
    populations: parts.populationsOf(catalogues),
    sdgs: parts.sdgsOf(catalogues),
    periods: reported.periods,
  };
  return annualSnapshotSchema.parse(snapshot);
}
