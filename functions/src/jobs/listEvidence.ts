/** The list behind a figure: exactly the sources that it counts, each told as far as the reader may know it. */
import type { DocumentData, Firestore } from "firebase-admin/firestore";
import type { CatalogueItem } from "../domain/catalogue.ts";
import { countersOf } from "../domain/counting/counter.ts";
import type { Audience } from "../domain/counting/creditsOf.ts";
import { isListed, ledgerCellsOf, type Slice } from "../domain/counting/evidence.ts";
import { editionName } from "../domain/editions/editionNames.ts";
import { codeNamesOf, type EvidenceList, type EvidenceRow } from "../domain/evidenceList.ts";
import type { Indicator } from "../domain/indicator.ts";
import { publicFieldsOf } from "../domain/publicFields.ts";
import { maySeeRecord } from "../domain/record/maySeeRecord.ts";
import type { DraftRecord } from "../domain/record/record.ts";
import { type Actor, isOffice } from "../domain/record/states.ts";
import { partners } from "../store/collections.ts";
import { getAll } from "../store/getAll.ts";
import { type Contribution, countContributions, listContributions } from "../store/ledgerList.ts";
import { type Found, foundSource, sourceRef } from "../store/sources.ts";
import type { JobContext } from "./JobContext.ts";
import { because } from "./Rejection.ts";

/** Rows of one page. */
const PAGE = 50;

export interface EvidenceRequest {
  readonly indicatorId: string;
  readonly slice: Slice;
  /** The `next` of the page before. */
  readonly after?: string | undefined;
}

/** Who reads: someone who is in, or a citizen. */
type Reader = Actor | "citizen";

const oversees = (reader: Reader): boolean =>
  reader !== "citizen" && (isOffice(reader) || reader.roles.includes("admin"));

const isOf = (reader: Reader, entityId: string): boolean =>
  reader !== "citizen" && reader.entityIds.includes(entityId);

/** The Office sees all that counts; an entity all of its own figures; everyone else the public's. */
function audiencesFor(reader: Reader, { of }: Slice): Audience[] {
  const isOwn = of?.dimension === "entity" && isOf(reader, of.value);
  return oversees(reader) || isOwn ? ["public", "restricted"] : ["public"];
}

/** One page of what is behind a figure, for those inside. Throws `Rejection` `not-found` for what is no figure. */
export const listEvidence = (
  context: JobContext,
  actor: Actor,
  request: EvidenceRequest,
): Promise<EvidenceList> => listFor(context, actor, request);

/** The same for citizens: of public indicators what is approved and public, its public fields alone. */
export const listPublicEvidence = (context: JobContext, request: EvidenceRequest): Promise<EvidenceList> =>
  listFor(context, "citizen", request);

async function listFor(context: JobContext, reader: Reader, request: EvidenceRequest): Promise<EvidenceList> {
  const { db } = context;
  const { indicatorId, slice, after } = request;
  const { indicators } = await context.rules.get();
  const indicator = indicators.find(({ id }) => id === indicatorId);
  if (!indicator || !isShown(indicator, reader, slice) || !isListed(slice)) throw because("not-found");
  const cells = ledgerCellsOf(indicator, slice, audiencesFor(reader, slice));
  const [count, page] = await Promise.all([
    countContributions(db, cells),
    listContributions(db, cells, PAGE, after),
  ]);
  const rows = await rowsOf(context, reader, page.rows);
  return {
    ...{ indicatorId, count, rows },
    ...(reader === "citizen" && { names: codeNamesOf(rows, await context.catalogues.get()) }),
    ...(page.next !== undefined && { next: page.next }),
  };
}

const isShown = (indicator: Indicator, reader: Reader, { standing, of }: Slice): boolean =>
  countersOf([indicator]).length > 0 &&
  (reader !== "citizen" || (indicator.public && standing === "approved" && of?.dimension !== "entity"));

