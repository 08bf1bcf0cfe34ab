/** Counts the documents that are read by their path and those that are written, every attempt of them. */
import type { Firestore, WriteBatch } from "firebase-admin/firestore";

export interface Meter {
  reads: number;
  writes: number;
}

/** Counts `getAll` and batches of this database from now on, which is all that a roll-up uses. */
export function meter(db: Firestore): Meter {
  const counted: Meter = { reads: 0, writes: 0 };
  const writing = new Set(["create", "set", "update", "delete"]);
  const getAll = db.getAll.bind(db);
  const batch = db.batch.bind(db);
  const watched = (target: WriteBatch): WriteBatch =>
    new Proxy(target, {
      get(_, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          if (writing.has(String(key))) counted.writes += 1;
          return Reflect.apply(member, target, args);
        };
      },
    });
  db.getAll = (...refs) => {
    counted.reads += refs.length;
    return getAll(...refs);
  };
  db.batch = () => watched(batch());
  return counted;
}
