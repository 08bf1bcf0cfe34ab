/** Makes an edition: reads what it is about, freezes it, renders its files into the bucket, and says what was made. */
import { type Edition, type EditionState, editionPrefix, isFinal } from "../../domain/edition.ts";
import { RENDERER_VERSION } from "../../pdf/renderPdf.ts";
import { deleteUnder, editions } from "../../store/editions.ts";
import { takeWork, WorkHeld, type WorkLease } from "../workLease.ts";
import type { EditionContext } from "./EditionContext.ts";
import { freeze } from "./freeze.ts";
import { BucketRefused, inBucket } from "./inBucket.ts";
import { renderFiles } from "./renderFiles.ts";
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
 * @throws WorkHeld while another is at it; whatever failed, so that the queue tries again
 */
export async function composeEdition(
  context: EditionContext,
  editionId: string,
  isLastAttempt: boolean,
): Promise<EditionState> {
  const lease = await takeWork(context, editions(context.db).doc(editionId), isFinal);
  if (!lease) return afterEnd(context, editionId);
  try {
    return await make(context, editionId, lease);
  } catch (error) {
    if (error instanceof WorkHeld) {
      const state = await afterEnd(context, editionId);
      if (state === "cancelled") return state;
      throw error;
    }
    const reason = error instanceof BucketRefused ? BUCKET_REFUSED : BROKEN;
    await lease.end(isLastAttempt ? { state: "failed", error: reason } : {});
    if (isLastAttempt) await afterEnd(context, editionId);
    throw error;
  }
}

/** What a worker that died between an edition's end and this would leave undone. */
async function afterEnd(context: EditionContext, editionId: string): Promise<EditionState> {
  const edition = (await editions(context.db).doc(editionId).get()).data();
  if (edition?.state === "cancelled") await deleteUnder(context.bucket, editionPrefix(editionId));
  if (edition?.state === "failed") await tellOffice(context, editionId, edition);
  return edition?.state ?? "failed";
}

async function make(
  context: EditionContext,
  editionId: string,
  lease: WorkLease<Edition>,
): Promise<EditionState> {
  const frozen = await freeze(context, editionId, lease);
  if (frozen.sameAs !== undefined) {
    const { sameAs, dataHash } = frozen;
    const found = { sameAs, dataHash, rendererVersion: RENDERER_VERSION };
    await lease.end({ state: "unchanged", progress: 100, ...found });
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
