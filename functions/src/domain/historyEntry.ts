/** The append-only trail of a record: one entry per version that the server wrote, its id the version. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { STATES } from "./record/states.ts";

export const historyEntrySchema = z.strictObject({
  version: z.int().min(1),
  action: z.enum(["submit", "approve", "return", "withdraw", "amend", "seed"]),
  /** Repeating a request with the same id changes nothing. */
  requestId: idSchema,
  at: z.date(),
  by: idSchema,
  byName: z.string().max(LIMITS.line),
  from: z.exactOptional(z.enum(STATES)),
  to: z.enum(STATES),
  reason: z.exactOptional(z.string().max(LIMITS.paragraph)),
  /** The whole document as this version left it, so that any two versions can be compared. */
  after: z.record(z.string(), z.unknown()),
});
export type HistoryEntry = z.infer<typeof historyEntrySchema>;
