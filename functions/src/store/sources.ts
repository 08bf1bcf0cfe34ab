/** Reads what can be counted: records and decisions, by their path. */
import type { DocumentReference, DocumentSnapshot, Firestore } from "firebase-admin/firestore";
import { OFFICE_ENTITY_ID } from "../domain/catalogue.ts";
import type { LedgerEntry } from "../domain/counting/ledger.ts";
import type { Source } from "../domain/counting/source.ts";
import type { Decision } from "../domain/decision.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { credits, decisions, records, tallies } from "./collections.ts";

/** The document at `entities/{entityId}/records/{recordId}` or `decisions/{decisionId}`. Throws on any other path. */
export function sourceRef(db: Firestore, path: string): DocumentReference<DraftRecord | Decision> {
  const [top = "", id = "", collection, recordId = "", ...rest] = path.split("/");
  if (top === "decisions" && id !== "" && collection === undefined) return decisions(db).doc(id);
  if (top === "entities" && collection === "records" && recordId !== "" && rest.length === 0)
    return records(db, id).doc(recordId);
  throw new Error(`nothing to count at ${path}`);
}

/** `undefined` where there is no document. Throws `BadDocument` when it is not what its schema says. */
export function sourceOf(snapshot: DocumentSnapshot<DraftRecord | Decision>): Source | undefined {
  const data = snapshot.data();
  if (data === undefined) return undefined;
  const { path } = snapshot.ref;
  return "kind" in data ? { from: "records", path, data } : { from: "decisions", path, data };
}

/** All that counts for an entity as its lead, in no order; decisions are the Office's. */
export async function loadSourcesOf(db: Firestore, entityId: string): Promise<Source[]> {
  const found = await Promise.all([
    records(db, entityId).get(),
    ...(entityId === OFFICE_ENTITY_ID ? [decisions(db).get()] : []),
  ]);
  return found.flatMap(({ docs }) => docs.flatMap((snapshot) => sourceOf(snapshot) ?? []));
}

const foldersOf = (entityId: string): string[] => [
  `entities/${entityId}/records`,
  ...(entityId === OFFICE_ENTITY_ID ? ["decisions"] : []),
];

/** The paths of all that may count for an entity as its lead. */
export async function loadSourcePathsOf(db: Firestore, entityId: string): Promise<string[]> {
  const found = await Promise.all(foldersOf(entityId).map((folder) => db.collection(folder).select().get()));
  return found.flatMap(({ docs }) => docs.map(({ ref }) => ref.path));
}

/** The ledger entries of an entity's sources, those that are gone too. */
export async function loadLedgerOf(db: Firestore, entityId: string): Promise<LedgerEntry[]> {
  const found = await Promise.all(
    foldersOf(entityId).map((folder) =>
      credits(db)
        .where("sourcePath", ">=", `${folder}/`)
        // Every character of an id sorts before the tilde.
        .where("sourcePath", "<=", `${folder}/~`)
        .get(),
    ),
  );
  return found.flatMap(({ docs }) => docs.map((entry) => entry.data()));
}

/** The ids of an entity's tallies, of any year. */
export async function loadTallyIdsOf(db: Firestore, entityId: string): Promise<string[]> {
  const { docs } = await tallies(db).where("entityId", "==", entityId).select().get();
  return docs.map(({ id }) => id);
}
