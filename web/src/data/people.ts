/** People with access, as administrators read them, and what they do with them. */
import { collectionGroup, query, where } from "firebase/firestore/lite";
import {
  type Access,
  type AccessEntry,
  accessEntrySchema,
  accessSchema,
  type Claims,
} from "#domain/access.ts";
import { call } from "./call.ts";
import { services } from "./firebase.ts";
import { readCollection, readOne, readQuery, type Stored } from "./read.ts";

export type Person = Stored<Access>;

const byName = (a: { name: string }, b: { name: string }): number => a.name.localeCompare(b.name, "es");

/** All who may come in, by name. */
export const loadPeople = async (): Promise<Person[]> =>
  (await readCollection("access", accessSchema)).toSorted((a, b) => byName(a.data, b.data));

/** The last revocation of each who was let in once and is no more, the latest first. */
export async function loadRevoked(people: readonly Person[]): Promise<Stored<AccessEntry>[]> {
  const revocations = query(collectionGroup(services().db, "history"), where("action", "==", "revoke"));
  const found = (await readQuery(revocations, accessEntrySchema)).toSorted(
    (a, b) => b.data.at.getTime() - a.data.at.getTime(),
  );
  const known = new Set(people.map(({ id }) => id));
  return found.filter(({ path }) => {
    const uid = uidIn(path);
    if (known.has(uid)) return false;
    known.add(uid);
    return true;
  });
}

/** Whose history the entry at this path belongs to. */
export const uidIn = (path: string): string => path.split("/")[1] ?? "";

export interface PersonWithHistory {
  /** Absent for who has no access any more. */
  readonly access: Access | undefined;
  /** The latest first. */
  readonly history: readonly AccessEntry[];
}

export async function loadPerson(uid: string): Promise<PersonWithHistory> {
  const [access, history] = await Promise.all([
    readOne(`access/${uid}`, accessSchema),
    readCollection(`access/${uid}/history`, accessEntrySchema),
  ]);
  return {
    access: access?.data,
    history: history.map(({ data }) => data).toSorted((a, b) => b.version - a.version),
  };
}

export interface Grant extends Claims {
  readonly requestId: string;
  readonly email: string;
  readonly name: string;
  readonly version: number;
}

export const grantAccess = (grant: Grant): Promise<{ uid: string }> => call("grantAccess", { ...grant });

export const revokeAccess = (revocation: { requestId: string; uid: string; version: number }) =>
  call<{ uid: string }>("revokeAccess", revocation);
