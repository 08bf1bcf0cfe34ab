/** The server's gate: whether a record is complete, makes sense and names only what exists. */
import type { Transaction } from "firebase-admin/firestore";
import { bogotaDay } from "../domain/calendar.ts";
import type { CatalogueItem } from "../domain/catalogue.ts";
import { changesOf } from "../domain/changesOf.ts";
import type { Partner } from "../domain/partner.ts";
import type { Problem } from "../domain/problem.ts";
import { checkRecord } from "../domain/record/checkRecord.ts";
import { derivedFrom } from "../domain/record/derivedFrom.ts";
import { type BitacoraRecord, involvedOf } from "../domain/record/record.ts";
import { referenceProblems } from "../domain/record/referenceProblems.ts";
import { decisions, partnerHistoryOf, partners } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { Rejection, rejectProblems } from "./Rejection.ts";

/**
 * The record without blank fields, its `involved` in step with its participants, and what follows from its partners. Reads its partners through the
 * transaction. `periods` are those whose passing makes a record late. Throws `Rejection` with all problems found.
 */
export async function checkComplete(
  context: JobContext,
  transaction: Transaction,
  draft: unknown,
  now: Date,
  periods: readonly CatalogueItem[],
): Promise<BitacoraRecord> {
  const checked = checkRecord(draft, { today: bogotaDay(now), periods });
  if ("problems" in checked) throw new Rejection({ problems: checked.problems });
  const { record } = checked;
  const [catalogues, { indicators }, known] = await Promise.all([
    context.catalogues.get(),
    context.rules.get(),
    readPartners(context, transaction, record.partnerIds),
  ]);
  const partnerIds = new Set(known.map(({ id }) => id));
  rejectProblems([
    ...referenceProblems(record, { catalogues, partnerIds, indicators }),
    ...(await decisionProblems(context, transaction, record)),
  ]);
  const { amendments } = record.derived ?? {};
  const derived = { ...derivedFrom(known), ...(amendments !== undefined && { amendments }) };
  return { ...record, involved: involvedOf(record), derived };
}

async function decisionProblems(
  { db }: JobContext,
  transaction: Transaction,
  record: BitacoraRecord,
): Promise<Problem[]> {
  if (record.kind !== "project" || record.details.decisionId === undefined) return [];
  const decision = await transaction.get(decisions(db).doc(record.details.decisionId));
  return decision.exists ? [] : [{ path: "details.decisionId", code: "unknown-reference" }];
}

/** Those that exist of the named partners. */
async function readPartners({ db }: JobContext, transaction: Transaction, ids: readonly string[] = []) {
  if (ids.length === 0) return [];
  const snapshots = await transaction.getAll(...[...new Set(ids)].map((id) => partners(db).doc(id)));
  return snapshots.flatMap((snapshot) => {
    const partner = snapshot.data();
    return partner ? [{ id: snapshot.id, ref: snapshot.ref, partner }] : [];
  });
}

/** Reads a record's proposed partners; the returned function makes them active, with their history, in the same transaction. */
export async function acceptPartners(
  context: JobContext,
  transaction: Transaction,
  partnerIds: readonly string[] | undefined,
  { uid, name }: NamedActor,
  now: Date,
): Promise<() => void> {
  const known = await readPartners(context, transaction, partnerIds);
  return () => {
    for (const { ref, partner } of known.filter(({ partner }) => partner.state === "proposed")) {
      const stamp = { version: partner.version + 1, updatedAt: now, updatedBy: uid };
      const next: Partner = { ...partner, state: "active", ...stamp };
      transaction.set(ref, next);
      transaction.create(partnerHistoryOf(ref).doc(String(next.version)), {
        ...{ version: next.version, covers: 1, scope: ref.parent.path, action: "activate" },
        ...{ at: now, by: uid, byName: name, before: changesOf(partner, next), after: { ...next } },
      });
    }
  };
}
