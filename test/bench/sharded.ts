/**
 * (d) Sharded counters with a periodic worker, as the Firebase extension "Distributed Counter" designs them: each client
 * adds to a shard of its own below the counter, so that clients do not meet; a worker, held to be the only one by a
 * document that all of its transactions read, listens to the shards, and once a second moves what they hold into the
 * counters and deletes them.
 *
 * The extension's worker runs for as long as there is much to do; at rest a schedule starts it once a minute. Here it
 * never rests, which flatters it: its figures are right within the second.
 */
import { setTimeout as sleep } from "node:timers/promises";
import type { DocumentSnapshot, Firestore } from "firebase-admin/firestore";
import { addCells, type Cells } from "#domain/counting/cells.ts";
import { tallyKeyOf } from "#domain/counting/ledger.ts";
import { loadTallies } from "../faults/findWrong.ts";
import type { ContenderKind, Setting } from "./Contender.ts";
import { differencesOf, increments } from "./increment.ts";
import { tallyDocuments } from "./tallyDocuments.ts";

const SHARDS = "_counter_shards_";
/** Clients that write at a time, each with a shard of its own in every counter that it adds to. */
const CLIENTS = 16;
/** Shards that a round takes at most, and milliseconds from round to round, as in the extension. */
const AT_ONCE = 499;
const ROUND_MS = 1_000;
/** The worker's lease. */
const WORKER = "workers/0000";

/** Moves the shards of one counter into it. */
async function aggregate(db: Firestore, counterPath: string, shards: readonly DocumentSnapshot[]) {
  await db.runTransaction(async (transaction) => {
    const [worker, counter, ...held] = await transaction.getAll(
      ...[db.doc(WORKER), db.doc(counterPath), ...shards.map(({ ref }) => db.doc(ref.path))],
    );
    if (!worker?.exists) return;
    const before: Cells = counter?.get("cells") ?? {};
    const cells = held.reduce((sum, shard) => addCells(sum, shard.get("cells") ?? {}), before);
    const tallyId = counterPath.split("/")[1] ?? "";
    transaction.set(db.doc(counterPath), { ...tallyKeyOf(tallyId), cells, updatedAt: new Date() });
    for (const shard of held) if (shard.exists) transaction.delete(db.doc(shard.ref.path));
  });
}

/** gRPC's ABORTED. */
const ABORTED = 10;

/** As in the extension, shards that are being written to are left to the next round. */
function leaveIfContended(error: unknown): void {
  if (!(error instanceof Error && "code" in error && error.code === ABORTED)) throw error;
}

/** Listens to the shards, and empties them once a second. */
function work({ db, apart, addReads }: Setting) {
  let shards: readonly DocumentSnapshot[] = [];
  let hasStopped = false;
  const query = apart.collectionGroup(SHARDS).orderBy("__name__").limit(AT_ONCE);
  const stopListening = query.onSnapshot((snapshot) => {
    shards = snapshot.docs;
    addReads(snapshot.docChanges().filter(({ type }) => type !== "removed").length);
  });
  const round = async () => {
    const byCounter = Map.groupBy(shards, ({ ref }) => ref.parent.parent?.path ?? "");
    await Promise.all([...byCounter].map(([path, own]) => aggregate(db, path, own).catch(leaveIfContended)));
  };
  const rounds = async () => {
    while (!hasStopped) {
      await sleep(ROUND_MS);
      await round();
    }
  };
  const running = rounds();
  const settle = async () => {
    while (!(await query.limit(1).get()).empty) await sleep(50);
  };
  const stop = async () => {
    hasStopped = true;
    stopListening();
    await running;
  };
  return { settle, stop };
}

export const sharded: ContenderKind = {
  start(setting) {
    const { db, rules } = setting;
    let deliveries = 0;
    const worker = work(setting);
    return {
      async deliver(change) {
        const client = `client-${deliveries++ % CLIENTS}`;
        const batch = db.batch();
        for (const { tallyId, cells } of differencesOf(change, rules)) {
          const shard = db.doc(`tallies/${tallyId}/${SHARDS}/${client}`);
          batch.set(shard, { cells: increments(cells) }, { merge: true });
        }
        await batch.commit();
      },
      ready: async () => undefined,
      settle: worker.settle,
      stop: worker.stop,
    };
  },
  documentsOf: (records, rules) => new Map([...tallyDocuments(records, rules), [WORKER, { slice: "all" }]]),
  held: loadTallies,
};
