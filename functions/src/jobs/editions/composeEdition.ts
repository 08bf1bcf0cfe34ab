/** Makes an edition: reads what it is about, freezes it, renders its files into the bucket, and says what was made. */
import { type Edition, type EditionState, editionPrefix, isFinal } from "../../domain/edition.ts";
import { RENDERER_VERSION } from "../../pdf/renderPdf.ts";
import { deleteUnder, editions } from "../../store/editions.ts";
import { takeWork, WorkHeld, type WorkLease } from "../workLease.ts";
import type { EditionContext } from "./EditionContext.ts";
import { freeze } from "./freeze.ts";
import { BucketRefused, inBucket } from "./inBucket.ts";
import { renderFiles } from "./renderFiles.ts";
import { type EditionKinds, KINDS } from "./reportKinds.ts";
import { tellOffice } from "./tellOffice.ts";

/** Told to people; the cause is logged. */
const BUCKET_REFUSED =
  "No se pudo guardar el informe en el almacenamiento de archivos. Pida otra edición más tarde; si vuelve a fallar, avise a quien administra el sistema.";
const BROKEN =
  "No se pudo hacer el informe por una falla del sistema. Pida otra edición; si vuelve a fallar, avise a quien administra el sistema.";

/**
 * Makes the edition, or goes on where a worker that died had come to: the snapshot that it saved is used again, so
 * that the bytes are the same, and the files that it listed stay. A file is listed only once it is whole; of an edition
 * that was cancelled meanwhile nothing is left. For an edition that has ended it only repeats what follows the end.
 *
 * @param isLastAttempt - whether a failure is final: the edition then says so, with a reason
 * @param kinds - which files are made of each kind
 * @throws WorkHeld while another is at it; whatever failed, so that the queue tries again
 */
export async function composeEdition(
  context: EditionContext,
  editionId: string,
  isLastAttempt: boolean,
  kinds: EditionKinds = KINDS,
): Promise<EditionState> {
  const lease = await takeWork(context, editions(context.db).doc(editionId), isFinal);
  if (!lease) return afterEnd(context, editionId);
  try {
    return await make(context, editionId, lease, kinds);
  } catch (error) {
    const reason = error instanceof BucketRefused ? BUCKET_REFUSED : BROKEN;
    const outcome = isLastAttempt ? ({ state: "failed", error: reason } as const) : {};
    // Whoever stopped the edition has deleted what this worker was writing: it may fail before it finds out.
    const held = error instanceof WorkHeld ? error : await lease.end(outcome).catch(heldBy);
    const state = held || isLastAttempt ? await afterEnd(context, editionId) : undefined;
    if (held && state === "cancelled") return state;
    throw held ?? error;
  }
}

/** The lease's own error, since another has the work now; all else is thrown. */
function heldBy(error: unknown): WorkHeld {
  if (error instanceof WorkHeld) return error;
  throw error;
}

/** What a worker that died between an edition's end and this would leave undone. */
async function afterEnd(context: EditionContext, editionId: string): Promise<EditionState> {
  const edition = (await editions(context.db).doc(editionId).get()).data();
  if (edition?.state === "cancelled" || edition?.state === "unchanged")
    await deleteUnder(context.bucket, editionPrefix(editionId));
  if (edition?.state === "failed") await tellOffice(context, editionId, edition);
  return edition?.state ?? "failed";
}

async function make(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
  kinds: EditionKinds,
): Promise<EditionState> {
  const frozen = await freeze(context, editionId, lease, kinds[lease.work.kind]);
  if (frozen.sameAs !== undefined) {
    const { sameAs, dataHash } = frozen;
    const found = { sameAs, dataHash, rendererVersion: RENDERER_VERSION };
    await lease.end({ state: "unchanged", progress: 100, files: [], ...found });
    await deleteUnder(context.bucket, editionPrefix(editionId));
    return "unchanged";
  }
  const files = await renderFiles(context, lease, frozen);
  // What an attempt has left that read other data.
  await inBucket(deleteUnder(context.bucket, editionPrefix(editionId), `${frozen.folder}/`));
  await lease.end({
    ...{ state: "ready", progress: 100, files: [...files] },
    figures: { ...frozen.data.figures },
  });
  return "ready";
}
