/** Two records of one thing become one: the Office proposes, the entity whose record is merged into the other confirms. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import type { DraftRecord } from "./record/record.ts";
import type { State } from "./record/states.ts";

const reason = z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph));

/** `merges/{requestId}`. */
export const mergeSchema = z.strictObject({
  state: z.enum(["proposed", "confirmed", "declined"]),
  /** The record that stays, and its lead. */
  keptEntityId: idSchema,
  keptRecordId: idSchema,
  /** The record that is withdrawn in its favour; its entity becomes a participant. */
  mergedEntityId: idSchema,
  mergedRecordId: idSchema,
  reason,
  proposedBy: idSchema,
  proposedAt: z.date(),
  decidedBy: z.exactOptional(idSchema),
  decidedAt: z.exactOptional(z.date()),
  /** Why it was declined. */
  decisionReason: z.exactOptional(reason),
});
export type Merge = z.infer<typeof mergeSchema>;

/** Most participants of one record, as its schema has it. */
const MOST_PARTICIPANTS = 20;

/** What was sent and not given up; a draft is its entity's own, and the Office knows of none. */
const MERGEABLE: readonly State[] = ["submitted", "returned", "approved"];

export type MergeRefusal =
  | "same-record"
  | "other-kind"
  | "not-mergeable"
  | "keeper-not-approved"
  | "too-many-participants";

interface Side {
  readonly path: string;
  readonly record: DraftRecord;
}

/**
 * Why `merged` may not be merged into `kept`. The record that stays is approved and public, since the people who confirm
 * must be able to read it; the other one is public too, so that taking part in it tells nothing that is withheld. Decisions
 * hang on sessions: these are not merged.
 */
export function mergeRefusalOf(kept: Side, merged: Side): MergeRefusal | undefined {
  if (kept.path === merged.path) return "same-record";
  if (kept.record.kind !== merged.record.kind) return "other-kind";
  if (kept.record.state !== "approved" || kept.record.disclosure !== "public") return "keeper-not-approved";
  if (!MERGEABLE.includes(merged.record.state) || merged.record.disclosure !== "public")
    return "not-mergeable";
  if (kept.record.kind === "session" || kept.record.isExample !== merged.record.isExample)
    return "not-mergeable";
  return participantsAfter(kept.record, merged.record).length > MOST_PARTICIPANTS
    ? "too-many-participants"
    : undefined;
}

/** Who takes part in the record that stays: the lead's own participants, the other lead, and who took part with it. */
export function participantsAfter(
  kept: DraftRecord,
  merged: Pick<DraftRecord, "entityId" | "participants">,
): string[] {
  const all = [...(kept.participants ?? []), merged.entityId, ...(merged.participants ?? [])];
  return [...new Set(all)].filter((entityId) => entityId !== kept.entityId);
}
