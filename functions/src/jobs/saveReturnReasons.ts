/** Saves the Office's reasons for returning a record, all of them at once: their order is part of what is edited. */
import { changesOf } from "../domain/changesOf.ts";
import { isOffice } from "../domain/record/states.ts";
import { checkReturnReasons, type ReturnReasons } from "../domain/returnReasons.ts";
import { returnReasons, returnReasonsHistoryOf } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, Rejection, rejectOtherVersion } from "./Rejection.ts";

export interface ReturnReasonsRequest {
  readonly requestId: string;
  /** The version that the person saw. */
  readonly version: number;
  /** As they were typed. */
  readonly reasons: readonly unknown[];
}

/** Writes the next version and its entry in one transaction; a repeat changes nothing. Throws `Rejection`. */
export async function saveReturnReasons(
  { db, now }: JobContext,
  actor: NamedActor,
  { requestId, version: seen, reasons: typed }: ReturnReasonsRequest,
): Promise<{ version: number }> {
  if (!isOffice(actor)) throw because("office-only");
  const checked = checkReturnReasons(typed);
  if ("problems" in checked) throw new Rejection({ problems: checked.problems });
  const ref = returnReasons(db);
  const version = seen + 1;
  const trail = returnReasonsHistoryOf(ref).doc(String(version));
  return db.runTransaction(async (transaction) => {
    const [found, written] = await Promise.all([transaction.get(ref), transaction.get(trail)]);
    const entry = written.data();
    if (entry?.requestId === requestId && entry.by === actor.uid) return { version };
    const before = found.data();
    if (!before) throw because("not-found");
    rejectOtherVersion(before, seen);
    const at = now();
    const next: ReturnReasons = {
      ...{ reasons: [...checked.reasons], version, updatedAt: at, updatedBy: actor.uid },
    };
    transaction.set(ref, next);
    transaction.create(trail, {
      ...{ version, covers: 1, scope: ref.parent.path, action: "edit", requestId },
      ...{ at, by: actor.uid, byName: actor.name, before: changesOf(before, next), after: next },
    });
    return { version };
  });
}
