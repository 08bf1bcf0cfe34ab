/** Freezes what an edition is made from: read once, saved beside where its files will be, and never read again. */
import { createHash } from "node:crypto";
import { bogotaDay } from "../../domain/calendar.ts";
import { type Edition, type EditionFile, editionFolder, subjectOf } from "../../domain/edition.ts";
import { editionFileName } from "../../domain/editions/editionNames.ts";
import type { Lists } from "../../domain/reports/ReportKind.ts";
import { RENDERER_VERSION } from "../../pdf/renderPdf.ts";
import { type Bucket, editionsOf, measure, readText, saveTextOnce } from "../../store/editions.ts";
import type { WorkLease } from "../workLease.ts";
import type { EditionContext } from "./EditionContext.ts";
import { inBucket } from "./inBucket.ts";
import { type EditionKind, KINDS, type ReportData } from "./reportKinds.ts";

/** Progress, in percent, when the snapshot is saved and the first page begins. */
export const COMPOSED = 15;

export interface FrozenEdition {
  readonly kind: EditionKind;
  readonly data: ReportData;
  readonly lists: Lists;
  /** The snapshot itself, as a file of the edition. */
  readonly snapshot: EditionFile;
  readonly folder: string;
  readonly sameAs?: undefined;
}

/** Nothing has changed since the edition that is named. */
interface Unchanged {
  readonly sameAs: string;
  readonly dataHash: string;
}

const snapshotPath = (folder: string): string => `${folder}/datos.json`;

const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");

/** The snapshot that this edition is made from, or the edition that says the same. */
export async function freeze(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
): Promise<FrozenEdition | Unchanged> {
  const { db, bucket, now } = context;
  const kind = KINDS[lease.work.kind];
  if (!kind) throw new Error(`there is no report of ${lease.work.kind}`);
  const { dataHash: begun, rendererVersion } = lease.work;
  if (begun !== undefined && rendererVersion === RENDERER_VERSION) {
    const found = await frozenIn(bucket, kind, editionFolder(editionId, begun, RENDERER_VERSION));
    if (found) return found;
  }
  await lease.save({ state: "composing", progress: 2 });
  const loaded = await kind.load(db, subjectOf(lease.work), bogotaDay(now()));
  const dataHash = sha256Of(loaded.data.comparableText);
  const previous = await lastReady(context, lease.work);
  const isSame =
    previous?.edition.dataHash === dataHash && previous.edition.rendererVersion === RENDERER_VERSION;
  if (previous && isSame) return { sameAs: previous.id, dataHash };
  const folder = editionFolder(editionId, dataHash, RENDERER_VERSION);
  const file = { format: "json", language: "es" } as const;
  const name = editionFileName(lease.work, file);
  await inBucket(saveTextOnce(bucket, snapshotPath(folder), loaded.data.text, "json", name));
  const frozen = await frozenIn(bucket, kind, folder);
  if (!frozen) throw new Error(`${folder} holds no snapshot, though it was saved`);
  const { cutOffOn, isDemo } = frozen.data;
  await lease.save({
    ...{ state: "rendering", progress: COMPOSED, dataHash, rendererVersion: RENDERER_VERSION },
    ...{ cutOffOn, isDemo, files: [frozen.snapshot] },
    ...(previous && { previousId: previous.id }),
  });
  return frozen;
}

/** What lies frozen in the folder; `undefined` when there is no snapshot. */
async function frozenIn(
  bucket: Bucket,
  kind: EditionKind,
  folder: string,
): Promise<FrozenEdition | undefined> {
  const path = snapshotPath(folder);
  const [text, measured] = await inBucket(Promise.all([readText(bucket, path), measure(bucket, path)]));
  if (text === undefined || measured === undefined) return undefined;
  const snapshot = { format: "json", language: "es", path, ...measured } as const;
  return { kind, data: kind.parse(text), lists: { listed: () => [] }, snapshot, folder };
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
