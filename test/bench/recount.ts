/** (c) Reads all records of the entity with every change, and writes what they add up to into one document. */
import type { Firestore } from "firebase-admin/firestore";
import type { Cells } from "#domain/counting/cells.ts";
import type { CountingRules } from "#domain/counting/ledger.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { records } from "#functions/store/collections.ts";
import type { Tallies } from "../faults/findWrong.ts";
import type { ContenderKind } from "./Contender.ts";
import { pathOf, type Records } from "./changes.ts";
import { tallyOf } from "./tallyDocuments.ts";

/** An entity's tallies of all periods. */
interface Recounted {
  readonly tallies: Readonly<Record<string, Cells>>;
}

const recountedOf = (all: Records, rules: CountingRules): Recounted => ({
  tallies: Object.fromEntries(tallyOf(all, rules)),
});

async function loadRecords(db: Firestore, entityId: string): Promise<Records> {
  const { docs } = await records(db, entityId).get();
  return new Map(docs.map((record) => [pathOf(entityId, record.id), record.data()]));
}

async function held(db: Firestore): Promise<Tallies> {
  const { docs } = await db.collection("recounts").get();
  return new Map(docs.flatMap((each) => Object.entries((each.data() as Recounted).tallies)));
}

export const recount: ContenderKind = {
  start: ({ db, rules }) => ({
    async deliver({ after: { entityId } }) {
      await db.doc(`recounts/${entityId}`).set(recountedOf(await loadRecords(db, entityId), rules));
    },
    ready: async () => undefined,
    settle: async () => undefined,
    stop: async () => undefined,
  }),
  documentsOf(all, rules) {
    const byEntity = new Map<string, Map<string, DraftRecord>>();
    for (const [path, record] of all)
      byEntity.set(record.entityId, (byEntity.get(record.entityId) ?? new Map()).set(path, record));
    return new Map([...byEntity].map(([entityId, own]) => [`recounts/${entityId}`, recountedOf(own, rules)]));
  },
  held,
};
