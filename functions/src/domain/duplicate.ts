/** Pairs that may be one thing: what the system suspects, and what the Office has said about it. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import type { DraftRecord } from "./record/record.ts";
import type { Comparable } from "./similarity/recordSimilarity.ts";

/**
 * `suspected` waits for the Office; `distinct` is its word that they are two things, and stays; `settled` are pairs that no
 * longer look alike, or of which one is gone or was merged.
 */
export const DUPLICATE_STATES = ["suspected", "distinct", "settled"] as const;

export const duplicateSchema = z.strictObject({
  of: z.enum(["records", "partners"]),
  /** Paths of the two documents, in alphabetical order. */
  members: z.array(z.string().check(z.maxLength(300))).check(z.length(2)),
  state: z.enum(DUPLICATE_STATES),
  /** How alike they are, from 0 to 1. */
  score: z.number().check(z.gte(0), z.lte(1)),
  foundAt: z.date(),
  judgedBy: z.exactOptional(idSchema),
  judgedAt: z.exactOptional(z.date()),
});
export type Duplicate = z.infer<typeof duplicateSchema>;

/** The id of a pair, whichever of the two is named first. */
export const duplicateIdOf = (members: readonly string[]): string =>
  members
    .toSorted()
    .map((path) => path.replaceAll("/", "~"))
    .join("~~");

/** What is compared of a record, once it was sent and is public; `undefined` for any other. */
export function comparableOf(record: DraftRecord): Comparable | undefined {
  const { kind, title = "", happenedOn: on = "", partnerIds = [], state, disclosure, isExample } = record;
  const isCompared = (state === "submitted" || state === "approved") && disclosure === "public" && !isExample;
  return isCompared ? { kind, title, on, partnerIds } : undefined;
}
