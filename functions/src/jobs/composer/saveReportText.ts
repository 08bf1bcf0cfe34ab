/** Saves what the Office writes for a report: the text that the next edition has, and every version of it for good. */

import { plainText } from "../../domain/plainText.ts";
import { isOffice } from "../../domain/record/states.ts";
import { reportSubjectOf } from "../../domain/reports/reportId.ts";
import type { ReportText } from "../../domain/reports/reportText.ts";
import { reportTexts, textHistoryOf } from "../../store/reportTexts.ts";
import type { JobContext } from "../JobContext.ts";
import type { NamedActor } from "../move.ts";
import { because, rejectOtherVersion } from "../Rejection.ts";

export interface TextRequest {
  readonly reportId: string;
  readonly key: string;
  /** The version that the person saw; 0 where nobody had written anything. */
  readonly version: number;
  readonly requestId: string;
  readonly text: ReportText;
}

/**
 * A repeated request finds the version that it made. An edition that is being made, or was, keeps the text that it had.
 *
 * @throws Rejection `office-only`, `not-found` for what names no report, `changed-meanwhile`
 */
export async function saveReportText(
  context: Pick<JobContext, "db" | "now">,
  actor: NamedActor,
  { reportId, key, version: seen, requestId, text: typed }: TextRequest,
): Promise<{ version: number }> {
  if (!isOffice(actor)) throw because("office-only");
  if (!reportSubjectOf(reportId)) throw because("not-found");
  const isOmitted = typed.omitted === true && key.startsWith("narrative~");
  const text: ReportText = {
    ...{ es: plainText(typed.es), en: plainText(typed.en) },
    ...(isOmitted && { omitted: true }),
  };
  const ref = reportTexts(context.db, reportId).doc(key);
  const version = seen + 1;
  return context.db.runTransaction(async (transaction) => {
    const [snapshot, written] = await Promise.all([
      transaction.get(ref),
      transaction.get(textHistoryOf(ref).doc(String(version))),
    ]);
    const entry = written.data();
    if (entry?.requestId === requestId && entry.by === actor.uid) return { version };
    rejectOtherVersion({ version: snapshot.data()?.version ?? 0 }, seen);
    const at = context.now();
    transaction.set(ref, {
      ...{ ...text, version, updatedAt: at, updatedBy: actor.uid, updatedByName: actor.name },
    });
    transaction.create(textHistoryOf(ref).doc(String(version)), {
      ...{ ...text, version, at, by: actor.uid, byName: actor.name, requestId },
    });
    return { version };
  });
}
