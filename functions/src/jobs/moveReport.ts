/** Submits, approves or returns an entity's half-year report. */
import { type DraftReport, reportSchema, saysSomething } from "../domain/halfYearReport.ts";
import { plainTexts } from "../domain/plainText.ts";
import { problemsOf } from "../domain/problem.ts";
import type { Move } from "../domain/record/states.ts";
import { reports } from "../store/collections.ts";
import { hasPendingRecords } from "../store/hasPendingRecords.ts";
import type { JobContext } from "./JobContext.ts";
import { type Moved, type MoveRequest, move, type NamedActor } from "./move.ts";
import { because, Rejection, rejectProblems } from "./Rejection.ts";

export interface ReportMoveRequest extends MoveRequest {
  readonly entityId: string;
  readonly periodId: string;
}

/** Moves the report; it is approved only when none of the entity's records of the period is pending. Throws `Rejection`. */
export function moveReport(
  context: JobContext,
  actor: NamedActor,
  kindOfMove: Exclude<Move, "withdraw" | "restore">,
  request: ReportMoveRequest,
): Promise<Moved> {
  const { entityId, periodId } = request;
  return move<DraftReport>(context, {
    ref: reports(context.db, entityId).doc(periodId),
    ...{ entityId, actor, request, move: kindOfMove },
    prepare: async (report, transaction) => {
      if (kindOfMove === "submit") return { content: complete(report) };
      if (kindOfMove === "approve" && (await hasPendingRecords(context.db, transaction, entityId, periodId)))
        throw because("records-pending");
      return { content: report };
    },
  });
}

/** The report with plain texts, without blank sections. */
function complete(report: DraftReport): DraftReport {
  const filled = Object.fromEntries(
    Object.entries(plainTexts(report)).filter(([, value]) => typeof value !== "string" || /\S/.test(value)),
  );
  const parsed = reportSchema.safeParse(filled);
  if (!parsed.success) throw new Rejection({ problems: problemsOf(parsed.error, filled, () => false) });
  if (!saysSomething(parsed.data))
    rejectProblems([{ path: "achievements", code: achievementsCode(parsed.data) }]);
  return parsed.data;
}

/** Told and yet declared "nothing to report", or neither of both. */
const achievementsCode = (report: DraftReport) => (report.nothingToReport ? "unexpected" : "missing");
