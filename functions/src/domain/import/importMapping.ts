/**
 * How an entity's own spreadsheet is read: which column is which field, and what its words mean. It is kept, so that
 * the next sheet with these heads needs no questions.
 */
import * as z from "zod/mini";
import { idSchema } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { KINDS } from "../record/kinds.ts";
import { stamps } from "../stamps.ts";

/** Characters of a head, of a word and of a field's path. */
const word = z.string().check(z.minLength(1), z.maxLength(LIMITS.line));
const kind = z.enum(KINDS);

/** Besides fields by their path: what the row is, its files, its own number, and nothing. */
export const SPECIAL_TARGETS = ["kind", "files", "key", "nothing"] as const;

export const importMappingSchema = z.strictObject({
  /** What every row is; absent where a column says it. */
  kind: z.exactOptional(kind),
  columns: z
    .array(
      z.strictObject({
        header: word,
        to: word,
        /** How its days are written when they are texts. */
        dayOrder: z.exactOptional(z.enum(["dmy", "mdy"])),
      }),
    )
    .check(z.maxLength(200)),
  /** What the words of coded columns mean; no code: it is left blank. `from` is in `normal` form. */
  values: z
    .array(
      z.strictObject({
        to: word,
        from: word,
        codes: z.array(z.string().check(z.maxLength(LIMITS.id))).check(z.maxLength(LIMITS.list)),
        /** A partner that is not in the directory: proposed in this category, under the name as it is written. */
        propose: z.exactOptional(z.strictObject({ categoryId: idSchema, name: word })),
      }),
    )
    .check(z.maxLength(3_000)),
  /** What the sheet does not say, the same for all rows of a kind. */
  constants: z
    .array(z.strictObject({ kind, path: word, value: z.string().check(z.maxLength(LIMITS.paragraph)) }))
    .check(z.maxLength(300)),
});
export type ImportMapping = z.infer<typeof importMappingSchema>;

/** `entities/{entityId}/importMappings/{mappingId}` */
export const storedMappingSchema = z.strictObject({
  /** Of the file that it was made for. */
  name: word,
  mapping: importMappingSchema,
  ...stamps,
});
export type StoredMapping = z.infer<typeof storedMappingSchema>;
