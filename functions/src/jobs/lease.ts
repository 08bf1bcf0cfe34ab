/**
 * Coalesces work that many events ask for: few runs, one at a time, and the last wish is never lost.
 *
 * Whoever asks marks the lease document dirty or, if nobody is at work, takes it. The holder clears the mark *before*
 * it reads, works, and only lets go in a transaction that finds no new mark; so a wish that arrives while it works makes
 * it work again. When the mark already stands and the holder is alive, asking writes nothing: the holder clears it
 * later than it was seen, and reads later still. That keeps the document cool under a burst: a few writes per run,
 * however many ask. A holder that dies leaves its name; once its time is up the next to ask, or `resume`, takes over.
 */
import type { Firestore, Transaction } from "firebase-admin/firestore";
import { type Lease, leases } from "../store/collections.ts";

export interface LeaseTimes {
  /** How long a holder may be silent before another takes over, longer than any run. */
  readonly leaseMs: number;
  /** The least time between the ends of two runs. */
  readonly pauseMs: number;
}

export interface Coalesced extends LeaseTimes {
  readonly db: Firestore;
  readonly name: string;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** An id of this holder that no other has. */
  readonly holder: string;
  /** One run. `stillMine` is called in the transaction that writes its outcome, and throws if the lease was lost. */
  readonly work: (stillMine: (transaction: Transaction) => Promise<void>) => Promise<void>;
}

export class LeaseLost extends Error {}

const CLEAN: Lease = { dirty: false };

const isHeld = (lease: Lease, now: Date): boolean =>
  lease.holder !== undefined && lease.until !== undefined && lease.until > now;

/** Whether a run is due: a wish that nobody works on, or a run that was never finished. */
const isDue = (lease: Lease | undefined, now: Date): boolean =>
  lease === undefined || ((lease.dirty || lease.holder !== undefined) && !isHeld(lease, now));

/** Asks for a run: makes one if nobody is at it, else leaves it to the holder. */
export async function ask(task: Coalesced): Promise<void> {
  const seen = (await leases(task.db).doc(task.name).get()).data() ?? CLEAN;
  if (seen.dirty && isHeld(seen, task.now())) return;
  await runWhile(task, await take(task, () => true));
}

/** Takes over what a dead holder has left, and makes the very first run; otherwise reads one document. */
export async function resume(task: Coalesced): Promise<void> {
  const seen = (await leases(task.db).doc(task.name).get()).data();
  if (!isDue(seen, task.now())) return;
  await runWhile(task, await take(task, isDue));
}

/** Milliseconds to wait before the run; `undefined` when it is another's. */
async function take(
  task: Coalesced,
  wanted: (lease: Lease | undefined, now: Date) => boolean,
): Promise<number | undefined> {
  const ref = leases(task.db).doc(task.name);
  return task.db.runTransaction(async (transaction) => {
    const lease = (await transaction.get(ref)).data();
    const now = task.now();
    if (!wanted(lease, now)) return undefined;
    if (lease && isHeld(lease, now)) {
      if (!lease.dirty) transaction.set(ref, { ...lease, dirty: true });
      return undefined;
    }
    const waitMs = Math.max(0, (lease?.doneAt?.getTime() ?? 0) + task.pauseMs - now.getTime());
    transaction.set(ref, { ...CLEAN, ...(lease?.doneAt && { doneAt: lease.doneAt }), ...holding(task, now) });
    return waitMs;
  });
}

const holding = ({ holder, leaseMs }: Coalesced, now: Date) => ({
  holder,
  until: new Date(now.getTime() + leaseMs),
});

async function runWhile(task: Coalesced, firstWait: number | undefined): Promise<void> {
  let waitMs = firstWait;
  try {
    while (waitMs !== undefined) {
      if (waitMs > 0) {
        await task.sleep(waitMs);
        await begin(task);
      }
      await task.work(async (transaction) => void (await mine(task, transaction)));
      waitMs = await finish(task);
    }
  } catch (error) {
    // Another has taken over, and works on what is newer.
    if (!(error instanceof LeaseLost)) throw error;
  }
}

async function mine(task: Coalesced, transaction: Transaction): Promise<Lease> {
  const lease = (await transaction.get(leases(task.db).doc(task.name))).data();
  if (lease?.holder !== task.holder) throw new LeaseLost(`${task.name} is held by ${lease?.holder}`);
  return lease;
}

/** Clears the mark, since what it stands for will be read from now on, and extends the lease. */
const begin = (task: Coalesced): Promise<void> =>
  task.db.runTransaction(async (transaction) => {
    const lease = await mine(task, transaction);
    transaction.set(leases(task.db).doc(task.name), { ...lease, dirty: false, ...holding(task, task.now()) });
  });

/** Lets go, or, if something was marked meanwhile, returns how long to wait before the next run. */
const finish = (task: Coalesced): Promise<number | undefined> =>
  task.db.runTransaction(async (transaction) => {
    const lease = await mine(task, transaction);
    const now = task.now();
    const next = lease.dirty ? { ...lease, ...holding(task, now) } : CLEAN;
    transaction.set(leases(task.db).doc(task.name), { ...next, doneAt: now });
    return lease.dirty ? task.pauseMs : undefined;
  });
