/** The only way an approved record changes: proposed by its entity, in force once the Office approves it. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { ENVELOPE_KEYS } from "./record/record.ts";

/**
 * What changes: envelope fields by name, details as `details.<name>`. A value of `null` removes the field
 * (a map in Firestore cannot hold "absent").
 */
export const changesSchema = z
  .record(
    z.string().max(80),
    z.union([z.string().max(LIMITS.paragraph), z.int(), z.array(z.string()), z.null()]),
  )
  .refine((changes) => Object.keys(changes).length > 0 && Object.keys(changes).length <= 40)
  .refine((changes) =>
    Object.keys(changes).every(
      (key) => /^details\.[a-zA-Z]+$/.test(key) || (ENVELOPE_KEYS as readonly string[]).includes(key),
    ),
  );
export type Changes = z.infer<typeof changesSchema>;

export const amendmentSchema = z.strictObject({
  state: z.enum(["proposed", "approved", "refused"]),
  entityId: idSchema,
  recordId: idSchema,
  /** The version of the record that it was proposed on; another one means that it must be proposed again. */
  onVersion: z.int().min(1),
  changes: changesSchema,
  /** From which day on the change holds. */
  effectiveOn: z.iso.date(),
  reason: z.string().min(1).max(LIMITS.paragraph),
  requestId: idSchema,
  proposedBy: idSchema,
  proposedAt: z.date(),
  decidedBy: z.exactOptional(idSchema),
  decidedAt: z.exactOptional(z.date()),
  decisionReason: z.exactOptional(z.string().max(LIMITS.paragraph)),
});
export type Amendment = z.infer<typeof amendmentSchema>;

/** The record's typed fields with the changes applied; the rest of the record is untouched. */
export function withChanges<R extends { details: object }>(record: R, changes: Changes): unknown {
  const envelope: Record<string, unknown> = { ...record };
  const details: Record<string, unknown> = { ...record.details };
  for (const [key, value] of Object.entries(changes)) {
    const [target, name] = key.startsWith("details.") ? [details, key.slice(8)] : [envelope, key];
    if (value === null) delete target[name];
    else target[name] = value;
  }
  return { ...envelope, details };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What `next` changes of `record`, in the form that `withChanges` applies. */
export function changesBetween(
  record: Readonly<Record<string, unknown>> & { details: object },
  next: Readonly<Record<string, unknown>> & { details: object },
): Changes {
  const before = record.details as Record<string, unknown>;
  const after = next.details as Record<string, unknown>;
  const details = [...new Set([...Object.keys(before), ...Object.keys(after)])].map(
    (name) => [`details.${name}`, before[name], after[name]] as const,
  );
  const envelope = ENVELOPE_KEYS.map((name) => [name, record[name], next[name]] as const);
  return Object.fromEntries(
    [...envelope, ...details]
      .filter(([, was, is]) => !same(was, is))
      .map(([key, , is]) => [key, is === undefined ? null : is]),
  ) as Changes;
}
