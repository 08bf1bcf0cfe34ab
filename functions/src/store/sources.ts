/** Reads what can be counted: records, decisions and published editions, by their path. */
import type { DocumentReference, DocumentSnapshot, Firestore, Query } from "firebase-admin/firestore";
import { earlierContentsOf } from "../domain/counting/earlierContentsOf.ts";
import { foldersOf, type Source } from "../domain/counting/source.ts";
import { decisionSchema } from "../domain/decision.ts";
import { editionSchema } from "../domain/edition.ts";
import type { Rule } from "../domain/indicator.ts";
import type { Kind } from "../domain/record/kinds.ts";
import { draftRecordSchema } from "../domain/record/record.ts";
import { STATES } from "../domain/record/states.ts";
import { amendmentsOf } from "./collections.ts";
import { BadDocument, withDates } from "./converter.ts";
import { Overtaken } from "./optimistic.ts";

/** A document that may be counted, as it was found. */
export type Found =
  | { readonly path: string; readonly source: Source }
  /** There is none. */
  | { readonly path: string; readonly source?: undefined; readonly problem?: undefined }
  /** It is not what its schema says. */
  | {
      readonly path: string;
      readonly problem: string;
      readonly stamp: { version: number; updatedAt: Date };
      /** Whether it is among the sources that a sweep compares with the ledger. */
      readonly isCompared: boolean;
    };

type From = Source["from"];

/** What kind of source lies at a path. Throws on a path where nothing is counted. */
function fromOf(path: string): From {
  const [top = "", id = "", collection, recordId = "", ...rest] = path.split("/");
  if ((top === "decisions" || top === "editions") && id !== "" && collection === undefined) return top;
  if (top === "entities" && collection === "records" && recordId !== "" && rest.length === 0)
    return "records";
  throw new Error(`nothing to count at ${path}`);
}

/** The document at the path, unparsed: what cannot be read is told, not thrown. Throws where nothing is counted. */
export function sourceRef(db: Firestore, path: string): DocumentReference {
  fromOf(path);
  return db.doc(path);
}

const SCHEMAS = { records: draftRecordSchema, decisions: decisionSchema, editions: editionSchema } as const;

/** States of records that a ledger has entries of. */
export const ENTERED_STATES = STATES.filter((state) => state !== "draft");

const stampOf = (data: Readonly<Record<string, unknown>>) => ({
  version: Number.isInteger(data.version) && Number(data.version) >= 0 ? Number(data.version) : 0,
  updatedAt: data.updatedAt instanceof Date ? data.updatedAt : new Date(0),
});

/**
 * Parses a source as it was read, and reads what an amended record said before. A draft that cannot be read is as good as
 * none.
 *
 * @throws Overtaken when an amendment came in between
 */
export async function foundSource(snapshot: DocumentSnapshot): Promise<Found> {
  const { path } = snapshot.ref;
  const data = withDates(snapshot.data()) as Record<string, unknown> | undefined;
  if (data === undefined) return { path };
  const from = fromOf(path);
  const parsed = SCHEMAS[from].safeParse(data);
  if (!parsed.success) {
    const isCompared = from !== "records" || (ENTERED_STATES as readonly unknown[]).includes(data.state);
    if (!isCompared && data.state === "draft") return { path };
    return { path, problem: new BadDocument(path, parsed.error).message, stamp: stampOf(data), isCompared };
  }
  const source = { from, path, data: parsed.data } as Source;
  const amendments = source.from === "records" ? (source.data.derived?.amendments ?? 0) : 0;
  if (source.from !== "records" || amendments === 0 || source.data.state !== "approved")
    return { path, source };
  const { docs } = await amendmentsOf(snapshot.ref).where("state", "==", "approved").get();
  if (docs.length !== amendments) throw new Overtaken(`${path} was amended while it was read`);
  const earlier = earlierContentsOf(
    source.data,
    docs.map((amendment) => amendment.data()),
  );
  return { path, source: { ...source, earlier } };
}

/** Documents of one page, so that memory stays bounded whatever there is. */
const PAGE = 200;

/** Paths that follow each other. */
async function* pagesOf(db: Firestore, query: Query, after?: string): AsyncIterable<readonly string[]> {
  const page = query.select().orderBy("__name__").limit(PAGE);
  let last = after;
  for (let size = PAGE; size === PAGE; ) {
    const { docs } = await (last === undefined ? page : page.startAfter(db.doc(last))).get();
    size = docs.length;
    last = docs.at(-1)?.ref.path;
    if (size > 0) yield docs.map(({ ref }) => ref.path);
  }
}

/** The paths of all that lies in a collection of sources, page by page; drafts and unpublished editions among them. */
export const folderPages = (db: Firestore, folder: string): AsyncIterable<readonly string[]> =>
  pagesOf(db, db.collection(folder));

/** The sources that a rule may count: those of a collection, and of records those of a kind. */
export type SourceScope = Pick<Exclude<Rule, { source: "external" }>, "source"> & { readonly kind?: Kind };

/** Across all entities. Needs the collection-group index of `records` by kind. */
const queryOf = (db: Firestore, { source, kind }: SourceScope): Query => {
  if (source !== "records") return db.collection(source);
  const all = db.collectionGroup("records");
  return kind === undefined ? all : all.where("kind", "==", kind);
};

/** The paths of the scope page by page, from behind `after` on. */
export const scopePages = (
  db: Firestore,
  scope: SourceScope,
  after?: string,
): AsyncIterable<readonly string[]> => pagesOf(db, queryOf(db, scope), after);

/** How many sources a scope has: one read per thousand. */
export const countScope = async (db: Firestore, scope: SourceScope): Promise<number> =>
  (await queryOf(db, scope).count().get()).data().count;

/** All that counts for an entity as its lead, in no order. What cannot be read is left out, as counting does. */
export async function loadSourcesOf(db: Firestore, entityId: string): Promise<Source[]> {
  const found: Source[] = [];
  for (const folder of foldersOf(entityId))
    for await (const paths of folderPages(db, folder))
      for (const snapshot of await db.getAll(...paths.map((path) => db.doc(path)))) {
        const read = await foundSource(snapshot);
        if ("source" in read && read.source) found.push(read.source);
      }
  return found;
}
