/** Submits, approves or returns an entity's half-year report. */
import type { Transaction } from "firebase-admin/firestore";
import { reportProblems } from "../domain/halfYear/checkReport.ts";
import { requiredSections } from "../domain/halfYear/obligation.ts";
import { type DraftReport, reportSchema, type SectionReasons } from "../domain/halfYearReport.ts";
import { plainTexts } from "../domain/plainText.ts";
import { problemsOf } from "../domain/problem.ts";
import type { Move } from "../domain/record/states.ts";
import { obligations, reports } from "../store/collections.ts";
import { hasRecordsOf } from "../store/periodRecords.ts";
import type { JobContext } from "./JobContext.ts";
import { type Moved, type MoveRequest, move, type NamedActor } from "./move.ts";
import { because, Rejection, rejectProblems } from "./Rejection.ts";

export interface ReportMoveRequest extends MoveRequest {
  readonly entityId: string;
  readonly periodId: string;
  /** Of a return: what must be changed in which section; they serve as its reason, with or without another. */
  readonly sectionReasons?: SectionReasons | undefined;
}

/** Moves the report; it is approved only when none of the entity's records of the period is pending. Throws `Rejection`. */
export function moveReport(
  context: JobContext,
  actor: NamedActor,
  kindOfMove: Exclude<Move, "withdraw" | "restore">,
  request: ReportMoveRequest,
): Promise<Moved> {
  const { entityId, periodId } = request;
  const sectionReasons = writtenReasons(request.sectionReasons);
  return move<DraftReport>(context, {
    ref: reports(context.db, entityId).doc(periodId),
    ...{ entityId, actor, request, move: kindOfMove },
    otherReason: Object.values(sectionReasons)[0],
    prepare: async (report, transaction) => {
      if (kindOfMove === "submit") return { content: await complete(context, transaction, report) };
      if (kindOfMove === "return") return { content: withReasons(report, sectionReasons) };
      if (await hasRecordsOf(context.db, transaction, request, ["submitted"]))
        throw because("records-pending");
      return { content: report };
    },
  });
}

const writtenReasons = (reasons: SectionReasons = {}): SectionReasons =>
  Object.fromEntries(
    Object.entries(reasons).flatMap(([section, reason]) =>
      reason?.trim() ? [[section, reason.trim()]] : [],
    ),
  );

function withReasons(report: DraftReport, sectionReasons: SectionReasons): DraftReport {
  const { sectionReasons: _, ...review } = report.review ?? {};
  const hasSome = Object.keys(sectionReasons).length > 0;
  return { ...report, review: { ...review, ...(hasSome && { sectionReasons }) } };
}

/** The report with plain texts, without blank sections, once it says what it must. */
async function complete(
  { db }: JobContext,
  transaction: Transaction,
  report: DraftReport,
): Promise<DraftReport> {
  const { entityId, periodId } = report;
  const filled = Object.fromEntries(
    Object.entries(plainTexts(report)).filter(([, value]) => typeof value !== "string" || /\S/.test(value)),
  );
  const parsed = reportSchema.safeParse(filled);
  if (!parsed.success) throw new Rejection({ problems: problemsOf(parsed.error, filled, () => false) });
  const [obligation, hasRecords] = await Promise.all([
    transaction.get(obligations(db).doc(periodId)),
    hasRecordsOf(db, transaction, { entityId, periodId }, ["submitted", "returned", "approved"]),
  ]);
  const required = requiredSections(obligation.data(), entityId);
  rejectProblems(reportProblems(parsed.data, { required, hasRecords }));
  return parsed.data;
}
