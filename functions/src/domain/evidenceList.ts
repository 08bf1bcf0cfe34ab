/** The list behind a figure, as a reader may see it. */
import * as z from "zod/mini";
import { CATALOGUE_IDS, type Catalogues } from "./catalogue.ts";
import { slicePattern } from "./counting/evidence.ts";
import { type Field, idSchema } from "./fields.ts";
import { DIMENSIONS } from "./indicator.ts";
import { ENVELOPE } from "./record/envelope.ts";
import { DETAILS, KINDS } from "./record/kinds.ts";

/** A figure that is asked for: see `Slice`. */
export const sliceSchema = z.strictObject({
  standing: z.enum(["approved", "reported"]),
  time: z.string().check(z.regex(slicePattern)),
  of: z.exactOptional(
    z.strictObject({
      dimension: z.enum([...DIMENSIONS, "entity", "sector"]),
      value: z.string().check(z.minLength(1), z.maxLength(64)),
    }),
  ),
});

const rowSchema = z.strictObject({
  /** Ledger id of the source. */
  id: z.string(),
  kind: z.string(),
  /** The day that it counts on; of others' reported records only the month. */
  on: z.string(),
  /** The lead, by id and by its Spanish name. */
  entityId: z.string(),
  entity: z.string(),
  /** What it adds: sources at "", and each part (a currency's minor units, a quantity, a thing counted once). */
  adds: z.record(z.string(), z.number()),
  /** Absent where the reader may know no more than who, with whom and when. */
  title: z.exactOptional(z.string()),
  /** Spanish names of the other entities that took part. */
  participants: z.array(z.string()),
  /** Names, as the directory has them. */
  partners: z.array(z.string()),
  countries: z.array(z.string()),
  /** Where the reader may open it: the record's id. */
  recordId: z.exactOptional(z.string()),
  /** Citizens' lists alone: the public fields of its kind. */
  fields: z.exactOptional(z.record(z.string(), z.unknown())),
  details: z.exactOptional(z.record(z.string(), z.unknown())),
});
export type EvidenceRow = z.infer<typeof rowSchema>;

/** Names of codes, by the field that holds them and by code. */
const codeNamesSchema = z.record(
  z.string(),
  z.record(z.string(), z.strictObject({ nameEs: z.string(), nameEn: z.string() })),
);
export type CodeNames = z.infer<typeof codeNamesSchema>;

/** One page of the list; `next` asks for the one after it. */
export const evidenceListSchema = z.strictObject({
  indicatorId: idSchema,
  /** All sources behind the figure: for a count, the figure itself. */
  count: z.int().check(z.gte(0)),
  rows: z.array(rowSchema),
  /** Citizens' lists alone, whose readers have no catalogues: what the codes in `fields` and `details` mean. */
  names: z.exactOptional(codeNamesSchema),
  next: z.exactOptional(z.string()),
});
export type EvidenceList = z.infer<typeof evidenceListSchema>;

type Held = Readonly<Record<string, unknown>> | undefined;

/** The names of all catalogue codes in the rows' public fields; a code that is in no catalogue has none. */
export function codeNamesOf(
  rows: readonly Pick<EvidenceRow, "kind" | "fields" | "details">[],
  catalogues: Catalogues,
): CodeNames {
  const names: CodeNames = {};
  const tell = (held: Held, fields: Readonly<Record<string, Field>>) => {
    for (const [name, value] of Object.entries(held ?? {})) {
      const from = CATALOGUE_IDS.find((id) => id === fields[name]?.from);
      for (const code of from ? [value].flat() : []) {
        const item = from && catalogues[from].find(({ id }) => id === code);
        if (item) names[name] = { ...names[name], [item.id]: { nameEs: item.nameEs, nameEn: item.nameEn } };
      }
    }
  };
  for (const { kind, fields, details } of rows) {
    const known = KINDS.find((one) => one === kind);
    tell(fields, ENVELOPE);
    if (known) tell(details, DETAILS[known]);
  }
  return names;
}
