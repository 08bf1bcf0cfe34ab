/** Freezes what an edition is made from: read once, saved beside where its files will be, and never read again. */
import { createHash } from "node:crypto";
import { bogotaDay } from "../../domain/calendar.ts";
import {
  type Edition,
  type EditionFile,
  editionFolder,
  editionPrefix,
  subjectOf,
} from "../../domain/edition.ts";
import { editionFileName } from "../../domain/editions/editionNames.ts";
import type { Lists } from "../../domain/reports/ReportKind.ts";
import { RENDERER_VERSION } from "../../pdf/renderPdf.ts";
import {
  type Bucket,
  copyObject,
  editions,
  editionsOf,
  measure,
  readText,
  saveTextOnce,
} from "../../store/editions.ts";
import { readList, writeList } from "../../store/recordLists.ts";
import type { WorkLease } from "../workLease.ts";
import type { EditionContext } from "./EditionContext.ts";
import { inBucket } from "./inBucket.ts";
import type { EditionKind, PreviousData, ReportData } from "./reportKinds.ts";

/** Progress, in percent, when the snapshot is saved and the first page begins. */
export const COMPOSED = 15;

export interface FrozenEdition {
  readonly kind: EditionKind;
  readonly data: ReportData;
  readonly lists: Lists;
  /** The data themselves, as files of the edition. */
  readonly dataFiles: readonly EditionFile[];
  readonly folder: string;
  readonly sameAs?: undefined;
}

/** Nothing has changed since the edition that is named. */
interface Unchanged {
  readonly sameAs: string;
  readonly dataHash: string;
}

const SNAPSHOT = { format: "json", language: "es" } as const;
const LIST = { format: "ndjson", language: "es" } as const;
const snapshotPath = (folder: string): string => `${folder}/datos.json`;
const listPath = (folder: string): string => `${folder}/registros.ndjson`;

const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The data that this edition is made from, or the edition that says the same. */
export async function freeze(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
  kind: EditionKind,
): Promise<FrozenEdition | Unchanged> {
  const { db, bucket, now } = context;
  const edition = lease.work;
  const { dataHash: begun, rendererVersion } = edition;
  if (begun !== undefined && rendererVersion === RENDERER_VERSION) {
    const previous = await dataBefore(context, edition.previousId);
    const folder = editionFolder(editionId, begun, RENDERER_VERSION);
    const found = await frozenIn(bucket, kind, folder, previous);
    if (found) return found;
  }
  await lease.save({ state: "composing", progress: 2 });
  // Under a name of its own: who comes after a crash begins another.
  const readPath = `${editionPrefix(editionId)}${context.newId()}.ndjson`;
  const list = writeList(bucket, readPath, editionFileName(edition, LIST));
  const loaded = await kind
    .load(db, subjectOf(edition), bogotaDay(now()), (record) => inBucket(Promise.resolve(list.keep(record))))
    .catch((error: unknown) => {
      list.drop();
      throw error;
    });
  const dataHash = sha256Of(loaded.comparableText);
  const last = await lastReady(context, edition);
  if (last && last.edition.dataHash === dataHash && last.edition.rendererVersion === RENDERER_VERSION) {
    list.drop();
    return { sameAs: last.id, dataHash };
  }
  await inBucket(list.end());
  const folder = editionFolder(editionId, dataHash, RENDERER_VERSION);
  await inBucket(copyObject(bucket, readPath, listPath(folder)));
  const previous = await dataBefore(context, last?.id);
  const told = previous ? await loaded.since(readList(bucket, listPath(folder)), previous) : loaded;
  const name = editionFileName(edition, SNAPSHOT);
  await inBucket(saveTextOnce(bucket, snapshotPath(folder), told.text, "json", name));
  const frozen = await frozenIn(bucket, kind, folder, previous);
  if (!frozen) throw new Error(`${folder} does not hold what was saved there`);
  const { cutOffOn, isDemo, changes } = frozen.data;
  await lease.save({
    ...{ state: "rendering", progress: COMPOSED, dataHash, rendererVersion: RENDERER_VERSION },
    ...{ cutOffOn, isDemo, files: [...frozen.dataFiles] },
    ...(last && { previousId: last.id }),
    ...(changes && { changes }),
  });
  return frozen;
}

/** What lies frozen in the folder; `undefined` when it is not there, or its list is not the one that it was frozen with. */
async function frozenIn(
  bucket: Bucket,
  kind: EditionKind,
  folder: string,
  previous: PreviousData | undefined,
): Promise<FrozenEdition | undefined> {
  const [path, lines] = [snapshotPath(folder), listPath(folder)];
  const [text, measured, listed] = await inBucket(
    Promise.all([readText(bucket, path), measure(bucket, path), measure(bucket, lines)]),
  );
  if (text === undefined || !measured || !listed) return undefined;
  const data = kind.parse(text);
  if (data.listed.sha256 !== listed.sha256) return undefined;
  return {
    ...{ kind, data, folder },
    lists: { listed: readList(bucket, lines), ...(previous && { previouslyListed: previous.listed }) },
    dataFiles: [
      { ...SNAPSHOT, path, ...measured },
      { ...LIST, path: lines, ...listed },
    ],
  };
}

/** What an earlier edition was made from. */
async function dataBefore(
  { db, bucket }: EditionContext,
  editionId: string | undefined,
): Promise<PreviousData | undefined> {
  if (editionId === undefined) return undefined;
  const files = (await editions(db).doc(editionId).get()).data()?.files ?? [];
  const pathOf = (wanted: EditionFile["format"]) => files.find(({ format }) => format === wanted)?.path;
  const [snapshot, list] = [pathOf("json"), pathOf("ndjson")];
  const text = snapshot === undefined ? undefined : await inBucket(readText(bucket, snapshot));
  if (text === undefined || list === undefined) return undefined;
  return { editionId, text, listed: readList(bucket, list) };
}

/** The last ready edition of the same report that was composed, and not brought in from elsewhere. */
async function lastReady({ db }: EditionContext, { reportId }: Edition) {
  const { docs } = await editionsOf(db, reportId).get();
  return docs
    .map((doc) => ({ id: doc.id, edition: doc.data() }))
    .filter(({ edition }) => edition.state === "ready" && edition.dataHash !== undefined)
    .sort((a, b) => a.edition.number - b.edition.number)
    .at(-1);
}
