/** Files of records as this computer keeps them, from the moment they are picked until Bitácora has them. */
import type { EvidenceType } from "#domain/evidence.ts";
import type { RecordAddress } from "../data/records.ts";
import { localDatabase } from "./localDatabase.ts";
import { addressKey } from "./Outbox.ts";
import { watchWrite } from "./refusedStorage.ts";

export interface KeptFile extends RecordAddress {
  readonly id: string;
  readonly file: File;
  readonly name: string;
  readonly type: EvidenceType;
  /** Bitácora may have heard of it. */
  readonly isAnnounced: boolean;
}

const keyOf = (address: RecordAddress, id: string): string => `${addressKey(address)}/${id}`;

const rangeOf = (address: RecordAddress): IDBKeyRange => {
  const key = addressKey(address);
  return IDBKeyRange.bound(`${key}/`, `${key}/\uffff`);
};

const listeners = new Set<() => void>();
const tell = () => {
  for (const listener of listeners) listener();
};

/** Calls the listener when this tab keeps a file, or forgets one; returns what stops that. */
export function onKeptFiles(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Whether this computer could keep it. */
export async function keepFile(uid: string, file: KeptFile): Promise<boolean> {
  const written = localDatabase(uid).then((database) => database.put("files", file, keyOf(file, file.id)));
  watchWrite(written);
  const isKept = await written.then(
    () => true,
    () => false,
  );
  tell();
  return isKept;
}

export async function forgetFile(uid: string, address: RecordAddress, id: string): Promise<void> {
  await (await localDatabase(uid)).delete("files", keyOf(address, id));
  tell();
}

/** Forgets those of a record that is no more. */
export async function forgetFilesOf(uid: string, address: RecordAddress): Promise<void> {
  await (await localDatabase(uid)).delete("files", rangeOf(address));
  tell();
}

export const isFileKept = async (uid: string, address: RecordAddress, id: string): Promise<boolean> =>
  (await (await localDatabase(uid)).getKey("files", keyOf(address, id))) !== undefined;

/** The record's, in the order of their ids. */
export const keptFilesOf = async (uid: string, address: RecordAddress): Promise<KeptFile[]> =>
  (await localDatabase(uid)).getAll("files", rangeOf(address));

export const hasKeptFiles = async (uid: string, address: RecordAddress): Promise<boolean> =>
  (await (await localDatabase(uid)).count("files", rangeOf(address))) > 0;

/** The record that each kept file belongs to. */
export async function ownersOfKeptFiles(uid: string): Promise<RecordAddress[]> {
  const keys = await (await localDatabase(uid)).getAllKeys("files");
  return keys.map((key) => {
    const [entityId = "", recordId = ""] = key.split("/");
    return { entityId, recordId };
  });
}
