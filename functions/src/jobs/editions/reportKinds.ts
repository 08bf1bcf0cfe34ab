/** The kinds of report as editions make them: what is read, frozen, and drawn, and in which files. */
import type { Firestore } from "firebase-admin/firestore";
import type { Block, DocumentInfo } from "../../domain/annualReport/block.ts";
import type { Day } from "../../domain/calendar.ts";
import type { Edition } from "../../domain/edition.ts";
import type { Language } from "../../domain/format.ts";
import { annualReport } from "../../domain/reports/annualReport.ts";
import type { Changes, ReportFigure } from "../../domain/reports/changes/changes.ts";
import { changesSince } from "../../domain/reports/changes/changesSince.ts";
import { comparableText } from "../../domain/reports/comparableText.ts";
import { halfYearReport } from "../../domain/reports/halfYearReport.ts";
import { monthlyReport } from "../../domain/reports/monthlyReport.ts";
import type {
  ListedRecords,
  Lists,
  ReportHead,
  ReportKind,
  ReportKindId,
} from "../../domain/reports/ReportKind.ts";
import type { ReportSubject } from "../../domain/reports/reportId.ts";
import { loadAnnualSnapshot } from "../../store/loadAnnualSnapshot.ts";
import { loadHalfYearSnapshot } from "../../store/loadHalfYearSnapshot.ts";
import { loadMonthlySnapshot } from "../../store/loadMonthlySnapshot.ts";
import type { Keep } from "../../store/RecordList.ts";
import type { RenderedFormat } from "./renderers.ts";

/** A report's data, whatever its kind. */
export interface ReportData extends Pick<ReportHead, "cutOffOn" | "isDemo" | "listed"> {
  /** The snapshot as it is saved. */
  readonly text: string;
  readonly comparableText: string;
  readonly figures: Readonly<Record<string, number | string>>;
  /** How much has changed since the edition that it is compared with, if it is. */
  readonly changes: Edition["changes"];
  compose(language: Language, lists: Lists): Iterable<Block>;
  infoOf(language: Language): DocumentInfo;
  /** With what has changed since an earlier edition, unless that one froze its data in a form that is no longer read. */
  since(listed: ListedRecords, previous: PreviousData): Promise<ReportData>;
}

/** What an earlier edition was made from. */
export interface PreviousData {
  readonly editionId: string;
  readonly text: string;
  readonly listed: ListedRecords;
}

export interface EditionKind {
  /** In the order in which they are made and listed. */
  readonly files: readonly { readonly format: RenderedFormat; readonly language: Language }[];
  /** @param keep - takes the records that the report lists, in order */
  load(db: Firestore, subject: ReportSubject, today: Day, keep: Keep): Promise<ReportData>;
  /** @throws when the text is not what the kind's schema says */
  parse(text: string): ReportData;
}

interface Described<Snapshot extends ReportHead> {
  readonly report: ReportKind<Snapshot>;
  readonly files: EditionKind["files"];
  readonly load: (db: Firestore, subject: ReportSubject, today: Day, keep: Keep) => Promise<Snapshot>;
}

/** How much has changed. */
const counted = ({ records, figures }: Changes): Edition["changes"] => ({
  records: records.added + records.changed + records.gone,
  figures: figures.length,
});

const keptFigures = (figures: readonly ReportFigure[]): ReportData["figures"] =>
  Object.fromEntries(
    figures.flatMap(({ key, isDetail, figure }) => (isDetail ? [] : [[key, figure] as const])),
  );

function kindOf<Snapshot extends ReportHead>({ report, files, load }: Described<Snapshot>): EditionKind {
  const dataOf = (snapshot: Snapshot): ReportData => ({
    ...{ cutOffOn: snapshot.cutOffOn, isDemo: snapshot.isDemo, listed: snapshot.listed },
    ...{ text: JSON.stringify(snapshot), comparableText: comparableText(report.snapshotSchema, snapshot) },
    figures: keptFigures(report.figuresOf(snapshot)),
    changes: snapshot.changes && counted(snapshot.changes),
    compose: (language, lists) => report.compose(snapshot, language, lists),
    infoOf: (language) => report.infoOf(snapshot, language),
    since: async (listed, { text, ...previous }) => {
      const before = report.snapshotSchema.safeParse(JSON.parse(text));
      if (!before.success) return dataOf(snapshot);
      const said = (head: Snapshot) => ({ head, figures: report.figuresOf(head) });
      const changes = await changesSince(
        { ...previous, ...said(before.data) },
        { ...said(snapshot), listed },
      );
      return dataOf({ ...snapshot, changes });
    },
  });
  return {
    files,
    load: async (db, subject, today, keep) => dataOf(await load(db, subject, today, keep)),
    parse: (text) => dataOf(report.snapshotSchema.parse(JSON.parse(text))),
  };
}

const notThis = (subject: ReportSubject): never => {
  throw new Error(`no report of ${subject.kind} is made here`);
};

const inBoth = (...formats: readonly RenderedFormat[]): EditionKind["files"] =>
  formats.flatMap((format) => (["es", "en"] as const).map((language) => ({ format, language })));

export type EditionKinds = Readonly<Record<ReportKindId, EditionKind>>;

export const KINDS: EditionKinds = {
  annual: kindOf({
    report: annualReport,
    files: inBoth("pdf", "docx", "xlsx", "csv"),
    load: (db, subject, today, keep) =>
      subject.kind === "annual"
        ? loadAnnualSnapshot(db, { year: subject.year, today, keep })
        : notThis(subject),
  }),
  monthly: kindOf({
    report: monthlyReport,
    files: inBoth("pdf", "xlsx", "csv"),
    load: (db, subject, today, keep) =>
      subject.kind === "monthly"
        ? loadMonthlySnapshot(db, { month: subject.month, today, keep })
        : notThis(subject),
  }),
  "half-year": kindOf({
    report: halfYearReport,
    files: inBoth("pdf", "xlsx", "csv"),
    load: (db, subject, today, keep) => {
      if (subject.kind !== "half-year") return notThis(subject);
      const { entityId, periodId } = subject;
      return loadHalfYearSnapshot(db, { entityId, periodId, today, keep });
    },
  }),
};
