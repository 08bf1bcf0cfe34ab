/** Takes in a PDF that a person has uploaded: looks at it once, and keeps it where no client reads. */
import { EVIDENCE_LIMITS, uploadPath, withExtensionOf } from "../../domain/evidence.ts";
import { safeFileName } from "../../domain/fileName.ts";
import { sniffFile } from "../../domain/sniffFile.ts";
import { copyFile, deleteFile, findFile, readOnce } from "../../store/evidence.ts";
import { because } from "../Rejection.ts";
import type { EditionContext } from "./EditionContext.ts";

export interface Upload {
  /** The person whose folder it lies in. */
  readonly uid: string;
  readonly uploadId: string;
  /** What it was called on the person's computer. */
  readonly fileName: string;
}

export interface TakenPdf {
  readonly fileName: string;
  readonly path: string;
  readonly sha256: string;
  readonly bytes: number;
}

/**
 * Copies the upload under a name made of its content, which a repeat finds the same; the upload stays until
 * `dropUpload`, so that a repeat finds it too.
 *
 * @param pathOf - where a file of this hash is kept
 * @throws Rejection `file-missing` when there is no such upload; `file-not-pdf`, `file-too-large`
 */
export async function takePdf(
  { bucket }: EditionContext,
  { uid, uploadId, fileName }: Upload,
  pathOf: (sha256: string) => string,
): Promise<TakenPdf> {
  const upload = await findFile(bucket, uploadPath(uid, uploadId));
  if (!upload) throw because("file-missing");
  if (upload.bytes > EVIDENCE_LIMITS.bytes) throw because("file-too-large");
  const { sha256, ...ends } = await readOnce(bucket, upload);
  const sniffed = sniffFile(ends);
  if (!("type" in sniffed) || sniffed.type !== "pdf") throw because("file-not-pdf");
  const name = safeFileName(withExtensionOf(safeFileName(fileName), "pdf"));
  const path = pathOf(sha256);
  await copyFile(bucket, upload, path, { sha256, as: { name, type: "pdf" } });
  return { fileName: name, path, sha256, bytes: ends.bytes };
}

export const dropUpload = ({ bucket }: EditionContext, { uid, uploadId }: Upload): Promise<void> =>
  deleteFile(bucket, uploadPath(uid, uploadId));
