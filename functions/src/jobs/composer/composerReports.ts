/** The reports that the Office composes, as they would be made now: read anew every few minutes, with the texts of the moment. */
import type { Firestore } from "firebase-admin/firestore";
import type { Block, DocumentInfo } from "../../domain/annualReport/block.ts";
import { bogotaDay, type Day } from "../../domain/calendar.ts";
import type { Language } from "../../domain/format.ts";
import { annualReport } from "../../domain/reports/annualReport.ts";
import { halfYearReport } from "../../domain/reports/halfYearReport.ts";
import type { ListedRecord } from "../../domain/reports/listedRecord.ts";
import { monthlyReport } from "../../domain/reports/monthlyReport.ts";
import type { Outline } from "../../domain/reports/outline.ts";
import type { ReportHead, ReportKind } from "../../domain/reports/ReportKind.ts";
import { type ReportSubject, reportIdOf } from "../../domain/reports/reportId.ts";
import type { ReportTexts } from "../../domain/reports/reportText.ts";
import { type Cached, cached } from "../../store/cached.ts";
import { loadAnnualSnapshot } from "../../store/loadAnnualSnapshot.ts";
import { loadHalfYearSnapshot } from "../../store/loadHalfYearSnapshot.ts";
import { loadMonthlySnapshot } from "../../store/loadMonthlySnapshot.ts";
import type { Keep } from "../../store/RecordList.ts";
import { loadReportTexts } from "../../store/reportTexts.ts";

/** A text that was saved shows at once; what was approved meanwhile, after this long. */
const MAX_AGE_MS = 120_000;
/** Listed records that a preview shows: the rest only adds pages. */
export const MOST_LISTED = 100;
/** Reports that an instance holds: those of the people who compose at the same time. */
const MOST_HELD = 4;

/** A report as it would be made now. */
export interface ReportToCompose {
  readonly outline: Outline;
  readonly cutOffOn: Day;
  readonly isDemo: boolean;
  compose(language: Language): Iterable<Block>;
  infoOf(language: Language): DocumentInfo;
}

type WithTexts = (texts: ReportTexts) => ReportToCompose;

interface Composable extends ReportHead {
  readonly texts: ReportTexts;
}

function composable<Snapshot extends Composable>(
  kind: ReportKind<Snapshot>,
  read: Snapshot,
  listed: readonly ListedRecord[],
): WithTexts {
  return (texts) => {
    const snapshot = { ...read, texts };
    return {
      outline: kind.outlineOf(snapshot),
      cutOffOn: snapshot.cutOffOn,
      isDemo: snapshot.isDemo,
      compose: (language) => kind.compose(snapshot, language, { listed: () => listed, isPreview: true }),
      infoOf: (language) => kind.infoOf(snapshot, language),
    };
  };
}

async function load(db: Firestore, subject: ReportSubject, today: Day): Promise<WithTexts> {
  const listed: ListedRecord[] = [];
  const keep: Keep = (record) => {
    if (listed.length < MOST_LISTED) listed.push(record);
  };
  switch (subject.kind) {
    case "annual":
      return composable(annualReport, await loadAnnualSnapshot(db, { ...subject, today, keep }), listed);
    case "monthly":
      return composable(monthlyReport, await loadMonthlySnapshot(db, { ...subject, today, keep }), listed);
    default:
      return composable(halfYearReport, await loadHalfYearSnapshot(db, { ...subject, today, keep }), listed);
  }
}

/** What finds the report that is about something, as of now. */
export type ComposerReports = (subject: ReportSubject) => Promise<ReportToCompose>;

/** One for each instance of a function. */
export function composerReports(db: Firestore, now: () => Date): ComposerReports {
  const held = new Map<string, Cached<WithTexts>>();
  return async (subject) => {
    const reportId = reportIdOf(subject);
    const report = held.get(reportId) ?? cached(() => load(db, subject, bogotaDay(now())), now, MAX_AGE_MS);
    held.delete(reportId);
    held.set(reportId, report);
    for (const oldest of [...held.keys()].slice(0, -MOST_HELD)) held.delete(oldest);
    const [withTexts, texts] = await Promise.all([report.get(), loadReportTexts(db, reportId)]);
    return withTexts(texts);
  };
}
