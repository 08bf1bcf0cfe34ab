/** Counts what passes between a way of counting and Firestore, every attempt of it, and how often documents are written. */
import { DocumentSnapshot, type Firestore, QuerySnapshot } from "firebase-admin/firestore";
import { tapped } from "../support/tapped.ts";

export interface Meter {
  /** The database to be used, so that it is counted. */
  readonly db: Firestore;
  /** Documents read, as billed: one for an empty answer, one for each thousand that an aggregation counts. */
  reads: number;
  /** Documents written or deleted. */
  writes: number;
  /** For each document, the instants at which it was written, in milliseconds. */
  readonly writtenAt: Map<string, number[]>;
}

const SECOND_MS = 1_000;

function readsIn(answer: unknown): number {
  if (Array.isArray(answer)) return answer.length;
  if (answer instanceof QuerySnapshot) return Math.max(1, answer.size);
  if (answer instanceof DocumentSnapshot) return 1;
  const { count } = (answer as { data(): { count: number } }).data();
  return Math.max(1, Math.ceil(count / 1_000));
}

/** @param now - milliseconds of the clock that the writes are dated by */
export function meterOn(db: Firestore, now: () => number = Date.now): Meter {
  const meter: Meter = {
    ...{ reads: 0, writes: 0, writtenAt: new Map() },
    db: tapped(db, async ({ writes }, send) => {
      meter.writes += writes.length;
      for (const path of writes) meter.writtenAt.set(path, [...(meter.writtenAt.get(path) ?? []), now()]);
      const answer = await send();
      if (writes.length === 0) meter.reads += readsIn(answer);
      return answer;
    }),
  };
  return meter;
}

/** The most writes of one document within so many seconds, wherever these begin, per second. */
export function hottest({ writtenAt }: Pick<Meter, "writtenAt">, seconds: number, prefix = ""): number {
  const spanMs = seconds * SECOND_MS;
  let most = 0;
  for (const [path, instants] of writtenAt) {
    if (!path.startsWith(prefix)) continue;
    let first = 0;
    for (const [last, at] of instants.entries()) {
      while (at - (instants[first] ?? at) >= spanMs) first += 1;
      most = Math.max(most, last - first + 1);
    }
  }
  return most / seconds;
}
