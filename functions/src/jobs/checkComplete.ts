/** The server's gate: whether a record is complete, makes sense and names only what exists. */
import type { DocumentReference, Transaction } from "firebase-admin/firestore";
import { bogotaDay } from "../domain/calendar.ts";
import type { CatalogueItem } from "../domain/catalogue.ts";
import { changesOf } from "../domain/changesOf.ts";
import { currentPartnerId, type Partner } from "../domain/partner.ts";
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
  const { record: typed } = checked;
  const [catalogues, { indicators }, known] = await Promise.all([
    context.catalogues.get(),
    context.rules.get(),
    readPartners(context, transaction, typed.partnerIds),
  ]);
  const record = withCurrentPartners(typed, known);
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

interface Known {
  /** The ids under which it was named: its own, and those of partners that were merged into it. */
  readonly namedAs: readonly string[];
  readonly id: string;
  readonly ref: DocumentReference<Partner>;
  readonly partner: Partner;
}

/** Those that exist of the named partners, each once; a merged one is the partner that it became. */
async function readPartners(
  { db }: JobContext,
  transaction: Transaction,
  ids: readonly string[] = [],
): Promise<Known[]> {
  const read = new Map<string, Known>();
  for (let wanted = [...new Set(ids)]; wanted.length > 0; ) {
    for (const snapshot of await transaction.getAll(...wanted.map((id) => partners(db).doc(id)))) {
      const partner = snapshot.data();
      if (partner)
        read.set(snapshot.id, { namedAs: [snapshot.id], id: snapshot.id, ref: snapshot.ref, partner });
    }
    wanted = [...read.values()].flatMap(({ partner: { mergedInto } }) =>
      mergedInto !== undefined && !read.has(mergedInto) ? [mergedInto] : [],
    );
    wanted = [...new Set(wanted)];
  }
  const known = new Map<string, Known>();
  for (const id of ids) {
    const found = read.get(currentPartnerId(id, (one) => read.get(one)?.partner));
    if (found)
      known.set(found.id, { ...found, namedAs: [...(known.get(found.id)?.namedAs ?? found.namedAs), id] });
  }
  return [...known.values()];
}

/** The record with the ids of today; those that lead nowhere stay, to be told as such. */
function withCurrentPartners(record: BitacoraRecord, known: readonly Known[]): BitacoraRecord {
  if (!record.partnerIds) return record;
  const current = (id: string) => known.find(({ namedAs }) => namedAs.includes(id))?.id ?? id;
  return { ...record, partnerIds: [...new Set(record.partnerIds.map(current))] };
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
