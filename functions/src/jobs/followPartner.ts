/**
 * Has all that names a partner follow the directory, after the Office merged it into another or classified it anew.
 *
 * It walks through the records that name it, then all amendments, then the partners that belong to it as a network. Each is
 * brought in step in a transaction of its own that reads it again, so that a repeat finds nothing to do, and an interrupted
 * walk goes on behind the last page. Records gain a version and an entry of their trail; the ledger follows them as it
 * follows every change. Who wrote a record last stays its author: the Office may decide on it as before.
 */
import { FieldPath, FieldValue, type Query, type Transaction } from "firebase-admin/firestore";
import { changesOf } from "../domain/changesOf.ts";
import type { Operation } from "../domain/operation.ts";
import { currentPartnerId, type Partner } from "../domain/partner.ts";
import { amendmentFollowed, currentIds, type Directory, recordFollowed } from "../domain/partnersFollowed.ts";
import { type DraftRecord, draftRecordSchema } from "../domain/record/record.ts";
import { accessOf, amendmentsOf, historyOf, partnerHistoryOf, partners } from "../store/collections.ts";
import { withDates } from "../store/converter.ts";
import { entriesOf } from "./entriesOf.ts";
import type { OperationContext } from "./OperationContext.ts";
import { withUnreadable } from "./walkScope.ts";
import type { WorkLease } from "./workLease.ts";

type Phase = "records" | "amendments" | "networks";
const PHASES: readonly Phase[] = ["records", "amendments", "networks"];

/** Documents of one page. */
const PAGE = 100;

interface Walk {
  readonly context: OperationContext;
  readonly operationId: string;
  readonly partnerId: string;
  readonly directory: Directory;
  readonly by: string;
  readonly byName: string;
}

/** `changed`, `same`, or `unreadable`: not what its schema says. */
type Outcome = "changed" | "same" | "unreadable";

/** Throws `WorkHeld` when another has taken over, and whatever Firestore throws when it gives up. */
export async function followPartner(
  context: OperationContext,
  operationId: string,
  lease: WorkLease<Operation>,
): Promise<void> {
  const { db } = context;
  const { partnerId = "", requestedBy: by } = lease.work;
  const [all, access] = await Promise.all([partners(db).get(), accessOf(db).doc(by).get()]);
  const known = new Map(all.docs.map((partner) => [partner.id, partner.data()]));
  const partnerOf = (id: string) => known.get(id);
  const directory: Directory = { partnerOf, currentId: (id) => currentPartnerId(id, partnerOf) };
  const walk = { context, operationId, partnerId, directory, by, byName: access.data()?.name ?? by };
  const start = (PHASES as readonly (string | undefined)[]).indexOf(lease.work.phase);
  let { done, total, unreadable } = lease.work;
  for (const [index, phase] of PHASES.entries()) {
    if (index < start) continue;
    let cursor = index === start ? lease.work.cursor : undefined;
    if (phase === "records" && cursor === undefined)
      total = (await queryOf(walk, phase).count().get()).data().count;
    for (;;) {
      const query = queryOf(walk, phase).orderBy(FieldPath.documentId()).limit(PAGE);
      const { docs } = await (cursor === undefined ? query : query.startAfter(db.doc(cursor))).get();
      for (const { ref } of docs) {
        const outcome = await FOLLOW[phase](walk, ref.path);
        if (outcome === "changed") done += 1;
        if (outcome === "unreadable") unreadable = withUnreadable(unreadable, [ref.path]);
      }
      cursor = docs.at(-1)?.ref.path;
      const progress = { phase, done, total: Math.max(done, total), unreadable };
      if (docs.length < PAGE || cursor === undefined) {
        await lease.save({ ...progress, phase: PHASES[index + 1] ?? phase, cursor: FieldValue.delete() });
        break;
      }
      await lease.save({ ...progress, cursor });
    }
  }
  await lease.end({
    ...{ state: "done", total: done, finishedAt: context.now(), problem: FieldValue.delete() },
  });
}

/**
 * What a phase looks at. Needs the collection-group index of `records` by `partnerIds`.
 */
