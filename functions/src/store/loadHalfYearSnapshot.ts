/** Reads what an entity's half-year report is made from: its approved report, and its public figures and records. */
import type { Firestore } from "firebase-admin/firestore";
import { isShared } from "../domain/annualReport/annualIndicatorOf.ts";
import { type SpanRecord, YearParts } from "../domain/annualReport/yearParts.ts";
import { bogotaDay, type Day, type PeriodId } from "../domain/calendar.ts";
import { sectorsByEntity } from "../domain/catalogue.ts";
import { foldFigures } from "../domain/counting/figures.ts";
import { cutOffOf, lastDayOf } from "../domain/editions/subject.ts";
import { REPORT_SECTIONS, type ReportSection } from "../domain/halfYearReport.ts";
import { CURRENCIES, type Indicator } from "../domain/indicator.ts";
import { bilingualOf } from "../domain/reports/bilingual.ts";
import {
  type HalfYearSnapshot,
  halfYearSnapshotSchema,
} from "../domain/reports/halfYear/halfYearSnapshot.ts";
import { namesOf } from "../domain/reports/names.ts";
import { reportIdOf } from "../domain/reports/reportId.ts";
import { obligations, records, reports, system, tallies } from "./collections.ts";
import { evidenceOf } from "./evidence.ts";
import { loadCatalogues } from "./loadCatalogues.ts";
import { loadIndicators } from "./loadCountingRules.ts";
import { type Keep, RecordList } from "./RecordList.ts";
import { countryNames, loadPartners } from "./reportNames.ts";
import { loadReportTexts } from "./reportTexts.ts";
import { spanRecords } from "./spanRecords.ts";

export interface HalfYearAsked {
  readonly entityId: string;
  readonly periodId: PeriodId;
  /** The day it is in Bogotá. */
  readonly today: Day;
  readonly keep?: Keep;
}

/** Records whose evidence is counted at once. */
const BATCH = 25;

const evidenceCountOf = async (db: Firestore, { entityId, recordId }: SpanRecord): Promise<number> => {
  const files = evidenceOf(records(db, entityId).doc(recordId)).where("state", "==", "ready");
  return (await files.count().get()).data().count;
};

/** Lists the records with how many files prove each; returns how many files there are. */
async function listRecords(
  db: Firestore,
  found: AsyncIterable<SpanRecord>,
  list: RecordList,
  parts: YearParts,
): Promise<number> {
  let files = 0;
  let batch: SpanRecord[] = [];
  const flush = async () => {
    const counts = await Promise.all(batch.map((record) => evidenceCountOf(db, record)));
    for (const [index, record] of batch.entries()) {
      const evidenceCount = counts[index] ?? 0;
      files += evidenceCount;
      await list.add(record, { evidenceCount });
    }
    batch = [];
  };
  for await (const record of found) {
    parts.add(record);
    if (record.state !== "approved") continue;
    batch.push(record);
    if (batch.length === BATCH) await flush();
  }
  await flush();
  return files;
}

/** What the entity contributed in the half-year, as public records count; zeros are left out. */
async function loadFigures(
  db: Firestore,
  indicators: readonly Indicator[],
  { entityId, periodId }: HalfYearAsked,
): Promise<HalfYearSnapshot["figures"]> {
  const { docs } = await tallies(db).where("period", "==", periodId).get();
  const figures = foldFigures(
    docs.map((snapshot) => snapshot.data()),
    indicators,
    "public",
  );
  return indicators.flatMap((indicator, index) => {
    if (indicator.type === "milestone" || indicator.type === "statistic") return [];
    const figure = figures[index];
    const named = {
      ...{ indicatorId: indicator.id, name: bilingualOf(indicator) },
      unit: { es: indicator.unitEs, en: indicator.unitEn },
    };
    const all = figure?.byCurrency
      ? CURRENCIES.map((currency) => ({
          ...{ ...named, currency, value: figure.byCurrency?.[currency]?.byEntity[entityId] ?? 0 },
        }))
      : [{ ...named, value: figure?.byEntity[entityId] ?? 0 }];
    return all.filter(({ value }) => value !== 0);
  });
}

/**
 * The snapshot of an entity's half-year, as of now.
 *
 * @param keep - takes the records that the report lists, one by one, in their order
 * @throws when the entity has no approved report of the half-year
 */
export async function loadHalfYearSnapshot(db: Firestore, asked: HalfYearAsked): Promise<HalfYearSnapshot> {
  const { entityId, periodId, today, keep } = asked;
  const subject = { kind: "half-year", entityId, periodId } as const;
  const lastDay = lastDayOf(subject);
  const cutOffOn = cutOffOf(subject, new Date(`${today}T17:00:00Z`));
  const [catalogues, allIndicators, found, obligation, config, partners, texts] = await Promise.all([
    loadCatalogues(db),
    loadIndicators(db),
    reports(db, entityId).doc(periodId).get(),
    obligations(db).doc(periodId).get(),
    system(db).get(),
    loadPartners(db),
    loadReportTexts(db, reportIdOf(subject)),
  ]);
  const report = found.data();
  if (report?.state !== "approved") throw new Error(`${found.ref.path} is not approved`);
  const indicators = allIndicators.filter(
    (indicator) => indicator.active && indicator.public && indicator.ruleVersion > 0 && isShared(indicator),
  );
  const list = new RecordList(keep, partners);
  const parts = new YearParts(sectorsByEntity(catalogues));
  const first = `${periodId.slice(0, 4)}-${periodId.endsWith("S1") ? "01" : "07"}-01`;
  const span = { first, last: lastDay, cutOffOn };
  const [figures, evidenceCount] = await Promise.all([
    loadFigures(db, indicators, asked),
    listRecords(db, spanRecords(db, span, entityId), list, parts),
  ]);
  const { submittedAt, review, nothingToReport } = report;
  const dueOn = obligation.data()?.dueOn;
  return halfYearSnapshotSchema.parse({
    ...{ kind: "half-year", entityId, periodId, cutOffOn, consultedOn: today },
    isDemo: config.data()?.isDemo ?? false,
    names: namesOf(catalogues, countryNames(parts.countries.map(({ country }) => country))),
    texts,
    listed: list.end(),
    ...(dueOn !== undefined && { dueOn }),
    ...(submittedAt && { submittedOn: bogotaDay(submittedAt) }),
    ...(review?.decidedAt && { approvedOn: bogotaDay(review.decidedAt) }),
    nothingToReport,
    narratives: (Object.keys(REPORT_SECTIONS) as ReportSection[]).flatMap((section) => {
      const text = report[section]?.trim();
      return text ? [{ section, text }] : [];
    }),
    figures,
    approvedRecords: parts.total,
    byKind: parts.byKind,
    evidenceCount,
  });
}
