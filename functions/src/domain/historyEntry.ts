/** Trails: append-only, one entry per version that the server wrote, its id the version; nothing of them is ever changed. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { STATES } from "./record/states.ts";

/** What every entry says. */
export const entryTrail = {
  version: z.int().check(z.gte(1)),
  /** How many versions it accounts for; more than 1 where people saved several times between two acts of the server. */
  covers: z.int().check(z.gte(1)),
  /** Whose trails are summed together: `entities/sdm`, or a collection such as `partners`. */
  scope: z.string().check(z.maxLength(LIMITS.line)),
  at: z.date(),
  by: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
  reason: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  /**
   * What the fields that changed held before, `null` where they held nothing: `title`, `details.status`. Empty for the
   * first entry. What they hold since is in `after`.
   */
  before: z.record(z.string(), z.unknown()),
  /** The whole document as this version left it, so that any two versions can be compared. */
  after: z.record(z.string(), z.unknown()),
};

/** A version of a partner. */
export const partnerEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.enum(["activate", "edit", "merge", "follow"]),
  /** Of what the Office asked for: repeating it changes nothing. */
  requestId: z.exactOptional(idSchema),
});
export type PartnerEntry = z.infer<typeof partnerEntrySchema>;

/** A version of the Office's reasons for returning records. */
export const returnReasonsEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.enum(["seed", "edit"]),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
});
export type ReturnReasonsEntry = z.infer<typeof returnReasonsEntrySchema>;

/**
 * A version of a record or a half-year report. `edit` is what people themselves changed of a returned one until it was
 * sent again: who saved last, and when. `merge` joins two records of one thing; `follow` is what a merged or newly
 * classified partner changes in the records that name it.
 */
export const historyEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.enum([
    "submit",
    "approve",
    "return",
    "withdraw",
    "restore",
    "amend",
    "edit",
    "seed",
    "merge",
    "follow",
  ]),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
  from: z.exactOptional(z.enum(STATES)),
  to: z.enum(STATES),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;

/**
 * A version of a decision: entered, told how it goes (`reason`), closed, opened again, or fallen and risen with its
 * session.
 */
export const decisionEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.enum(["enter", "progress", "close", "reopen", "withdraw", "restore", "seed"]),
  requestId: idSchema,
});
export type DecisionEntry = z.infer<typeof decisionEntrySchema>;

/** A version of a list, which is a change of one item: `before` and `after` are that item's. */
export const catalogueEntrySchema = z.strictObject({
  ...entryTrail,
  action: z.enum(["add", "change", "seed"]),
  requestId: idSchema,
  /** Absent where the list came with the system. */
  itemId: z.exactOptional(idSchema),
});
export type CatalogueEntry = z.infer<typeof catalogueEntrySchema>;

/** The scope of an entity's records and reports. */
export const entityScope = (entityId: string): string => `entities/${entityId}`;
