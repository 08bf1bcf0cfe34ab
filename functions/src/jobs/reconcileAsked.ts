/** A recount that the Office asked for: of an entity, of an indicator's sources, or of everything. */
import { FieldValue } from "firebase-admin/firestore";
import type { Operation } from "../domain/operation.ts";
import { indicators } from "../store/collections.ts";
import { foldAndPublish, forgetFolds } from "./foldAndPublish.ts";
import type { OperationContext } from "./OperationContext.ts";
import { recount } from "./recount.ts";
import { repairTallies } from "./repairTallies.ts";
import { walkScope, withUnreadable } from "./walkScope.ts";
import type { WorkLease } from "./workLease.ts";

/** Throws `WorkHeld` when another has taken over, and whatever Firestore throws when it gives up. */
export async function reconcileAsked(context: OperationContext, lease: WorkLease<Operation>): Promise<void> {
  const { indicatorId, entityId } = lease.work;
  if (indicatorId !== undefined) await recountIndicator(context, lease, indicatorId);
  else await recountEntities(context, lease, entityId);
  await forgetFolds(context);
  await foldAndPublish(context);
  await lease.end({ state: "done", finishedAt: context.now(), problem: FieldValue.delete() });
}

/** One after the other, in the catalogue's order; `done` and `total` are entities. */
async function recountEntities(
  context: OperationContext,
  lease: WorkLease<Operation>,
  entityId: string | undefined,
): Promise<void> {
  const { entities } = await context.catalogues.get();
  const ids = entityId === undefined ? entities.map(({ id }) => id) : [entityId];
  const start = lease.work.cursor === undefined ? 0 : ids.indexOf(lease.work.cursor) + 1;
  let { unreadable } = lease.work;
  await lease.save({ done: start, total: ids.length });
  for (const [index, id] of ids.entries()) {
    if (index < start) continue;
    const found = await recount(context, context.rollUps, id);
    unreadable = withUnreadable(unreadable, found.unreadable);
    await lease.save({
      ...{ done: index + 1, cursor: id, unreadable },
      ...{ entries: FieldValue.increment(found.entries), tallies: FieldValue.increment(found.tallies) },
    });
  }
}

/** The sources that it may count; `done` and `total` are these. */
async function recountIndicator(
  context: OperationContext,
  lease: WorkLease<Operation>,
  indicatorId: string,
): Promise<void> {
  const rule = (await indicators(context.db).doc(indicatorId).get()).data()?.rule;
  if (!rule) return;
  await walkScope(context, lease, rule, lease.work.cursor);
  for (const { id } of (await context.catalogues.get()).entities)
    await lease.save({ tallies: FieldValue.increment(await repairTallies(context, id)) });
}
