/** Operations: work that the system does in the background, and what it found; the Office reads them. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";

/**
 * `reconciliation` compares ledger and tallies with their sources and repairs them; `new-version` counts a new version
 * of an indicator and then switches its figures over; `unreadable` is a source that is not what its schema says;
 * `history-gap` is an item whose trail does not account for all of its versions; `partner` brings what names a partner in
 * step with the directory, after the Office merged it into another or classified it anew; `file-missing` is evidence whose
 * file is gone.
 */
export const OPERATION_KINDS = [
  "reconciliation",
  "new-version",
  "unreadable",
  "history-gap",
  "partner",
  "file-missing",
] as const;

/**
 * Of a new version: all is counted under it, then the old one's cells are cleared away. Of a partner: the records that name
 * it, the amendments, the other partners that belong to it as a network.
 */
export const OPERATION_PHASES = ["counting", "tidying", "records", "amendments", "networks"] as const;

export const OPERATION_STATES = ["queued", "running", "done", "failed", "open"] as const;
export type OperationState = (typeof OPERATION_STATES)[number];

export const operationSchema = z.strictObject({
  kind: z.enum(OPERATION_KINDS),
  state: z.enum(OPERATION_STATES),
  /** What it is about: one entity, one indicator, one source, or everything. */
  entityId: z.exactOptional(idSchema),
  indicatorId: z.exactOptional(idSchema),
  partnerId: z.exactOptional(idSchema),
  /** New versions alone. */
  version: z.exactOptional(z.int().check(z.gte(1))),
  sourcePath: z.exactOptional(z.string()),
  /** A person, or `schedule`. */
  requestedBy: idSchema,
  requestedAt: z.date(),
  updatedAt: z.date(),
  finishedAt: z.exactOptional(z.date()),
  phase: z.exactOptional(z.enum(OPERATION_PHASES)),
  /** Sources looked at in this phase, of about how many. */
  done: z.int().check(z.gte(0)),
  total: z.int().check(z.gte(0)),
  /** Where the phase goes on after an interruption: the last source that was counted. */
  cursor: z.exactOptional(z.string()),
  /** Ledger entries and tallies that differed and were put right. */
  entries: z.int().check(z.gte(0)),
  tallies: z.int().check(z.gte(0)),
  /** Sources that could not be read, at most a hundred of them. */
  unreadable: z.array(z.string()).check(z.maxLength(100)),
  /** Why it failed, or what is wrong with the source. */
  problem: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  /** Who works at it, and until when; another may take it over afterwards. */
  leaseHolder: z.exactOptional(z.string()),
  leaseUntil: z.exactOptional(z.date()),
});
export type Operation = z.infer<typeof operationSchema>;

/** Whether someone should still be at it. */
export const isPending = ({ state }: Pick<Operation, "state">): boolean =>
  state === "queued" || state === "running";
