/**
 * Compares a folder of sources with its ledger entries by what Firestore adds up, without reading either: one read for
 * each thousand. The ledger never runs ahead of a source, so that equal counts and equal sums of versions mean that each
 * entry is at its source's version; only two differences within one span can hide each other, and not in all spans.
 */
import { AggregateField, type Firestore, type Query, Timestamp } from "firebase-admin/firestore";
import { credits } from "./collections.ts";
import { ENTERED_STATES } from "./sources.ts";

/** A span of instants in milliseconds since 1970, both included. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

/** How many documents there are, and the sum of their versions. */
interface Sums {
  readonly count: number;
  readonly versions: number;
}

export interface Comparison {
  readonly sources: Sums;
  readonly entries: Sums;
  readonly isEqual: boolean;
  /** Reads that Firestore bills for it. */
  readonly reads: number;
}

const COUNTED_PER_READ = 1_000;
export const readsOf = (count: number): number => Math.max(1, Math.ceil(count / COUNTED_PER_READ));

/**
 * The sources that have an entry: not drafts, not unpublished editions. Needs the indexes `records`: state, updatedAt,
 * version, and single fields of `decisions` and `editions`.
 */
const sourcesIn = (db: Firestore, folder: string): Query => {
  if (folder === "editions") return db.collection(folder).where("publishedAt", ">", Timestamp.fromMillis(0));
  const all = db.collection(folder);
  return folder === "decisions" ? all : all.where("state", "in", ENTERED_STATES);
};

/** Needs the index `credits`: folder, sourceUpdatedAt, sourceVersion. */
const entriesIn = (db: Firestore, folder: string): Query =>
  db.collection(credits(db).path).where("folder", "==", folder);

const within = (query: Query, field: string, span: Span | undefined): Query =>
  span === undefined
    ? query
    : query
        .where(field, ">=", Timestamp.fromMillis(span.from))
        .where(field, "<", Timestamp.fromMillis(span.to + 1));

/** Editions bear no version, and Firestore leaves what lacks the field out of the count too: they are counted alone. */
async function sumsOf(query: Query, folder: string, version: string): Promise<Sums> {
  if (folder === "editions") return { count: (await query.count().get()).data().count, versions: 0 };
  const all = { count: AggregateField.count(), versions: AggregateField.sum(version) };
  return (await query.aggregate(all).get()).data();
}

/** Both sides added up: all of the folder, or what was written within a span. */
export async function compare(db: Firestore, folder: string, span?: Span): Promise<Comparison> {
  const [sources, entries] = await Promise.all([
    sumsOf(within(sourcesIn(db, folder), "updatedAt", span), folder, "version"),
    sumsOf(within(entriesIn(db, folder), "sourceUpdatedAt", span), folder, "sourceVersion"),
  ]);
  const isEqual = sources.count === entries.count && sources.versions === entries.versions;
  return { sources, entries, isEqual, reads: readsOf(sources.count) + readsOf(entries.count) };
}

/** From the first to the last instant at which anything in the folder was written, on either side: four reads. */
export async function spanOf(db: Firestore, folder: string): Promise<Span | undefined> {
  const end = async (query: Query, field: string, direction: "asc" | "desc") => {
    const { docs } = await query.orderBy(field, direction).limit(1).select(field).get();
    const at: unknown = docs[0]?.get(field);
    return at instanceof Timestamp ? [at.toMillis()] : [];
  };
  const ends = await Promise.all(
    (["asc", "desc"] as const).flatMap((direction) => [
      end(datedIn(db, folder), "updatedAt", direction),
      end(entriesIn(db, folder), "sourceUpdatedAt", direction),
    ]),
  );
  const instants = ends.flat();
  return instants.length === 0 ? undefined : { from: Math.min(...instants), to: Math.max(...instants) };
}

/** Two inequalities ask for an index of their own: all editions have a date, and there are few. */
const datedIn = (db: Firestore, folder: string): Query =>
  folder === "editions" ? db.collection(folder) : sourcesIn(db, folder);

/** The paths of sources written within the span that are not as their entry says, on either side; reads all of them. */
export async function differencesIn(
  db: Firestore,
  folder: string,
  span: Span,
): Promise<{ paths: string[]; reads: number }> {
  const [sources, entries] = await Promise.all([
    within(sourcesIn(db, folder), "updatedAt", span).select("version").get(),
    within(entriesIn(db, folder), "sourceUpdatedAt", span).select("sourcePath", "sourceVersion").get(),
  ]);
  const versions = new Map<string, unknown>(
    entries.docs.map((entry) => [String(entry.get("sourcePath")), entry.get("sourceVersion")]),
  );
  const differing = sources.docs
    .filter((source) => versions.get(source.ref.path) !== (source.get("version") ?? 1))
    .map(({ ref }) => ref.path);
  const here = new Set(sources.docs.map(({ ref }) => ref.path));
  const gone = [...versions.keys()].filter((path) => !here.has(path));
  return { paths: [...differing, ...gone], reads: sources.size + entries.size };
}

/** The sum of the digests of an entity's entries. Needs the index `credits`: entityId, digest. */
export async function digestOfEntries(
  db: Firestore,
  entityId: string,
): Promise<{ digest: number; reads: number }> {
  const query = db.collection(credits(db).path).where("entityId", "==", entityId);
  const sums = await query
    .aggregate({ count: AggregateField.count(), digest: AggregateField.sum("digest") })
    .get();
  return { digest: sums.data().digest, reads: readsOf(sums.data().count) };
}
