/** Indicators as data: what counts, towards which target, read by whom. The Office edits them without a deploy. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { KINDS } from "./record/kinds.ts";

const text = z.string().min(1).max(LIMITS.paragraph);

/** A condition on a counted source: the named value is one of `in`. `details.x`, `review.x` or an envelope field. */
export const conditionSchema = z.strictObject({
  field: z.string().regex(/^(details\.|review\.)?[a-zA-Z]+$/),
  in: z
    .array(z.union([z.string(), z.boolean()]))
    .min(1)
    .max(50),
});
export type Condition = z.infer<typeof conditionSchema>;

/** Where an indicator's figures come from; `external` statistics are quoted, never summed from records. */
export const ruleSchema = z.discriminatedUnion("source", [
  z.strictObject({
    source: z.literal("records"),
    kind: z.enum(KINDS),
    where: z.array(conditionSchema).max(10),
  }),
  z.strictObject({ source: z.literal("decisions"), where: z.array(conditionSchema).max(10) }),
  z.strictObject({ source: z.literal("editions"), where: z.array(conditionSchema).max(10) }),
]);
export type Rule = z.infer<typeof ruleSchema>;

/** What a target asks: a total over the strategy's years, or at least so many in each year. */
export const targetSchema = z.discriminatedUnion("per", [
  z.strictObject({ per: z.literal("strategy"), value: z.int().positive() }),
  z.strictObject({ per: z.literal("year"), value: z.int().positive() }),
]);
export type Target = z.infer<typeof targetSchema>;

/** Ways a count is broken down, besides by month, entity and sector, which every indicator has. */
export const DIMENSIONS = ["instrumentKind", "scope", "formality", "country"] as const;
export type Dimension = (typeof DIMENSIONS)[number];

export const milestoneStateSchema = z.strictObject({ id: idSchema, nameEs: text, nameEn: text });

const common = {
  lineId: idSchema,
  nameEs: text,
  nameEn: text,
  /** The counting rule in plain words. */
  ruleEs: text,
  ruleEn: text,
  /** Where the target, or its absence, comes from. */
  targetSourceEs: text,
  targetSourceEn: text,
  rule: ruleSchema,
  /** Whether citizens see it. */
  public: z.boolean(),
  active: z.boolean(),
  order: z.int(),
  version: z.int().min(1),
  updatedAt: z.date(),
  updatedBy: idSchema,
};

export const indicatorSchema = z.discriminatedUnion("type", [
  z.strictObject({
    type: z.literal("count"),
    ...common,
    unitEs: text,
    unitEn: text,
    target: z.exactOptional(targetSchema),
    dimensions: z.array(z.enum(DIMENSIONS)).max(DIMENSIONS.length),
  }),
  z.strictObject({
    type: z.literal("milestone"),
    ...common,
    /** In order; before the first news an indicator says "no information". */
    states: z.array(milestoneStateSchema).min(2).max(10),
    /** From this state on it is achieved. */
    achievedState: idSchema,
  }),
]);
export type IndicatorBody = z.infer<typeof indicatorSchema>;
/** An indicator with its document id: `l1-r1` and so on. */
export type Indicator = IndicatorBody & { readonly id: string };
