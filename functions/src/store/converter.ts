/** Turns documents into the domain's types as they are read; a bad document fails loudly, with its path. */
import { type FirestoreDataConverter, Timestamp } from "firebase-admin/firestore";
import * as z from "zod";

/** Firestore's instants as the domain's: every Timestamp, however deep, becomes a Date. */
export function withDates(value: unknown): unknown {
  if (value instanceof Timestamp) return value.toDate();
  if (Array.isArray(value)) return value.map(withDates);
  if (typeof value !== "object" || value === null || Object.getPrototypeOf(value) !== Object.prototype)
    return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, withDates(inner)]));
}

/** A stored document that is not what its schema says. */
export class BadDocument extends Error {
  constructor(path: string, error: z.core.$ZodError) {
    const issues = error.issues.map((issue) => `${issue.path.join(".")}: ${issue.message}`);
    super(`bad document ${path}: ${issues.join("; ")}`);
    this.name = "BadDocument";
  }
}

/** Parses on read. Throws `BadDocument`. Writes are passed on: what is written comes from the domain's types. */
export const converterOf = <T extends object>(
  schema: z.core.$ZodType<T, unknown>,
): FirestoreDataConverter<T> => ({
  fromFirestore(snapshot) {
    const parsed = z.safeParse(schema, withDates(snapshot.data()));
    if (!parsed.success) throw new BadDocument(snapshot.ref.path, parsed.error);
    return parsed.data;
  },
  toFirestore: (document) => document as FirebaseFirestore.DocumentData,
});
