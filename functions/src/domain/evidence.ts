/** Evidence of a record: the files that prove it, what may be one, and how far each has come. */
import * as z from "zod/mini";
import { count, oneOf } from "./fields.ts";
import { SAFE_NAME } from "./fileName.ts";
import { stamps } from "./stamps.ts";

/** What may be uploaded, by the format's short name; form, server, `storage.rules` and `firestore.rules` all go by it. */
export const EVIDENCE_TYPES = {
  pdf: { mime: "application/pdf", extensions: ["pdf"] },
  jpeg: { mime: "image/jpeg", extensions: ["jpg", "jpeg"] },
  png: { mime: "image/png", extensions: ["png"] },
  webp: { mime: "image/webp", extensions: ["webp"] },
  heic: { mime: "image/heic", extensions: ["heic", "heif"] },
  docx: {
    mime: "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    extensions: ["docx"],
  },
  xlsx: { mime: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", extensions: ["xlsx"] },
  pptx: {
    mime: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    extensions: ["pptx"],
  },
  odt: { mime: "application/vnd.oasis.opendocument.text", extensions: ["odt"] },
  ods: { mime: "application/vnd.oasis.opendocument.spreadsheet", extensions: ["ods"] },
  odp: { mime: "application/vnd.oasis.opendocument.presentation", extensions: ["odp"] },
} as const satisfies Readonly<
  Record<string, { readonly mime: string; readonly extensions: readonly string[] }>
>;
export type EvidenceType = keyof typeof EVIDENCE_TYPES;
export const EVIDENCE_TYPE_IDS = Object.keys(EVIDENCE_TYPES) as [EvidenceType, ...EvidenceType[]];

export const EVIDENCE_LIMITS = {
  /** Bytes of one file: a scanned report fits, a film does not. */
  bytes: 25 * 1024 * 1024,
  /** Files of one record, removed and refused ones aside. */
  files: 20,
} as const;

/** Image formats, which telephones and messengers often name after one another. */
const IMAGES: readonly EvidenceType[] = ["jpeg", "png", "webp", "heic"];

/** The type that a file's name promises; `undefined` for names of other files. */
export const typeOfName = (name: string): EvidenceType | undefined => {
  const extension = /\.([a-z]+)$/i.exec(name)?.[1]?.toLowerCase() ?? "";
  return EVIDENCE_TYPE_IDS.find((id) =>
    (EVIDENCE_TYPES[id].extensions as readonly string[]).includes(extension),
  );
};

/** Whether content of one type may come under the name of the other. */
export const passesAs = (found: EvidenceType, named: EvidenceType): boolean =>
  found === named || (IMAGES.includes(found) && IMAGES.includes(named));

/** The name with the extension of what the file is; the same name when it has one already. */
export const withExtensionOf = (name: string, type: EvidenceType): string =>
  typeOfName(name) === type
    ? name
    : `${name.replace(/\.[a-z]+$/i, "")}.${EVIDENCE_TYPES[type].extensions[0]}`;

/**
 * `uploading` until the server has seen the whole file, then `ready` or `quarantined`; `removed` files leave their
 * document as a trace.
 */
export const EVIDENCE_STATES = ["uploading", "ready", "quarantined", "removed"] as const;
export type EvidenceState = (typeof EVIDENCE_STATES)[number];

/** Why a file was refused. The form finds the first three itself. */
export const EVIDENCE_PROBLEMS = [
  "type-not-allowed",
  "too-large",
  "empty",
  "not-what-it-says",
  "active-content",
  "macros",
  "cut-short",
  "too-many",
  "record-closed",
] as const;
export type EvidenceProblem = (typeof EVIDENCE_PROBLEMS)[number];

/** What the person's browser says of the file, in the document that it writes before it uploads. */
export const EVIDENCE_FIELDS = {
  type: oneOf(EVIDENCE_TYPE_IDS),
  bytes: {
    ...count(),
    max: EVIDENCE_LIMITS.bytes,
    draft: z.int().check(z.gte(1), z.lte(EVIDENCE_LIMITS.bytes)),
  },
};

/** `entities/{entityId}/records/{recordId}/evidence/{evidenceId}` */
export const evidenceSchema = z.strictObject({
  /** As people see it and as the file is saved: see `safeFileName`. */
  name: z.string().check(z.regex(SAFE_NAME)),
  type: EVIDENCE_FIELDS.type.draft,
  bytes: EVIDENCE_FIELDS.bytes.draft,
  state: z.enum(EVIDENCE_STATES),
  /** Of the content, in hex; the server's, like all that follows. */
  sha256: z.exactOptional(z.string()),
  problem: z.exactOptional(z.enum(EVIDENCE_PROBLEMS)),
  ...stamps,
});
export type Evidence = z.infer<typeof evidenceSchema>;

/** Where a browser puts the file; nobody reads there. */
export const uploadPath = (uid: string, evidenceId: string): string => `uploads/${uid}/${evidenceId}`;

export interface EvidenceAddress {
  readonly entityId: string;
  readonly recordId: string;
  readonly evidenceId: string;
}

/** Where a file that was accepted stays. */
export const keptPath = ({ entityId, recordId, evidenceId }: EvidenceAddress): string =>
  `evidence/${entityId}/${recordId}/${evidenceId}`;

/** Where a file that was refused waits, served to nobody, until the sweep deletes it. */
export const quarantinePath = ({ entityId, recordId, evidenceId }: EvidenceAddress): string =>
  `quarantine/${entityId}/${recordId}/${evidenceId}`;
