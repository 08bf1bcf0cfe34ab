/** Reads the records that citizens may see, across all entities, as they come. */
import type { Firestore } from "firebase-admin/firestore";
import * as z from "zod";
import type { Kind } from "../domain/record/kinds.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { allRecords } from "./collections.ts";
import { BadDocument } from "./converter.ts";

const PUBLIC = ["disclosure", "==", "public"] as const;

/**
 * Records of one kind that are approved and public, examples left out, with their paths.
 * Needs the collection-group index `records`: kind, state, disclosure.
 */
export async function* publicRecords<K extends Kind>(
  db: Firestore,
  kind: K,
): AsyncIterable<{ path: string; record: Extract<DraftRecord, { kind: K }> }> {
  const query = allRecords(db)
    .where("kind", "==", kind)
    .where("state", "==", "approved")
    .where(...PUBLIC);
  for await (const snapshot of query.stream()) {
    const document = snapshot as unknown as FirebaseFirestore.QueryDocumentSnapshot<DraftRecord>;
    const record = document.data();
    if (!record.isExample)
      yield { path: document.ref.path, record: record as Extract<DraftRecord, { kind: K }> };
  }
}

/** What tells who took part in a record, and whether it counts. */
const tracesSchema = z.object({
  state: z.enum(["approved", "submitted"]),
  involved: z.array(z.string()),
});
export type Trace = z.infer<typeof tracesSchema>;

const rawTraceSchema = z.object({
  ...tracesSchema.shape,
  kind: z.string(),
  isExample: z.boolean(),
  details: z.object({ signedOn: z.string().optional() }).optional(),
});

async function* tracesOf(query: FirebaseFirestore.Query): AsyncIterable<z.infer<typeof rawTraceSchema>> {
  const fields = query.select("state", "involved", "kind", "isExample", "details.signedOn");
  for await (const snapshot of fields.stream()) {
    const document = snapshot as unknown as FirebaseFirestore.QueryDocumentSnapshot;
    const parsed = rawTraceSchema.safeParse(document.data());
    if (!parsed.success) throw new BadDocument(document.ref.path, parsed.error);
    if (!parsed.data.isExample) yield parsed.data;
  }
}

/**
 * Who took part in each public record of a year, approved or waiting for the Office. An instrument belongs to the
 * year that it was signed in, if it was. Needs the collection-group indexes `records`: state, disclosure, happenedOn
 * and kind, state, disclosure.
 */
export async function* publicTraces(db: Firestore, year: number): AsyncIterable<Trace> {
  const [first, last] = [`${year}-01-01`, `${year}-12-31`];
  const records = db
    .collectionGroup("records")
    .where("state", "in", ["approved", "submitted"])
    .where(...PUBLIC);
  for await (const trace of tracesOf(
    records.where("happenedOn", ">=", first).where("happenedOn", "<=", last),
  ))
    if (!trace.details?.signedOn) yield trace;
  for await (const trace of tracesOf(records.where("kind", "==", "instrument"))) {
    const signedOn = trace.details?.signedOn ?? "";
    if (signedOn >= first && signedOn <= last) yield trace;
  }
}
