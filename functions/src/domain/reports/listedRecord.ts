/** A record as a report's list shows it: public fields alone, one line of JSON beside the snapshot. */
import * as z from "zod/mini";
import { COUNTRY_PATTERN, idSchema } from "../fields.ts";
import { KINDS } from "../record/kinds.ts";

export const listedRecordSchema = z.strictObject({
  entityId: idSchema,
  recordId: idSchema,
  /** Of the record as it was read: a later edition tells by it what has changed. */
  version: z.int().check(z.gte(1)),
  kind: z.enum(KINDS),
  /** The day on which it counts: that of signing for an instrument. */
  on: z.iso.date(),
  /** As its entity wrote it, in whatever language. */
  title: z.string(),
  /** Names of the partners. */
  partners: z.array(z.string()),
  countries: z.array(z.string().check(z.regex(COUNTRY_PATTERN))),
  /** Half-year reports alone: files that prove it. */
  evidenceCount: z.exactOptional(z.int().check(z.gte(0))),
});
export type ListedRecord = z.infer<typeof listedRecordSchema>;

/** Its line in the file beside the snapshot; the file's SHA-256 is that of its lines one after the other. */
export const listedLine = (record: ListedRecord): string => `${JSON.stringify(record)}\n`;
