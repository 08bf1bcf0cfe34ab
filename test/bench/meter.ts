/** Counts the documents that transactions read and write, every attempt of them. */
import type { Firestore, Transaction } from "firebase-admin/firestore";

export interface Meter {
  reads: number;
  writes: number;
}

/** Counts all transactions of this database from now on. */
export function meter(db: Firestore): Meter {
  const counted: Meter = { reads: 0, writes: 0 };
  const run = db.runTransaction.bind(db);
  const reading = new Set(["get", "getAll"]);
  const writing = new Set(["create", "set", "update", "delete"]);
  const watched = (transaction: Transaction): Transaction =>
    new Proxy(transaction, {
      get(target, key) {
        const member: unknown = Reflect.get(target, key);
        if (typeof member !== "function") return member;
        return (...args: unknown[]) => {
          if (reading.has(String(key))) counted.reads += args.length;
          if (writing.has(String(key))) counted.writes += 1;
          return Reflect.apply(member, target, args);
        };
      },
    });
  db.runTransaction = (work, options) => run((transaction) => work(watched(transaction)), options);
  return counted;
}