async function rowsOf(
  { db, catalogues }: JobContext,
  reader: Reader,
  contributions: readonly Contribution[],
): Promise<EvidenceRow[]> {
  const refs = contributions.map(({ entry }) => sourceRef(db, entry.sourcePath));
  const [snapshots, { entities }] = await Promise.all([getAll<DocumentData>(db, refs), catalogues.get()]);
  const found = await Promise.all(snapshots.map(foundSource));
  const names = await partnerNames(db, found);
  return contributions.flatMap((contribution, index) =>
    // What has ceased to be public since it was counted is not told, whatever the ledger says yet.
    reader === "citizen" && !isPublic(found[index])
      ? []
      : rowOf(contribution, found[index], { reader, entities, partnerNames: names }),
  );
}

function isPublic(found: Found | undefined): boolean {
  if (!found || !("source" in found) || !found.source) return false;
  const { source } = found;
  if (source.from === "editions") return source.data.publishedAt !== undefined;
  const isOpen =
    source.from === "decisions"
      ? source.data.disclosure === "public" && !source.data.withdrawnAt
      : maySeeRecord("citizen", source.data);
  return isOpen && !source.data.isExample;
}

async function partnerNames(db: Firestore, found: readonly Found[]): Promise<ReadonlyMap<string, string>> {
  const ids = new Set(found.flatMap((each) => recordIn(each)?.partnerIds ?? []));
  const snapshots = await getAll(
    db,
    [...ids].map((id) => partners(db).doc(id)),
  );
  return new Map(snapshots.map((snapshot) => [snapshot.id, snapshot.data()?.name ?? snapshot.id]));
}

const recordIn = (found: Found | undefined): DraftRecord | undefined =>
  found && "source" in found && found.source?.from === "records" ? found.source.data : undefined;

interface Telling {
  readonly reader: Reader;
  readonly entities: readonly CatalogueItem[];
  readonly partnerNames: ReadonlyMap<string, string>;
}

function rowOf({ id, entry, adds }: Contribution, found: Found | undefined, telling: Telling): EvidenceRow {
  const { reader, entities } = telling;
  const nameOf = (entityId: string) => entities.find((entity) => entity.id === entityId)?.nameEs ?? entityId;
  const record = recordIn(found);
  const isKnown = knows(reader, record);
  const title = isKnown ? titleIn(found) : undefined;
  const isNamed = isKnown || record?.disclosure === "public";
  return {
    ...{ id, adds, entityId: entry.entityId, entity: nameOf(entry.entityId) },
    kind: record?.kind ?? entry.folder,
    on: isKnown ? entry.day : entry.day.slice(0, 7),
    ...(title !== undefined && { title }),
    participants: isNamed ? (record?.participants ?? []).map(nameOf) : [],
    partners: (isNamed ? (record?.partnerIds ?? []) : []).map(
      (partnerId) => telling.partnerNames.get(partnerId) ?? partnerId,
    ),
    countries: isKnown ? (record?.countries ?? []) : [],
    ...(isKnown && record && reader !== "citizen" && { recordId: entry.sourcePath.split("/").at(-1) ?? "" }),
    ...(reader === "citizen" && record && publicFieldsOf(record)),
  };
}

/**
 * Whether the reader may read the source itself. Of what other entities have sent and the Office has not decided, they
 * learn the partner, the kind, the month and the entity, enough to warn of double work; of what is classified or reserved,
 * and their entity took part in, that there is something.
 */
const knows = (reader: Reader, record: DraftRecord | undefined): boolean =>
  record === undefined || maySeeRecord(reader, record);

function titleIn(found: Found | undefined): string | undefined {
  if (!found || !("source" in found) || !found.source) return undefined;
  const { source } = found;
  if (source.from === "records") return source.data.title;
  return source.from === "decisions"
    ? `${source.data.number}. ${source.data.text}`
    : editionName(source.data, "es");
}
