/** Reads documents of Firestore and parses them; a bad document fails loudly, with its path. */
import {
  collection,
  type DocumentSnapshot,
  doc,
  getDoc,
  getDocs,
  type Query,
  Timestamp,
} from "firebase/firestore/lite";
import * as z from "zod/mini";
import { services } from "./firebase.ts";
import { noticing } from "./refusals.ts";

/** A document with where it was found. */
export interface Stored<T> {
  readonly id: string;
  readonly path: string;
  readonly data: T;
}

/** Firestore's instants as the domain's: every Timestamp, however deep, becomes a Date. */
function withDates(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDates(inner)]));
}

/** The document, parsed; a bad one fails loudly, with its path. */
export function stored<T>(snapshot: DocumentSnapshot, schema: z.core.$ZodType<T, unknown>): Stored<T> {
  const parsed = z.safeParse(schema, withDates(snapshot.data()));
  if (!parsed.success) throw new Error(`bad document ${snapshot.ref.path}: ${parsed.error.message}`);
  return { id: snapshot.id, path: snapshot.ref.path, data: parsed.data };
}

/** The document, or `undefined` if there is none. Throws where the rules refuse. */
export async function readOne<T>(
  path: string,
  schema: z.core.$ZodType<T, unknown>,
): Promise<Stored<T> | undefined> {
  const snapshot = await noticing(getDoc(doc(services().db, path)));
  return snapshot.exists() ? stored(snapshot, schema) : undefined;
}

export async function readQuery<T>(query: Query, schema: z.core.$ZodType<T, unknown>): Promise<Stored<T>[]> {
  return (await noticing(getDocs(query))).docs.map((snapshot) => stored(snapshot, schema));
}

export const readCollection = <T>(path: string, schema: z.core.$ZodType<T, unknown>): Promise<Stored<T>[]> =>
  readQuery(collection(services().db, path), schema);
