/** The Office's templates of reasons for returning a record: its own data, in both languages. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { type Problem, problemsOf } from "./problem.ts";

/** More than one person can choose from at a glance. */
export const MOST_REASONS = 40;

const line = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.line));
const text = z.string().check(z.trim(), z.minLength(1), z.maxLength(LIMITS.message));

export const returnReasonSchema = z.strictObject({
  id: idSchema,
  /** What the list calls it: "Falta el soporte". */
  nameEs: line,
  nameEn: line,
  /** What the entity will read; the reviewer may still change it. */
  textEs: text,
  textEn: text,
});
export type ReturnReason = z.infer<typeof returnReasonSchema>;

/** `config/returnReasons`; in the order in which they are offered. */
export const returnReasonsSchema = z.strictObject({
  reasons: z.array(returnReasonSchema).check(z.maxLength(MOST_REASONS)),
  version: z.int().check(z.gte(1)),
  updatedAt: z.date(),
  updatedBy: idSchema,
});
export type ReturnReasons = z.infer<typeof returnReasonsSchema>;

export type CheckedReasons =
  | { readonly reasons: readonly ReturnReason[] }
  | { readonly problems: readonly Problem[] };

/** The one check behind the form and the server. Problems name the reason by its place: `reasons.2.textEn`. */
export function checkReturnReasons(typed: readonly unknown[]): CheckedReasons {
  const given = { reasons: typed };
  const parsed = z.pick(returnReasonsSchema, { reasons: true }).safeParse(given);
  if (!parsed.success) return { problems: problemsOf(parsed.error, given, () => false) };
  const { reasons } = parsed.data;
  const twice = reasons.flatMap(({ id }, index): Problem[] =>
    reasons.findIndex((other) => other.id === id) < index
      ? [{ path: `reasons.${index}.id`, code: "twice" }]
      : [],
  );
  return twice.length > 0 ? { problems: twice } : { reasons };
}
