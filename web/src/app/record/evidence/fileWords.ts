/** Files in words: how large, how far, and why not. */

import { EVIDENCE_LIMITS, type EvidenceProblem } from "#domain/evidence.ts";
import { formatNumber, formatPercent } from "#domain/format.ts";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { fileText } from "./texts.ts";
import type { Upload } from "./UploadQueue.ts";

const MEGABYTE = 1024 * 1024;

/** `340 KB`, `2,4 MB`. */
export const sizeWords = (bytes: number): string =>
  bytes < MEGABYTE
    ? `${wholeNumber(Math.max(1, bytes / 1024))} KB`
    : `${formatNumber(bytes / MEGABYTE, language())} MB`;

export const problemWords = (problem: EvidenceProblem): string =>
  fileText(`fileProblem_${problem}`, {
    size: sizeWords(EVIDENCE_LIMITS.bytes),
    files: EVIDENCE_LIMITS.files,
  });

/** Where an upload is, in a sentence. */
export function uploadWords({ phase, sent, file, problem }: Upload): string {
  if (problem) return problemWords(problem);
  if (phase === "sending")
    return fileText("fileSending", {
      sent: sizeWords(sent),
      size: sizeWords(file.size),
      share: formatPercent(Math.floor((100 * sent) / file.size) / 100, language()),
    });
  return fileText(`filePhase_${phase}`);
}
