/**
 * What this computer keeps for a person, in IndexedDB: a database for each account, so that nobody finds another's.
 *
 * `drafts`, `files` and `outbox` are what Bitácora does not have yet; the rest is a copy of what it has, and may go at any
 * time.
 */
import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import type { DraftRecord } from "#domain/record/record.ts";
import type { LocalDraft } from "../app/record/localDrafts.ts";
import { isUnreachable } from "../data/isUnreachable.ts";
import type { Stored } from "../data/read.ts";
import type { KeptFile } from "./keptFiles.ts";
import type { MirrorRow } from "./MirrorRow.ts";
import type { Queued } from "./Outbox.ts";

interface Schema extends DBSchema {
  /** By `entityId/recordId`, as the outbox. */
  drafts: { key: string; value: LocalDraft };
  outbox: { key: string; value: Queued };
  /** By `entityId/recordId/id`. */
  files: { key: string; value: KeptFile };
  /** Of each record that lists show what they need, and all of it; both by its path. */
  rows: { key: string; value: MirrorRow };
  records: { key: string; value: Stored<DraftRecord> };
  /** What the app needs to start without a connection. */
  start: { key: string; value: unknown };
}

export type LocalDatabase = IDBPDatabase<Schema>;

const PREFIX = "bitacora/";
/** A copy that another version of the app made is made anew. */
const VERSION = 2;
const COPIES = ["rows", "records", "start"] as const;

const opened = new Map<string, Promise<LocalDatabase>>();

/** The account's database; the same one however often it is asked for. */
export function localDatabase(uid: string): Promise<LocalDatabase> {
  const database = opened.get(uid) ?? open(uid);
  opened.set(uid, database);
  return database;
}

const open = (uid: string): Promise<LocalDatabase> =>
  openDB<Schema>(`${PREFIX}${uid}`, VERSION, {
    upgrade: (database) => {
      for (const name of COPIES) {
        if (database.objectStoreNames.contains(name)) database.deleteObjectStore(name);
        database.createObjectStore(name);
      }
      for (const name of ["drafts", "outbox", "files"] as const)
        if (!database.objectStoreNames.contains(name)) database.createObjectStore(name);
    },
    // Another tab deletes it, or has a newer version of the app.
    blocking: () => void close(uid),
  });

async function close(uid: string): Promise<void> {
  const database = opened.get(uid);
  opened.delete(uid);
  (await database)?.close();
}

/** Forgets what was copied from Bitácora; what was never sent stays. */
export async function forgetCopies(uid: string): Promise<void> {
  const change = (await localDatabase(uid)).transaction(COPIES, "readwrite");
  await Promise.all([...COPIES.map((name) => change.objectStore(name).clear()), change.done]);
}

/** The other accounts that have something here. */
export async function otherAccounts(uid: string): Promise<string[]> {
  const names = (await indexedDB.databases()).map(({ name }) => name ?? "");
  return names
    .filter((name) => name.startsWith(PREFIX) && name !== `${PREFIX}${uid}`)
    .map((name) => name.slice(PREFIX.length));
}

/** What is kept under the name to start without a connection. */
export const keptForStart = async <T>(uid: string, name: string): Promise<T | undefined> =>
  (await (await localDatabase(uid)).get("start", name)) as T | undefined;

export const keepForStart = async (uid: string, name: string, value: unknown): Promise<void> =>
  void (await (await localDatabase(uid)).put("start", value, name));

/** What `load` brings, kept for the next time; what was kept, when Bitácora cannot be reached. */
export async function loadedOrKept<T>(uid: string, name: string, load: () => Promise<T>): Promise<T> {
  try {
    const value = await load();
    await keepForStart(uid, name, value);
    return value;
  } catch (error) {
    const kept = isUnreachable(error) ? await keptForStart<T>(uid, name) : undefined;
    if (kept === undefined) throw error;
    return kept;
  }
}
