/** What a file is by its content, whatever it is called: told from its first and its last bytes alone. */
import type { EvidenceProblem, EvidenceType } from "./evidence.ts";
import { zipEntriesOf } from "./zipEntries.ts";

/** Bytes of a file's two ends that `sniffFile` looks at. */
export const SNIFFED_BYTES = 1024 * 1024;

/** Both ends of a file, each of at most `SNIFFED_BYTES`; of a small file both are the whole. */
export interface FileEnds {
  readonly head: Uint8Array;
  readonly tail: Uint8Array;
  /** Bytes of the whole file. */
  readonly bytes: number;
}

export type Sniffed = { readonly type: EvidenceType } | { readonly problem: EvidenceProblem };

/** Bytes as characters of the same number, so that markers can be searched for as text. */
const latin1 = (bytes: Uint8Array): string => {
  let text = "";
  for (let at = 0; at < bytes.length; at += 8192)
    text += String.fromCharCode(...bytes.subarray(at, at + 8192));
  return text;
};

/** Markup and programs: what a browser or a computer would run. */
const ACTIVE = /^(?:\s|\xEF\xBB\xBF|\0)*(?:<|#!|MZ|\x7FELF|\xCA\xFE\xBA\xBE)/;

/** Where a PDF must end: its last kilobyte, as readers have always looked for it. */
const PDF_END = 1024;

const HEIC_BRANDS = ["heic", "heix", "heim", "heis", "hevc", "mif1", "msf1"];

const endsOrNot = (type: EvidenceType, isWhole: boolean): Sniffed =>
  isWhole ? { type } : { problem: "cut-short" };

/**
 * The type, or why the file is refused: `type-not-allowed` for other formats (old and encrypted office documents among
 * them), `active-content` for scripts, HTML, SVG and programs, `macros`, `cut-short` when its end is missing. Nothing is
 * unpacked, so that no file costs more than its two ends.
 */
export function sniffFile({ head, tail, bytes }: FileEnds): Sniffed {
  if (bytes === 0) return { problem: "empty" };
  const start = latin1(head.subarray(0, 1024));
  if (/^%PDF-[12]\.\d/.test(start))
    return endsOrNot("pdf", latin1(tail.subarray(-PDF_END)).includes("%%EOF"));
  if (start.startsWith("\xFF\xD8\xFF")) return endsOrNot("jpeg", latin1(tail).includes("\xFF\xD9"));
  if (start.startsWith("\x89PNG\r\n\x1A\n"))
    return endsOrNot("png", latin1(tail.subarray(-PDF_END)).includes("IEND"));
  if (/^RIFF[\s\S]{4}WEBP/.test(start)) return endsOrNot("webp", bytes >= 8 + lengthAt(head, 4));
  if (start.slice(4, 8) === "ftyp")
    return HEIC_BRANDS.includes(start.slice(8, 12))
      ? endsOrNot("heic", bytes > 64)
      : { problem: "type-not-allowed" };
  if (start.startsWith("PK\x03\x04")) return sniffZip(start, tail, bytes);
  return { problem: ACTIVE.test(start) ? "active-content" : "type-not-allowed" };
}

const lengthAt = (bytes: Uint8Array, at: number): number =>
  new DataView(bytes.buffer, bytes.byteOffset).getUint32(at, true);

/** The part that makes a zip a document of its kind. */
const MAIN_PARTS: Readonly<Record<string, EvidenceType>> = {
  "word/document.xml": "docx",
  "xl/workbook.xml": "xlsx",
  "ppt/presentation.xml": "pptx",
};

const OPEN_DOCUMENTS: Readonly<Record<string, EvidenceType>> = {
  text: "odt",
  spreadsheet: "ods",
  presentation: "odp",
};

/** Programs inside a document: Office's, old macro sheets and controls, OpenDocument's. */
const MACROS =
  /vba(?:project|data)|^xl\/macrosheets\/|^(?:word|xl|ppt)\/activex\/|^(?:basic|scripts)\/|\.(?:exe|dll|js|vbs|bat|cmd|ps1|jar|scr|hta)$/i;

function sniffZip(start: string, tail: Uint8Array, bytes: number): Sniffed {
  const entries = zipEntriesOf(tail, bytes);
  if (entries === "cut-short") return { problem: "cut-short" };
  if (entries === "unreadable") return { problem: "type-not-allowed" };
  if (entries.some((name) => MACROS.test(name))) return { problem: "macros" };
  // An OpenDocument file says what it is in its first entry, which is not compressed.
  const open =
    /^[\s\S]{30}mimetypeapplication\/vnd\.oasis\.opendocument\.(text|spreadsheet|presentation)PK/.exec(
      start,
    )?.[1];
  const opened = open === undefined ? undefined : OPEN_DOCUMENTS[open];
  if (opened !== undefined)
    return entries.includes("content.xml") ? { type: opened } : { problem: "type-not-allowed" };
  const main = entries.find((name) => Object.hasOwn(MAIN_PARTS, name)) ?? "";
  const type = MAIN_PARTS[main];
  return type && entries.includes("[Content_Types].xml") ? { type } : { problem: "type-not-allowed" };
}
