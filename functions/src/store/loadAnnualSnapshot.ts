/** Reads what an annual report is made from: public figures as the tallies hold them now, and the records behind. */
import type { Firestore } from "firebase-admin/firestore";
import type { AnnualMilestone } from "../domain/annualReport/annualIndicator.ts";
import { annualIndicatorOf, isShared } from "../domain/annualReport/annualIndicatorOf.ts";
import { type AnnualSnapshot, annualSnapshotSchema } from "../domain/annualReport/annualSnapshot.ts";
import { contributionsOf } from "../domain/annualReport/contributionsOf.ts";
import { type Day, halfYearsBetween, STRATEGY_YEARS } from "../domain/calendar.ts";
import { sectorsByEntity } from "../domain/catalogue.ts";
import { foldFigures, type IndicatorFigure } from "../domain/counting/figures.ts";
import { sourcePathOf } from "../domain/counting/source.ts";
import type { TallyPeriod } from "../domain/counting/tallyPeriod.ts";
import { records, system, tallies } from "./collections.ts";
import { loadDecisions, loadInstruments, loadPeriods, loadSessions } from "./loadAnnualLists.ts";
import { loadCatalogues } from "./loadCatalogues.ts";
import { loadIndicators } from "./loadCountingRules.ts";
import { publicTraces } from "./publicRecords.ts";

interface Asked {
  readonly year: number;
  /** The day it is in Bogotá. */
  readonly today: Day;
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

/** How many public records of the year there are, and how many each entity and sector had a part in. */
async function loadParts(db: Firestore, year: number, sectorOf: ReadonlyMap<string, string>) {
  const approved = new Map<string, number>();
  const reported = new Map<string, number>();
  let total = 0;
  for await (const { state, involved } of publicTraces(db, year)) {
    const counts = state === "approved" ? approved : reported;
    if (state === "approved") total += 1;
    const entityIds = new Set(involved);
    const sectorIds = new Set([...entityIds].map((id) => `sector/${sectorOf.get(id)}`));
    for (const key of [...entityIds, ...sectorIds]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return { approved, reported, total };
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
 */
export async function loadAnnualSnapshot(db: Firestore, { year, today }: Asked): Promise<AnnualSnapshot> {
  const lastDay = `${year}-12-31`;
  const cutOffOn = today < lastDay ? today : lastDay;
  const [catalogues, allIndicators, held, config] = await Promise.all([
    loadCatalogues(db),
    loadIndicators(db),
    tallies(db).where("period", "in", periodsUntil(year)).get(),
    system(db).get(),
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
  const entityName = (id: string) => catalogues.entities.find((entity) => entity.id === id)?.nameEs ?? id;
  const [annual, parts, instruments, sessions, decided, periods] = await Promise.all([
    Promise.all(
      indicators.map(async (indicator, index) => {
        const at = (figures: readonly IndicatorFigure[]) => figures[index] as IndicatorFigure;
        const figures = { untilYear: at(until), ofYear: at(ofYear), ofHalves: ofHalves.map(at) };
        return annualIndicatorOf(indicator, figures, {
          ...{ year, entityName },
          news: await newsOf(db, figures.untilYear),
        });
      }),
    ),
    loadParts(db, year, sectorsByEntity(catalogues)),
    loadInstruments(db, catalogues, { year, cutOffOn }),
    loadSessions(db, year),
    loadDecisions(db, catalogues, year),
    loadPeriods(db, catalogues, year),
  ]);
  const snapshot: AnnualSnapshot = {
    kind: "annual",
    year,
    cutOffOn,
    consultedOn: today,
    isDemo: config.data()?.isDemo ?? false,
    lines: catalogues.lines.map(({ id, nameEs, shortEs, number }, index) => ({
      id,
      name: nameEs,
      number: number ?? index + 1,
      ...(shortEs !== undefined && { short: shortEs }),
    })),
    indicators: annual,
    approvedRecords: parts.total,
    sectors: contributionsOf(
      catalogues,
      parts,
      ofYear.filter(({ indicatorId }) => shared.has(indicatorId)),
    ),
    instruments,
    sessions,
    decisions: decided,
    periods,
  };
  return annualSnapshotSchema.parse(snapshot);
}
