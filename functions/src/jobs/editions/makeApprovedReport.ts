/** Makes the edition of a half-year report once the Office has approved it. */

import { bogotaDay } from "../../domain/calendar.ts";
import { BY_APPROVAL } from "../../domain/editions/reportSchedule.ts";
import { hasBegun } from "../../domain/editions/subject.ts";
import { reports } from "../../store/collections.ts";
import type { EditionContext } from "./EditionContext.ts";
import { type Started, startEdition } from "./startEdition.ts";

/**
 * Called after every change of a report; it goes by what the report is now, and by the version that was approved, so that
 * calls that are doubled, late or swapped make one edition.
 *
 * @throws what the queue throws; the call is to be repeated then
 */
export async function makeApprovedReport(
  context: EditionContext,
  { entityId, periodId }: { readonly entityId: string; readonly periodId: string },
): Promise<Started | undefined> {
  const report = (await reports(context.db, entityId).doc(periodId).get()).data();
  const subject = { kind: "half-year", entityId, periodId } as const;
  if (report?.state !== "approved" || !hasBegun(subject, bogotaDay(context.now()))) return undefined;
  return startEdition(context, { subject, requestId: `approved-${report.version}` }, BY_APPROVAL);
}
