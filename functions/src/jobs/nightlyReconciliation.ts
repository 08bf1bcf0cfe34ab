/** Every night: finds what each entity's ledger and tallies have missed, puts it right, and says so to the Office. */
import type { Operation } from "../domain/operation.ts";
import { operations } from "../store/collections.ts";
import { foldAndPublish, forgetFolds } from "./foldAndPublish.ts";
import type { OperationContext } from "./OperationContext.ts";
import { type Reconciled, reconcile } from "./reconcile.ts";
import { withUnreadable } from "./walkScope.ts";

/** One entry in the log for each entity in which something was found; none where all was right. */
export async function nightlyReconciliation(context: OperationContext): Promise<Reconciled> {
  const { db, catalogues, rollUps, now, newId } = context;
  let total: Reconciled = { entries: 0, tallies: 0, unreadable: [], reads: 0 };
  for (const { id } of (await catalogues.get()).entities) {
    const found = await reconcile(context, rollUps, id);
    if (found.entries + found.tallies > 0)
      await operations(db)
        .doc(newId())
        .set(logOf(id, found, now()));
    total = {
      entries: total.entries + found.entries,
      tallies: total.tallies + found.tallies,
      unreadable: [...total.unreadable, ...found.unreadable],
      reads: total.reads + found.reads,
    };
  }
  // The folds are a cache: once a day they are made from nothing but the tallies.
  await forgetFolds(context);
  await foldAndPublish(context);
  return total;
}

const logOf = (entityId: string, found: Reconciled, at: Date): Operation => ({
  ...{ kind: "reconciliation", state: "done", entityId, requestedBy: "schedule" },
  ...{ requestedAt: at, updatedAt: at, finishedAt: at, done: 1, total: 1 },
  ...{ entries: found.entries, tallies: found.tallies, unreadable: withUnreadable([], found.unreadable) },
});
