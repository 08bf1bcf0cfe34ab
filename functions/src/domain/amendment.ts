/** The only way an approved record changes: proposed by its entity, in force once the Office approves it. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { ENVELOPE_KEYS } from "./record/record.ts";

/**
 * What changes: envelope fields by name, details as `details.<name>`. A value of `null` removes the field
 * (a map in Firestore cannot hold "absent").
 */
export const changesSchema = z
  .record(
    z.string().check(z.maxLength(80)),
    z.union([z.string().check(z.maxLength(LIMITS.paragraph)), z.int(), z.array(z.string()), z.null()]),
  )
  .check(
    z.refine((changes) => Object.keys(changes).length > 0 && Object.keys(changes).length <= 40),
    z.refine((changes) =>
      Object.keys(changes).every(
        (key) => /^details\.[a-zA-Z]+$/.test(key) || (ENVELOPE_KEYS as readonly string[]).includes(key),
      ),
    ),
  );
export type Changes = z.infer<typeof changesSchema>;

export const amendmentSchema = z.strictObject({
  state: z.enum(["proposed", "approved", "refused"]),
  entityId: idSchema,
  recordId: idSchema,
  /** The version of the record that it was proposed on; another one means that it must be proposed again. */
  onVersion: z.int().check(z.gte(1)),
  changes: changesSchema,
  /** From which day on the change holds. */
  effectiveOn: z.iso.date(),
  reason: z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph)),
  requestId: idSchema,
  proposedBy: idSchema,
  proposedAt: z.date(),
  decidedBy: z.exactOptional(idSchema),
  decidedAt: z.exactOptional(z.date()),
  decisionReason: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  /**
   * Once approved: what the changed fields held before and after, `null` where they held nothing. Besides `changes` these
   * are the fields that the server derives from them, as `derived.<name>`.
   */
  replaced: z.exactOptional(z.record(z.string(), z.unknown())),
  applied: z.exactOptional(z.record(z.string(), z.unknown())),
});
export type Amendment = z.infer<typeof amendmentSchema>;

type Fields = Readonly<Record<string, unknown>>;

/** `[map, name]` of a key: `["details", "status"]`, `["", "title"]`. */
function placeOf(key: string): readonly ["" | "details" | "derived", string] {
  const [map = "", name] = key.split(".");
  return name !== undefined && (map === "details" || map === "derived") ? [map, name] : ["", key];
}

const mapIn = (record: object, map: "" | "details" | "derived"): Fields =>
  (map === "" ? record : ((record as Fields)[map] ?? {})) as Fields;

/** The record with the changes applied; a value of `null` removes the field, the rest of the record is untouched. */
export function withChanges<R extends { details: object }>(record: R, changes: Fields): unknown {
  const maps = {
    "": { ...mapIn(record, "") },
    details: { ...record.details },
    derived: { ...mapIn(record, "derived") },
  };
  for (const [key, value] of Object.entries(changes)) {
    const [map, name] = placeOf(key);
    const target: Record<string, unknown> = maps[map];
    if (value === null) delete target[name];
    else target[name] = value;
  }
  const { details, derived } = maps;
  return { ...maps[""], details, ...(Object.keys(derived).length > 0 && { derived }) };
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The values of the keys in a record, in the form that `withChanges` applies. */
export const valuesAt = (record: { details: object }, keys: readonly string[]): Record<string, unknown> =>
  Object.fromEntries(
    keys.map((key) => {
      const [map, name] = placeOf(key);
      return [key, mapIn(record, map)[name] ?? null];
    }),
  );

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