function queryOf({ context: { db }, partnerId }: Walk, phase: Phase): Query {
  if (phase === "records")
    return db.collectionGroup("records").where("partnerIds", "array-contains", partnerId);
  return phase === "amendments"
    ? db.collectionGroup("amendments")
    : db.collection("partners").where("networkIds", "array-contains", partnerId);
}

const FOLLOW: Readonly<Record<Phase, (walk: Walk, path: string) => Promise<Outcome>>> = {
  records: followRecord,
  amendments: followAmendment,
  networks: followNetwork,
};

async function followRecord(walk: Walk, path: string): Promise<Outcome> {
  const { context, directory } = walk;
  const { db } = context;
  return db.runTransaction(async (transaction): Promise<Outcome> => {
    const ref = db.doc(path);
    const parsed = draftRecordSchema.safeParse(withDates((await transaction.get(ref)).data()));
    if (!parsed.success) return "unreadable";
    const record = parsed.data;
    const followed = recordFollowed(record, directory);
    if (!followed) return "same";
    const next: DraftRecord = { ...followed, version: record.version + 1, updatedAt: context.now() };
    const write = await entriesAndAmendments(walk, transaction, path, record, next);
    transaction.set(ref, next);
    write();
    return "changed";
  });
}

/** Of what was sent once: its trail, and the amendments, that go on from the new version. Drafts have neither. */
async function entriesAndAmendments(
  { context, directory, operationId, by, byName }: Walk,
  transaction: Transaction,
  path: string,
  record: DraftRecord,
  next: DraftRecord,
): Promise<() => void> {
  if (record.state === "draft") return () => {};
  const ref = context.db.doc(path);
  const amendments = await transaction.get(amendmentsOf(ref));
  const trail = await entriesOf(context, transaction, ref, record);
  return () => {
    for (const entry of trail(next, { action: "follow", requestId: operationId, by, byName }))
      transaction.create(historyOf(ref).doc(String(entry.version)), entry);
    for (const amendment of amendments.docs) {
      const data = amendment.data();
      const followed = amendmentFollowed(data, directory);
      const isWaiting = data.state === "proposed" && data.onVersion === record.version;
      if (followed || isWaiting)
        transaction.set(amendment.ref, {
          ...(followed ?? data),
          ...(isWaiting && { onVersion: next.version }),
        });
    }
  };
}

/** What an amendment replaced still counts for the time before: its record is counted anew. */
async function followAmendment({ context, directory }: Walk, path: string): Promise<Outcome> {
  const { db, rollUps } = context;
  const record = db.doc(path).parent.parent;
  if (!record) return "same";
  const ref = amendmentsOf(record).doc(path.split("/").at(-1) ?? "");
  const changed = await db.runTransaction(async (transaction) => {
    const amendment = (await transaction.get(ref)).data();
    const followed = amendment && amendmentFollowed(amendment, directory);
    if (followed) transaction.set(ref, followed);
    return followed !== undefined;
  });
  if (changed) await rollUps.addAll([record.path]);
  return changed ? "changed" : "same";
}

async function followNetwork(
  { context, directory, operationId, by, byName }: Walk,
  path: string,
): Promise<Outcome> {
  const { db } = context;
  const ref = partners(db).doc(path.split("/").at(-1) ?? "");
  return db.runTransaction(async (transaction): Promise<Outcome> => {
    const partner = (await transaction.get(ref)).data();
    const { networkIds: were, ...rest } = partner ?? ({} as Partner);
    const are = currentIds(were ?? [], directory).filter((id) => id !== ref.id);
    if (!partner || !were || JSON.stringify(are) === JSON.stringify(were)) return "same";
    const next: Partner = {
      ...rest,
      ...(are.length > 0 && { networkIds: are }),
      ...{ version: partner.version + 1, updatedAt: context.now() },
    };
    transaction.set(ref, next);
    transaction.create(partnerHistoryOf(ref).doc(String(next.version)), {
      ...{ version: next.version, covers: 1, scope: ref.parent.path, at: next.updatedAt },
      ...{ action: "follow", requestId: operationId, by, byName },
      ...{ before: changesOf(partner, next), after: { ...next } },
    });
    return "changed";
  });
}
