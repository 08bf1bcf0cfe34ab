/** A Firestore whose every request passes by a tap, to be counted, or to fail. */
import { DocumentReference, type Firestore, type Transaction, WriteBatch } from "firebase-admin/firestore";

/** A request that is about to be sent. */
export interface Request {
  /** Paths of the documents that it writes, one for each write of a commit; none for a read. */
  readonly writes: readonly string[];
}

/** Called in the place of each request: sends it when, and as often as, it calls `send`. Returns what the caller gets. */
export type Tap = (request: Request, send: () => Promise<unknown>) => Promise<unknown>;

const WRITES = new Set<string | symbol>(["create", "set", "update", "delete"]);
const READ: Request = { writes: [] };

/** The real objects behind those that are handed out. */
const originals = new WeakMap<object, object>();

const original = (value: unknown): unknown =>
  (typeof value === "object" && value !== null && originals.get(value)) || value;

function standIn<T extends object>(target: T, answer: (key: string | symbol, member: Method) => Method): T {
  const proxy = new Proxy(target, {
    get(_, key) {
      const member: unknown = Reflect.get(target, key);
      if (typeof member !== "function") return member;
      const bound: Method = (...args) => Reflect.apply(member, target, args.map(original));
      return answer(key, bound);
    },
  });
  originals.set(proxy, target);
  return proxy;
}

type Method = (...args: readonly unknown[]) => unknown;

/** References, queries and aggregations. */
const isAskable = (made: unknown): made is object =>
  typeof made === "object" && made !== null && "get" in made && typeof made.get === "function";

/** A reference or query; those that are made from it are tapped too. */
function tappedQuery<T extends object>(target: T, tap: Tap): T {
  return standIn(target, (key, call) => (...args) => {
    const send = async () => call(...args);
    if (key === "get") return tap(READ, send);
    if (target instanceof DocumentReference && WRITES.has(key)) return tap({ writes: [target.path] }, send);
    const made = call(...args);
    return isAskable(made) ? tappedQuery(made, tap) : made;
  });
}

/** Notes what is written with each call. */
const noting =
  (writes: string[], key: string | symbol, call: Method): Method =>
  (...args) => {
    const ref = original(args[0]);
    if (WRITES.has(key) && ref instanceof DocumentReference) writes.push(ref.path);
    return call(...args);
  };

function tappedBatch(batch: WriteBatch, tap: Tap): WriteBatch {
  const writes: string[] = [];
  const proxy: WriteBatch = standIn(batch, (key, call) => {
    if (key === "commit") return () => tap({ writes }, async () => call());
    const note = noting(writes, key, call);
    return (...args) => (note(...args) === batch ? proxy : undefined);
  });
  return proxy;
}

/** Each attempt's reads pass by the tap, and then its writes at once: they are sent after that, by the library. */
const tappedAttempt =
  (attempt: (transaction: Transaction) => Promise<unknown>, tap: Tap) => async (transaction: Transaction) => {
    const writes: string[] = [];
    const result = await attempt(
      standIn(transaction, (key, call) =>
        key === "get" || key === "getAll"
          ? (...args) => tap(READ, async () => call(...args))
          : noting(writes, key, call),
      ),
    );
    if (writes.length > 0) await tap({ writes }, async () => undefined);
    return result;
  };

/**
 * The same database behind a tap. Snapshots are handed on as they are: what is read or written through their own
 * references does not pass by, nor do streams, bulk writers and listeners.
 */
export function tapped(db: Firestore, tap: Tap): Firestore {
  return standIn(db, (key, call) => (...args) => {
    if (key === "getAll") return tap(READ, async () => call(...args));
    if (key === "runTransaction") {
      const [attempt, ...options] = args;
      return call(tappedAttempt(attempt as Parameters<Firestore["runTransaction"]>[0], tap), ...options);
    }
    const made = call(...args);
    if (made instanceof WriteBatch) return tappedBatch(made, tap);
    return isAskable(made) ? tappedQuery(made, tap) : made;
  });
}
