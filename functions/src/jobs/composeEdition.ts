/** Makes an edition: reads the year, freezes it as a snapshot, renders it into the bucket, and says what was made. */
import { createHash } from "node:crypto";
import { Writable } from "node:stream";
import { figuresOf } from "../domain/annualReport/annualIndicator.ts";
import { type AnnualSnapshot, comparableText } from "../domain/annualReport/annualSnapshot.ts";
import { annualReportInfo, composeAnnualReport } from "../domain/annualReport/composeAnnualReport.ts";
import { bogotaDay } from "../domain/calendar.ts";
import { type Edition, type EditionState, editionFolder, isFinal } from "../domain/edition.ts";
import { RENDERER_VERSION, type Rendered, renderPdf } from "../pdf/renderPdf.ts";
import {
  editions,
  editionsOfYear,
  hashOf,
  loadSnapshot,
  pdfWriter,
  saveSnapshot,
} from "../store/editions.ts";
import { loadAnnualSnapshot } from "../store/loadAnnualSnapshot.ts";
import type { EditionContext } from "./EditionContext.ts";
import { takeWork, WorkHeld, type WorkLease } from "./workLease.ts";

/** Milliseconds between two writes of progress: people poll no faster. */
const PROGRESS_MS = 700;
/** Progress, in percent, when the snapshot is saved and the first page begins; and when the last one is written. */
const COMPOSED = 15;
const RENDERED = 97;
/** Characters without a glyph that an edition names. */
const MOST_MISSING = 200;

/** Told to people; the cause is logged. */
const BUCKET_REFUSED =
  "No se pudo guardar el informe en el almacenamiento de archivos. Pida otra edición más tarde; si vuelve a fallar, avise a quien administra el sistema.";
const BROKEN =
  "No se pudo hacer el informe por una falla del sistema. Pida otra edición; si vuelve a fallar, avise a quien administra el sistema.";

/** What the bucket refused, or broke off. */
class BucketRefused extends Error {}

/** Tells the bucket's failures from all others. */
async function inBucket<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (cause) {
    throw new BucketRefused("the bucket refused", { cause });
  }
}

/**
 * Makes the edition, or goes on where a worker that died had come to: the snapshot that it saved is used again, so
 * that the bytes are the same. Does nothing for an edition that has ended. Its PDF is listed only once it is whole.
 *
 * @param isLastAttempt - whether a failure is final: the edition then says so, with a reason
 * @throws WorkHeld while another is at it; whatever failed, so that the queue tries again
 */
export async function composeEdition(
  context: EditionContext,
  editionId: string,
  isLastAttempt: boolean,
): Promise<EditionState> {
  const lease = await takeWork(context, editions(context.db).doc(editionId), isFinal);
  if (!lease) return (await editions(context.db).doc(editionId).get()).data()?.state ?? "failed";
  try {
    return await make(context, editionId, lease);
  } catch (error) {
    if (error instanceof WorkHeld) throw error;
    const reason = error instanceof BucketRefused ? BUCKET_REFUSED : BROKEN;
    await lease.end(isLastAttempt ? { state: "failed", error: reason } : {});
    throw error;
  }
}

async function make(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
): Promise<EditionState> {
  const frozen = await freeze(context, editionId, lease);
  if (frozen.sameAs !== undefined) {
    const { sameAs, dataHash } = frozen;
    await lease.end({
      state: "unchanged",
      progress: 100,
      sameAs,
      dataHash,
      rendererVersion: RENDERER_VERSION,
    });
    return "unchanged";
  }
  const { snapshot, folder } = frozen;
  const path = `${folder}/informe-anual-${snapshot.year}.pdf`;
  const { pages, bytes, sha256, missingCharacters } = await writePdf(context, lease, snapshot, path);
  await lease.end({
    ...{ state: "ready", progress: 100, path, pages, bytes, sha256 },
    figures: Object.fromEntries(snapshot.indicators.flatMap(figuresOf)),
    ...(missingCharacters.length > 0 && { missingCharacters: missingCharacters.slice(0, MOST_MISSING) }),
  });
  return "ready";
}

