/** Reads the public records of a span of time as they come, approved or waiting for the Office, in the order of their days. */
import type { Firestore, Query, QueryDocumentSnapshot } from "firebase-admin/firestore";
import * as z from "zod";
import type { SpanRecord } from "../domain/annualReport/yearParts.ts";
import type { Day } from "../domain/calendar.ts";
import { KINDS } from "../domain/record/kinds.ts";
import { draftRecordSchema } from "../domain/record/record.ts";
import { asOf } from "./asOf.ts";
import { BadDocument, converterOf } from "./converter.ts";

/** Both days belong to it. */
export interface DaySpan {
  readonly first: Day;
  readonly last: Day;
  /** The day whose contents are read, if not the last one. */
  readonly cutOffOn?: Day;
}

/** Public fields alone, and those that say whether a record counts. */
const FIELDS = [
  ...["state", "involved", "kind", "isExample", "version", "entityId", "title", "happenedOn"],
  ...["partnerIds", "countries", "activityId", "sdgs", "populations"],
  "derived.amendments",
  ...["details.signedOn", "details.status", "details.maturity", "details.transferKind"],
  ...["details.participantCount", "details.amountCopCents", "details.amountUsdCents"],
  ...["details.amountEurCents", "details.amountCents", "details.currency"],
];

const recordConverter = converterOf(draftRecordSchema);

const ids = z.array(z.string()).default([]);
const schema = z.object({
  state: z.enum(["approved", "submitted"]),
  involved: z.array(z.string()),
  kind: z.enum(KINDS),
  isExample: z.boolean(),
  version: z.int().min(1),
  entityId: z.string(),
  title: z.string().default(""),
  happenedOn: z.string().default(""),
  partnerIds: ids,
  countries: ids,
  activityId: z.string().default(""),
  sdgs: ids,
  populations: ids,
  details: z.record(z.string(), z.unknown()).default({}),
  derived: z.object({ amendments: z.int().optional() }).default({}),
});

interface Read extends SpanRecord {
  readonly path: string;
  readonly isSigned: boolean;
}

const dayOf = ({
  happenedOn,
  details,
}: {
  happenedOn: string;
  details: Readonly<Record<string, unknown>>;
}) => {
  const { signedOn } = details;
  const isSigned = typeof signedOn === "string" && signedOn !== "";
  return { on: isSigned ? signedOn : happenedOn, isSigned };
};

/** The amended record as it was on the last day that is looked at; it stays where it is found today. */
async function earlier(db: Firestore, document: QueryDocumentSnapshot, day: Day) {
  const current = (await document.ref.withConverter(recordConverter).get()).data();
  if (!current) throw new Error(`${document.ref.path} went while it was read`);
  return schema.parse(await asOf(db, document.ref.path, current, day));
}

async function* read(db: Firestore, query: Query, cutOffOn: Day): AsyncIterable<Read> {
  for await (const item of query.select(...FIELDS).stream()) {
    const document = item as unknown as QueryDocumentSnapshot;
    const parsed = schema.safeParse(document.data());
    if (!parsed.success) throw new BadDocument(document.ref.path, parsed.error);
    if (parsed.data.isExample) continue;
    const isAmended = (parsed.data.derived.amendments ?? 0) > 0;
    const { isExample, happenedOn, derived, ...record } = isAmended
      ? await earlier(db, document, cutOffOn)
      : parsed.data;
    yield { ...record, ...dayOf(parsed.data), recordId: document.id, path: document.ref.path };
  }
}

/** The instruments that were signed in the span: some hundreds, which are held to be put in order. */
async function signedIn(
  db: Firestore,
  query: Query,
  { first, last, cutOffOn = last }: DaySpan,
): Promise<Read[]> {
  const found: Read[] = [];
  for await (const record of read(db, query.where("kind", "==", "instrument"), cutOffOn))
    if (record.isSigned && record.on >= first && record.on <= last) found.push(record);
  return found.sort((a, b) => (a.on < b.on || (a.on === b.on && a.path < b.path) ? -1 : 1));
}

/**
 * An instrument belongs to the day that it was signed on, if it was. Examples are left out.
 *
 * Needs the collection-group indexes `records`: state, disclosure, happenedOn and kind, state, disclosure; for one
 * entity's, those with involved before them.
 *
 * @param entityId - those alone that this entity leads or takes part in
 */
export async function* spanRecords(
  db: Firestore,
  span: DaySpan,
  entityId?: string,
): AsyncIterable<SpanRecord> {
  const all: Query = db.collectionGroup("records");
  const query = (entityId === undefined ? all : all.where("involved", "array-contains", entityId))
    .where("state", "in", ["approved", "submitted"])
    .where("disclosure", "==", "public");
  const signed = await signedIn(db, query, span);
  let at = 0;
  const happened = query
    .where("happenedOn", ">=", span.first)
    .where("happenedOn", "<=", span.last)
    .orderBy("happenedOn");
  for await (const record of read(db, happened, span.cutOffOn ?? span.last)) {
    if (record.isSigned) continue;
    for (let next = signed[at]; next && next.on <= record.on; next = signed[++at]) yield next;
    yield record;
  }
  yield* signed.slice(at);
}
