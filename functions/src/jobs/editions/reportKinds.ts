/** The kinds of report as editions make them: what is read, frozen, and drawn, and in which files. */
import type { Firestore } from "firebase-admin/firestore";
import type { Block, DocumentInfo } from "../../domain/annualReport/block.ts";
import type { Day } from "../../domain/calendar.ts";
import type { FileFormat } from "../../domain/edition.ts";
import type { Language } from "../../domain/format.ts";
import { annualReport } from "../../domain/reports/annualReport.ts";
import type { ListedRecords, Lists, ReportKind, ReportKindId } from "../../domain/reports/ReportKind.ts";
import type { ReportSubject } from "../../domain/reports/reportId.ts";
import { loadAnnualSnapshot } from "../../store/loadAnnualSnapshot.ts";

/** What every snapshot says of itself. */
interface Dated {
  readonly cutOffOn: Day;
  readonly isDemo: boolean;
}

/** A report's data, whatever its kind: what is held of it, and the records that it lists. */
export interface ReportData extends Dated {
  /** The snapshot as it is saved. */
  readonly text: string;
  readonly comparableText: string;
  readonly figures: Readonly<Record<string, number | string>>;
  compose(language: Language, lists: Lists): Iterable<Block>;
  infoOf(language: Language): DocumentInfo;
  /** The same with what has changed since an earlier edition; kinds that say no such thing stay as they are. */
  since(
    listed: ListedRecords,
    previous: { text: string; listed: ListedRecords; editionId: string },
  ): Promise<ReportData>;
}

interface LoadedReport {
  readonly data: ReportData;
  readonly listed: ListedRecords;
}

export interface EditionKind {
  /** In the order in which they are made and listed. */
  readonly files: readonly { readonly format: FileFormat; readonly language: Language }[];
  load(db: Firestore, subject: ReportSubject, today: Day): Promise<LoadedReport>;
  /** @throws when the text is not what the kind's schema says */
  parse(text: string): ReportData;
}

function kindOf<Snapshot extends Dated>(
  report: ReportKind<Snapshot>,
  files: EditionKind["files"],
  load: (db: Firestore, subject: ReportSubject, today: Day) => Promise<Snapshot>,
): EditionKind {
  const parsed = (text: string) => report.snapshotSchema.parse(JSON.parse(text));
  const dataOf = (snapshot: Snapshot): ReportData => ({
    ...{ cutOffOn: snapshot.cutOffOn, isDemo: snapshot.isDemo, text: JSON.stringify(snapshot) },
    ...{ comparableText: report.comparableText(snapshot), figures: report.figuresOf(snapshot) },
    compose: (language, lists) => report.compose(snapshot, language, lists),
    infoOf: (language) => report.infoOf(snapshot, language),
    since: async (listed, { text, ...previous }) =>
      report.withChanges
        ? dataOf(await report.withChanges({ snapshot, listed }, { ...previous, snapshot: parsed(text) }))
        : dataOf(snapshot),
  });
  return {
    files,
    load: async (db, subject, today) => ({
      data: dataOf(await load(db, subject, today)),
      listed: () => [],
    }),
    parse: (text) => dataOf(parsed(text)),
  };
}

const notThis = (subject: ReportSubject): never => {
  throw new Error(`no report of ${subject.kind} is made here`);
};

export const KINDS: Readonly<Partial<Record<ReportKindId, EditionKind>>> = {
  annual: kindOf(annualReport, [{ format: "pdf", language: "es" }], (db, subject, today) =>
    subject.kind === "annual" ? loadAnnualSnapshot(db, { year: subject.year, today }) : notThis(subject),
  ),
};
