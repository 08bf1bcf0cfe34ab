/**
 * Counts a new version of an indicator beside the one in force, and switches the figures over once it is complete.
 *
 * From the moment it was saved, every roll-up counts both. This walks through all that there was before: first the sources
 * that the new rule may count; then, in one transaction, the new definition comes into force; then the old one's cells are
 * cleared out of ledger and tallies. Until the switch the figures are the old version's, whole; where it is interrupted,
 * it goes on behind the last page that was counted.
 */
import { FieldValue } from "firebase-admin/firestore";
import { type IndicatorBody, indicatorSchema } from "../domain/indicator.ts";
import type { Operation } from "../domain/operation.ts";
import { counting, indicators, versionsOf } from "../store/collections.ts";
import { foldAndPublish } from "./foldAndPublish.ts";
import type { OperationContext } from "./OperationContext.ts";
import { repairTallies } from "./repairTallies.ts";
import { walkScope } from "./walkScope.ts";
import type { WorkLease } from "./workLease.ts";

/** Throws `WorkHeld` when another has taken over, and whatever Firestore throws when it gives up. */
export async function countNewVersion(context: OperationContext, lease: WorkLease<Operation>): Promise<void> {
  const { indicatorId = "", version = 0, phase, cursor } = lease.work;
  const ref = indicators(context.db).doc(indicatorId);
  const next = (await ref.get()).data()?.next;
  const isCounted = phase === "tidying";
  if (!isCounted && next?.version === version) {
    await walkScope(context, lease, next.definition.rule, cursor);
    await switchOver(context, lease, version);
  }
  await foldAndPublish(context);
  await tidy(context, lease, isCounted ? cursor : undefined);
  await lease.end({ state: "done", finishedAt: context.now(), problem: FieldValue.delete() });
}

/** Brings the new definition into force. A repeat finds it there. */
async function switchOver(
  { db, now }: OperationContext,
  lease: WorkLease<Operation>,
  version: number,
): Promise<void> {
  const ref = indicators(db).doc(lease.work.indicatorId ?? "");
  await db.runTransaction(async (transaction) => {
    const [found, rules] = await Promise.all([transaction.get(ref), transaction.get(counting(db))]);
    const indicator = found.data();
    if (indicator?.next?.version !== version) return;
    const body: IndicatorBody = indicatorSchema.parse({
      ...indicator.next.definition,
      ...{ version, ruleVersion: version, updatedAt: now(), updatedBy: indicator.updatedBy },
    });
    transaction.set(ref, body);
    transaction.set(counting(db), { version: (rules.data()?.version ?? 0) + 1 });
  });
  await lease.save({ phase: "tidying", cursor: FieldValue.delete() });
}

/** Clears away what the version before left: its cells in the ledger, then the zeros that they came to in the tallies. */
async function tidy(
  context: OperationContext,
  lease: WorkLease<Operation>,
  cursor: string | undefined,
): Promise<void> {
  const { indicatorId = "", version = 0 } = lease.work;
  const trail = versionsOf(indicators(context.db).doc(indicatorId));
  const before = version > 1 ? (await trail.doc(String(version - 1)).get()).data() : undefined;
  if (!before) return;
  await walkScope(context, lease, before.definition.rule, cursor);
  const { entities } = await context.catalogues.get();
  for (const { id } of entities) {
    await repairTallies(context, id);
    await lease.save({});
  }
}
