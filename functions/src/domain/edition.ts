/** One generated, frozen report: its figures, hashes, sizes and files stay as they were made. */
import * as z from "zod/mini";
import { monthSchema, subjectSchema, yearSchema } from "./editions/subject.ts";
import { idSchema } from "./fields.ts";
import { SAFE_NAME } from "./fileName.ts";
import { PERIOD_PATTERN } from "./halfYearReport.ts";
import { LIMITS } from "./limits.ts";
import { REPORT_KINDS } from "./reports/ReportKind.ts";
import type { ReportSubject } from "./reports/reportId.ts";

/**
 * `unchanged` ends a run that found the same data as the last ready edition: there is no second one. `cancelled` ends
 * one that the Office stopped.
 */
export const EDITION_STATES = [
  ...["queued", "composing", "rendering"],
  ...["ready", "unchanged", "cancelled", "failed"],
] as ["queued", "composing", "rendering", "ready", "unchanged", "cancelled", "failed"];
export type EditionState = (typeof EDITION_STATES)[number];

export const EDITION_KINDS = REPORT_KINDS;

/** `json` and `ndjson` are the frozen data that all others are made from, and the records that they list. */
export const FILE_FORMATS = ["pdf", "xlsx", "docx", "csv", "json", "ndjson"] as const;
export type FileFormat = (typeof FILE_FORMATS)[number];

const sha256 = z.string().check(z.regex(/^[0-9a-f]{64}$/));

export const editionFileSchema = z.strictObject({
  format: z.enum(FILE_FORMATS),
  language: z.enum(["es", "en"]),
  /** Object in the bucket. */
  path: z.string().check(z.maxLength(LIMITS.link)),
  sha256,
  bytes: z.int().check(z.gte(0)),
  pages: z.exactOptional(z.int().check(z.gte(1))),
});
export type EditionFile = z.infer<typeof editionFileSchema>;

/** The copy that the Counselor signed. */
export const signatureSchema = z.strictObject({
  /** Who signed, as the paper says it. */
  by: z.string().check(z.minLength(1), z.maxLength(LIMITS.line)),
  on: z.iso.date(),
  /** What the file was called on the computer that it came from. */
  fileName: z.string().check(z.regex(SAFE_NAME)),
  path: z.string().check(z.maxLength(LIMITS.link)),
  sha256,
  bytes: z.int().check(z.gte(1)),
  /** Who attached it, and when. */
  addedBy: idSchema,
  addedAt: z.date(),
});
export type Signature = z.infer<typeof signatureSchema>;

export const editionSchema = z.strictObject({
  kind: z.enum(EDITION_KINDS),
  /** `annual-2025`, `monthly-2026-02`, `half-year-2026-S1-sdm`: what all editions of the same report have alike. */
  reportId: idSchema,
  /** 1, 2, 3 … among those of its subject, in the order in which they were asked for. */
  number: z.int().check(z.gte(1)),
  /** The year that it is about, or that its month or half-year lies in. */
  year: yearSchema,
  month: z.exactOptional(monthSchema),
  entityId: z.exactOptional(idSchema),
  periodId: z.exactOptional(z.string().check(z.regex(PERIOD_PATTERN))),
  /** The entity's name when the edition was begun. */
  entityName: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  state: z.enum(EDITION_STATES),
  /** 0 to 100, for people who wait. */
  progress: z.int().check(z.gte(0), z.lte(100)),
  requestedAt: z.date(),
  /** A person, `schedule` or `approval`. */
  requestedBy: idSchema,
  updatedAt: z.date(),
  /** Last day that its figures look at. */
  cutOffOn: z.iso.date(),
  isDemo: z.boolean(),
  /** SHA-256 of the snapshot's data, cut-off aside. */
  dataHash: z.exactOptional(z.string()),
  rendererVersion: z.exactOptional(z.int()),
  /** Each of them whole in the bucket; those of a run that goes on come one by one. */
  files: z.array(editionFileSchema).check(z.maxLength(16)),
  /** Approved value of each indicator in the report, by its id; milestones by state. */
  figures: z.exactOptional(z.record(z.string(), z.union([z.number(), z.string()]))),
  /** The ready edition before it, which its changes are told from. */
  previousId: z.exactOptional(idSchema),
  /** How much has changed since; the changes themselves lie beside the files. */
  changes: z.exactOptional(
    z.strictObject({ records: z.int().check(z.gte(0)), figures: z.int().check(z.gte(0)) }),
  ),
  signature: z.exactOptional(signatureSchema),
  /** Once the Office has published it: what is published counts for indicators of editions, and never changes. */
  publishedAt: z.exactOptional(z.date()),
  publishedBy: z.exactOptional(idSchema),
  /** The edition that was published before it of the same subject, which goes on counting in its place. */
  replacesId: z.exactOptional(idSchema),
  /** A report that was made before Bitácora and brought in as it was, signed: the day it bears, on which it counts. */
  issuedOn: z.exactOptional(z.iso.date()),
  /** The edition whose data this run found unchanged. */
  sameAs: z.exactOptional(idSchema),
  error: z.exactOptional(z.string()),
  cancelledBy: z.exactOptional(idSchema),
  /** Characters that the report's fonts do not have; it shows `[?]` in their place. */
  missingCharacters: z.exactOptional(z.array(z.string()).check(z.maxLength(200))),
  /** A repeat of the request finds this edition, and makes no other. */
  requestId: z.exactOptional(idSchema),
  /** Who works at it, and until when; another may take it over afterwards. */
  leaseHolder: z.exactOptional(z.string()),
  leaseUntil: z.exactOptional(z.date()),
});
export type Edition = z.infer<typeof editionSchema>;

/** States that nothing leaves. */
const FINAL_STATES: readonly EditionState[] = ["ready", "unchanged", "cancelled", "failed"];

export const isFinal = ({ state }: Pick<Edition, "state">): boolean => FINAL_STATES.includes(state);

/** What the edition is about. Throws for a document that does not say it. */
export const subjectOf = ({ kind, year, month, entityId, periodId }: EditionAbout): ReportSubject =>
  subjectSchema.parse(
    kind === "annual" ? { kind, year } : kind === "monthly" ? { kind, month } : { kind, entityId, periodId },
  );

/** The fields that say what an edition is about. */
export type EditionAbout = Pick<Edition, "kind" | "year" | "month" | "entityId" | "periodId">;

/** `annual-2025-1`, `monthly-2026-02-2` … */
export const editionIdOf = (reportId: string, number: number): string => `${reportId}-${number}`;

/**
 * Reports for citizens, which the Counselor signs and the Office publishes; a half-year report is its entity's answer to
 * the Office, and complete with the approval.
 */
export const isForCitizens = ({ kind }: Pick<Edition, "kind">): boolean => kind !== "half-year";

/** Where an edition's files lie in the bucket: a name made of their content, so that no run overwrites another's. */
export const editionFolder = (editionId: string, dataHash: string, rendererVersion: number): string =>
  `${editionPrefix(editionId)}${dataHash.slice(0, 16)}-r${rendererVersion}`;

/** All that was ever made of an edition lies under it. */
export const editionPrefix = (editionId: string): string => `editions/${editionId}/`;
