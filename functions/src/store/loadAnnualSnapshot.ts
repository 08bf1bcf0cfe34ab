/** Reads what an annual report is made from: public figures as the tallies hold them now, and the records behind. */
import type { Firestore } from "firebase-admin/firestore";
import {
  type AnnualIndicator,
  type AnnualMilestone,
  type AnnualSnapshot,
  annualSnapshotSchema,
} from "../domain/annualReport/annualSnapshot.ts";
import { type Day, monthsOf } from "../domain/calendar.ts";
import type { Catalogues } from "../domain/catalogue.ts";
import { foldFigures, type IndicatorFigure, inStrategy } from "../domain/counting/figures.ts";
import type { Tally } from "../domain/counting/ledger.ts";
import type { Indicator } from "../domain/indicator.ts";
import { OFFICE_KINDS } from "../domain/record/kinds.ts";
import { system, tallies } from "./collections.ts";
import { loadDecisions, loadInstruments, loadPeriods, loadSessions } from "./loadAnnualLists.ts";
import { loadCatalogues } from "./loadCatalogues.ts";
import { loadIndicators } from "./loadCountingRules.ts";
import { publicTraces } from "./publicRecords.ts";
import { sourceRef } from "./sources.ts";

interface Asked {
  readonly year: number;
  /** The day it is in Bogotá. */
  readonly today: Day;
}

/** Whether entities contribute to an indicator, rather than the Office alone. */
const isShared = ({ rule }: Indicator): boolean =>
  rule.source === "records" && !OFFICE_KINDS.includes(rule.kind);

async function newsOf(db: Firestore, figure: IndicatorFigure): Promise<AnnualMilestone["news"]> {
  return Promise.all(
    figure.news.map(async ({ stateId, since, sourceId }) => {
      const source = (await sourceRef(db, sourceId.replaceAll("~", "/")).get()).data();
      const details = source && "kind" in source && source.kind === "milestone" ? source.details : {};
      return {
        stateId,
        since,
        ...(details.subject && { subject: details.subject }),
        ...(details.document && { document: details.document }),
      };
    }),
  );
}

async function indicatorOf(
  db: Firestore,
  indicator: Indicator,
  figure: IndicatorFigure,
  year: number,
): Promise<AnnualIndicator> {
  const common = {
    id: indicator.id,
    lineId: indicator.lineId,
    name: indicator.nameEs,
    rule: indicator.ruleEs,
    targetSource: indicator.targetSourceEs,
  };
  if (indicator.type === "milestone")
    return {
      type: "milestone",
      ...common,
      states: indicator.states.map(({ id, nameEs }) => ({ id, name: nameEs })),
      achievedState: indicator.achievedState,
      news: await newsOf(db, figure),
    };
  return {
    type: "count",
    ...common,
    unit: indicator.unitEs,
    ...(indicator.target && { target: indicator.target }),
    inYear: figure.byYear[year] ?? 0,
    inStrategy: figure.value,
    before: figure.before,
    byMonth: monthsOf(year).map((month) => figure.byMonth[month] ?? 0),
    shared: isShared(indicator),
  };
}

/** How many records each entity and sector had a part in. */
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

type Parts = Awaited<ReturnType<typeof loadParts>>;

function sectorsOf(
  catalogues: Catalogues,
  parts: Parts,
  figures: readonly IndicatorFigure[],
): AnnualSnapshot["sectors"] {
  const shareOf = (
    key: string,
    counts: (figure: IndicatorFigure) => Readonly<Record<string, number>>,
    id: string,
  ) => ({
    approved: parts.approved.get(key) ?? 0,
    reported: parts.reported.get(key) ?? 0,
    figures: figures
      .map((figure) => ({ indicatorId: figure.indicatorId, value: counts(figure)[id] ?? 0 }))
      .filter(({ value }) => value > 0),
  });
  const hasPart = (id: string) => parts.approved.has(id) || parts.reported.has(id);
  return catalogues.sectors
    .map((sector) => ({
      id: sector.id,
      name: sector.nameEs,
      ...shareOf(`sector/${sector.id}`, ({ bySector }) => bySector, sector.id),
      entities: catalogues.entities
        .filter((entity) => entity.parentId === sector.id && (entity.active || hasPart(entity.id)))
        .map((entity) => ({
          id: entity.id,
          name: entity.nameEs,
          ...(entity.shortEs !== undefined && { short: entity.shortEs }),
          ...shareOf(entity.id, ({ byEntity }) => byEntity, entity.id),
        })),
    }))
    .filter(({ entities }) => entities.length > 0);
}

/**
 * The snapshot of a year, as of now. It looks at what happened until the year's last day, or today if that is
 * earlier; later years are not in it, so that a past year's report changes only when its own records do.
 */
export async function loadAnnualSnapshot(db: Firestore, { year, today }: Asked): Promise<AnnualSnapshot> {
  const lastDay = `${year}-12-31`;
  const cutOffOn = today < lastDay ? today : lastDay;
  const [catalogues, allIndicators, held, config] = await Promise.all([
    loadCatalogues(db),
    loadIndicators(db),
    tallies(db).where("year", "<=", year).get(),
    system(db).get(),
  ]);
  const indicators = allIndicators.filter((indicator) => indicator.active && indicator.public);
  const untilYear: Tally[] = held.docs.map((snapshot) => snapshot.data());
  const figures = foldFigures(untilYear, indicators, "public");
  const ofYear = foldFigures(
    untilYear.filter((tally) => tally.year === year && inStrategy(year)),
    indicators.filter((indicator) => indicator.type === "count" && isShared(indicator)),
    "public",
  );
  const sectorOf = new Map(catalogues.entities.map(({ id, parentId }) => [id, parentId ?? ""]));
  const [annual, parts, instruments, sessions, decided, periods] = await Promise.all([
    Promise.all(
      indicators.map((indicator, index) =>
        indicatorOf(db, indicator, figures[index] as IndicatorFigure, year),
      ),
    ),
    loadParts(db, year, sectorOf),
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
    sectors: sectorsOf(catalogues, parts, ofYear),
    instruments,
    sessions,
    decisions: decided,
    periods,
  };
  return annualSnapshotSchema.parse(snapshot);
}