type Frozen =
  | { readonly snapshot: AnnualSnapshot; readonly folder: string; readonly sameAs?: undefined }
  | { readonly sameAs: string; readonly dataHash: string };

/** The snapshot that this edition is made from, saved beside where its PDF will be; or the edition that says the same. */
async function freeze(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
): Promise<Frozen> {
  const { db, bucket, now } = context;
  const { year, dataHash: begun, rendererVersion } = lease.work;
  if (begun !== undefined && rendererVersion === RENDERER_VERSION) {
    const folder = editionFolder(editionId, begun, RENDERER_VERSION);
    const snapshot = await inBucket(loadSnapshot(bucket, folder));
    if (snapshot) return { snapshot, folder };
  }
  await lease.save({ state: "composing", progress: 2 });
  const loaded = await loadAnnualSnapshot(db, { year, today: bogotaDay(now()) });
  const dataHash = createHash("sha256").update(comparableText(loaded)).digest("hex");
  const sameAs = await readyWith(context, lease.work, dataHash);
  if (sameAs !== undefined) return { sameAs, dataHash };
  const folder = editionFolder(editionId, dataHash, RENDERER_VERSION);
  const snapshot = await inBucket(saveSnapshot(bucket, folder, loaded));
  const { cutOffOn, isDemo } = snapshot;
  await lease.save({
    ...{ state: "rendering", progress: COMPOSED, dataHash, rendererVersion: RENDERER_VERSION },
    ...{ cutOffOn, isDemo },
  });
  return { snapshot, folder };
}

/** The year's last ready edition of the kind, if it holds the same data under the same renderer. */
async function readyWith(
  { db }: EditionContext,
  { kind, year }: Edition,
  dataHash: string,
): Promise<string | undefined> {
  const { docs } = await editionsOfYear(db, year).get();
  const ready = docs
    .map((doc) => ({ id: doc.id, edition: doc.data() }))
    .filter(({ edition }) => edition.kind === kind && edition.state === "ready")
    .sort((a, b) => a.edition.requestedAt.getTime() - b.edition.requestedAt.getTime())
    .at(-1);
  const isSame = ready?.edition.dataHash === dataHash && ready.edition.rendererVersion === RENDERER_VERSION;
  return isSame ? ready.id : undefined;
}

async function writePdf(
  { bucket, now }: EditionContext,
  lease: WorkLease<Edition>,
  snapshot: AnnualSnapshot,
  path: string,
): Promise<Rendered> {
  const blocks = [...composeAnnualReport(snapshot)];
  let savedAt = 0;
  const onProgress = async ({ blocks: drawn }: { blocks: number }) => {
    if (now().getTime() - savedAt < PROGRESS_MS) return;
    savedAt = now().getTime();
    const share = drawn / blocks.length;
    await lease.save({ state: "rendering", progress: Math.round(COMPOSED + share * (RENDERED - COMPOSED)) });
  };
  const stored = await inBucket(hashOf(bucket, path));
  const output = stored === undefined ? pdfWriter(bucket, path, lease.work) : nowhere();
  let refused: unknown;
  output.on("error", (error: unknown) => {
    refused = error;
  });
  let rendered: Rendered;
  try {
    rendered = await renderPdf(blocks, annualReportInfo(snapshot), output, onProgress);
  } catch (error) {
    if (error === refused) throw new BucketRefused("the bucket refused", { cause: error });
    throw error;
  }
  // A worker that died after its upload has left the file; it must be the very same.
  if (stored !== undefined && stored !== rendered.sha256)
    throw new Error(`${path} holds other bytes than its snapshot makes: ${stored}`);
  return rendered;
}

const nowhere = (): Writable => new Writable({ write: (_chunk, _encoding, done) => done() });
