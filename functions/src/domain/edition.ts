/** One generated, frozen report: its figures, hash, size and file stay as they were made. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";

/**
 * `unchanged` ends a run that found the same data as the last ready edition: there is no second one.
 */
export const EDITION_STATES = ["queued", "composing", "rendering", "ready", "unchanged", "failed"] as const;
export type EditionState = (typeof EDITION_STATES)[number];

export const EDITION_KINDS = ["annual", "monthly"] as const;

export const editionSchema = z.strictObject({
  kind: z.enum(EDITION_KINDS),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  language: z.enum(["es"]),
  state: z.enum(EDITION_STATES),
  /** 0 to 100, for people who wait. */
  progress: z.int().check(z.gte(0), z.lte(100)),
  requestedAt: z.date(),
  /** A person, or `schedule`. */
  requestedBy: idSchema,
  updatedAt: z.date(),
  /** Last day that its figures look at. */
  cutOffOn: z.iso.date(),
  isDemo: z.boolean(),
  /** SHA-256 of the snapshot's data, cut-off aside. */
  dataHash: z.exactOptional(z.string()),
  rendererVersion: z.exactOptional(z.int()),
  /** SHA-256 of the PDF. */
  sha256: z.exactOptional(z.string()),
  bytes: z.exactOptional(z.int()),
  pages: z.exactOptional(z.int()),
  /** Approved value of each indicator in the report, by its id; milestones by state. */
  figures: z.exactOptional(z.record(z.string(), z.union([z.number(), z.string()]))),
  /** Once the Office has published it: what is published counts for indicators of editions, and never changes. */
  publishedAt: z.exactOptional(z.date()),
  /** Object in the bucket. */
  path: z.exactOptional(z.string()),
  /** The edition whose data this run found unchanged. */
  sameAs: z.exactOptional(idSchema),
  error: z.exactOptional(z.string()),
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
const FINAL_STATES: readonly EditionState[] = ["ready", "unchanged", "failed"];

export const isFinal = ({ state }: Pick<Edition, "state">): boolean => FINAL_STATES.includes(state);

/** `annual-2025-1`, `annual-2025-2` … in the order in which they were asked for. */
export const editionIdOf = (kind: Edition["kind"], year: number, number: number): string =>
  `${kind}-${year}-${number}`;

/** The last part of an edition's id. */
export const editionNumberOf = (editionId: string): number => Number(editionId.split("-").at(-1));

/** What the file is called on the reader's own machine. */
export const editionFileName = ({ kind, year }: Pick<Edition, "kind" | "year">): string =>
  `Informe ${kind === "annual" ? "anual" : "mensual"} ${year} - Bitácora.pdf`;

/** Where an edition's files lie in the bucket: a name made of their content, so that no run overwrites another's. */
export const editionFolder = (editionId: string, dataHash: string, rendererVersion: number): string =>
  `editions/${editionId}/${dataHash.slice(0, 16)}-r${rendererVersion}`;
