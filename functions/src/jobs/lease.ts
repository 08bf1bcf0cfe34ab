/**
 * Coalesces work that many events ask for: few runs, one at a time, and the last wish is never lost.
 *
 * Whoever asks marks the lease document dirty or, if nobody is at work, takes it. The holder clears the mark *before*
 * it reads, works, and only lets go in a commit that finds no new mark; so a wish that arrives while it works makes it
 * work again. When the mark already stands and the holder is alive, asking writes nothing: the holder clears it later
 * than it was seen, and reads later still. That keeps the document cool under a burst: a few writes per run, however
 * many ask. What a run writes goes into the very commit that lets go, so that a holder which has lost the lease writes
 * nothing. A holder whose run fails lets go and leaves the mark: the next to ask, or `resume`, makes it. One that dies leaves
 * its name; once its time is up they take over.
 */
import { FieldValue, type Firestore, type UpdateData, type WriteBatch } from "firebase-admin/firestore";
import { type Lease, leases } from "../store/collections.ts";
import { whileOvertaken, writeIfUnchanged } from "../store/optimistic.ts";

/** Adds what a run has made to the commit that ends it. */
export type Outcome = (batch: WriteBatch) => void;

export interface Coalesced {
  readonly db: Firestore;
  readonly name: string;
  readonly now: () => Date;
  readonly sleep: (ms: number) => Promise<void>;
  /** An id of this holder that no other has. */
  readonly holder: string;
  /** How long a holder may be silent before another takes over, longer than any run. */
  readonly leaseMs: number;
  /** The least time between the end of a run and the next. */
  readonly pauseMs: number;
  /** One run: reads, and returns what to write. */
  readonly work: () => Promise<Outcome>;
}

const isHeld = (lease: Lease, now: Date): boolean =>
  lease.holder !== undefined && lease.until !== undefined && lease.until > now;

/** Whether a run is due: a wish that nobody works on, a run that was never finished, or the very first. */
const isDue = (lease: Lease | undefined, now: Date): boolean =>
  lease === undefined || ((lease.dirty || lease.holder !== undefined) && !isHeld(lease, now));

/** Asks for a run: makes one if nobody is at it, else leaves it to the holder. */
export const ask = (task: Coalesced): Promise<void> => runFrom(task, () => true);

/** Takes over what a dead holder has left, and makes the very first run; otherwise reads one document. */
export const resume = (task: Coalesced): Promise<void> => runFrom(task, isDue);

/** What to write to the lease, with what else in the same commit, and what to tell whoever asked for the step. */
interface Step {
  readonly lease?: UpdateData<Lease>;
  readonly outcome?: Outcome;
  /** Milliseconds until the next run; absent when there is none to be made by this holder. */
  readonly waitMs?: number;
}

async function runFrom(
  task: Coalesced,
  wanted: (lease: Lease | undefined, now: Date) => boolean,
): Promise<void> {
  let waitMs = await step(task, (lease, now) => take(task, lease, now, wanted));
  while (waitMs !== undefined) {
    if (waitMs > 0) {
      await task.sleep(waitMs);
      if ((await step(task, (lease, now) => begin(task, lease, now))) === undefined) return;
    }
    try {
      const outcome = await task.work();
      waitMs = await step(task, (lease, now) => finish(task, lease, now, outcome));
    } catch (error) {
      // Where Firestore does not answer, the lease lapses as a dead holder's does.
      await step(task, (lease, now) => giveUp(task, lease, now)).catch(() => {});
      throw error;
    }
  }
}

/** Reads the lease and commits what `decide` makes of it. */
const step = (
  task: Coalesced,
  decide: (lease: Lease | undefined, now: Date) => Step,
): Promise<number | undefined> =>
  whileOvertaken(async () => {
    const snapshot = await leases(task.db).doc(task.name).get();
    const { lease, outcome, waitMs } = decide(snapshot.data(), task.now());
    if (!lease) return waitMs;
    const batch = task.db.batch();
    outcome?.(batch);
    writeIfUnchanged(batch, snapshot, lease);
    await batch.commit();
    return waitMs;
  });

const holding = ({ holder, leaseMs }: Coalesced, now: Date) => ({
  ...{ dirty: false, holder, until: new Date(now.getTime() + leaseMs) },
});

function take(
  task: Coalesced,
  lease: Lease | undefined,
  now: Date,
  wanted: (lease: Lease | undefined, now: Date) => boolean,
): Step {
  if (!wanted(lease, now)) return {};
  // Taken already, by a commit whose answer was lost.
  if (lease?.holder === task.holder) return { waitMs: 0 };
  if (lease && isHeld(lease, now)) return lease.dirty ? {} : { lease: { dirty: true } };
  const waitMs = Math.max(0, (lease?.doneAt?.getTime() ?? 0) + task.pauseMs - now.getTime());
  return { lease: holding(task, now), waitMs };
}

const free = (doneAt: Date) => ({ holder: FieldValue.delete(), until: FieldValue.delete(), doneAt });

/** Clears the mark, since what it stands for will be read from now on, and extends the lease. */
const begin = (task: Coalesced, lease: Lease | undefined, now: Date): Step =>
  lease?.holder === task.holder ? { lease: holding(task, now), waitMs: 0 } : {};

/** Lets go, or goes on if something was marked meanwhile; another who took over works on what is newer. */
function finish(task: Coalesced, lease: Lease | undefined, now: Date, outcome: Outcome): Step {
  if (lease?.holder !== task.holder) return {};
  if (lease.dirty)
    return { outcome, lease: { ...holding(task, now), dirty: true, doneAt: now }, waitMs: task.pauseMs };
  return { outcome, lease: { dirty: false, ...free(now) } };
}

const giveUp = ({ holder }: Coalesced, lease: Lease | undefined, now: Date): Step =>
  lease?.holder === holder ? { lease: { dirty: true, ...free(now) } } : {};
