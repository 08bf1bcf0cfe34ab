/** What the Office writes for a report before it is published: letter, introductions, explanations, edited narratives. */
import * as z from "zod/mini";
import { idSchema } from "../fields.ts";
import { LIMITS } from "../limits.ts";

/** A text's name within its report: `letter`, `indicator~l1-r1`, `narrative~sdm~2025-S1~achievements`. */
export const TEXT_KEY_PATTERN = /^[a-z]+(~[A-Za-z0-9][A-Za-z0-9_-]{0,63}){0,3}$/;
export const textKeySchema = z.string().check(z.regex(TEXT_KEY_PATTERN));

const written = z.string().check(z.maxLength(LIMITS.narrative));

/** Either language may be empty: a report in it then says what the other one says, and says so. */
export const textSchema = z.strictObject({
  es: written,
  en: written,
  /** Narratives alone: left out of the report. */
  omitted: z.exactOptional(z.literal(true)),
});
export type ReportText = z.infer<typeof textSchema>;

/** The texts of a report by their key, as its snapshot keeps them. */
export const textsSchema = z.record(textKeySchema, textSchema);
export type ReportTexts = z.infer<typeof textsSchema>;

/** `reportTexts/{reportId}/texts/{key}`: the text that the next edition has. */
export const reportTextSchema = z.strictObject({
  ...textSchema.shape,
  version: z.int().check(z.gte(1)),
  updatedAt: z.date(),
  updatedBy: idSchema,
  updatedByName: z.string().check(z.maxLength(LIMITS.line)),
});
export type StoredReportText = z.infer<typeof reportTextSchema>;

/** `…/history/{version}`: every version as it was saved, for good. */
export const reportTextEntrySchema = z.strictObject({
  ...textSchema.shape,
  version: z.int().check(z.gte(1)),
  at: z.date(),
  by: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
  requestId: idSchema,
});
export type ReportTextEntry = z.infer<typeof reportTextEntrySchema>;
