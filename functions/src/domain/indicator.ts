/** Indicators as data: what counts, towards which target, read by whom. The Office edits them without a deploy. */
import * as z from "zod";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { KINDS } from "./record/kinds.ts";

const text = z.string().min(1).max(LIMITS.paragraph);

/** A field of a counted source: `details.x`, `review.x` or one of the envelope. */
const fieldSchema = z.string().regex(/^(details\.|review\.)?[a-zA-Z]+$/);

/**
 * A condition on one field of a counted source: its value (or, for a list, a member of it) is one of `in`; or the
 * number is at least `atLeast`; or the field is filled in (`present: true`) or not.
 */
export const conditionSchema = z.union([
  z.strictObject({
    field: fieldSchema,
    in: z
      .array(z.union([z.string(), z.boolean()]))
      .min(1)
      .max(50),
  }),
  z.strictObject({ field: fieldSchema, atLeast: z.int().min(0) }),
  z.strictObject({ field: fieldSchema, present: z.boolean() }),
]);
export type Condition = z.infer<typeof conditionSchema>;

const where = z.array(conditionSchema).max(10);
const ofRecords = z.strictObject({ source: z.literal("records"), kind: z.enum(KINDS), where });

/** What is counted: records of one kind, decisions, or published editions; all conditions must hold. */
export const countedRuleSchema = z.discriminatedUnion("source", [
  ofRecords,
  z.strictObject({ source: z.literal("decisions"), where }),
  z.strictObject({ source: z.literal("editions"), where }),
]);
/** `external` statistics are quoted with their citation, never summed from records. */
const externalRuleSchema = z.strictObject({ source: z.literal("external") });
export type Rule = z.infer<typeof countedRuleSchema> | z.infer<typeof externalRuleSchema>;

export const CURRENCIES = ["COP", "USD", "EUR"] as const;
export type Currency = (typeof CURRENCIES)[number];

const positive = z.int().positive().max(LIMITS.amountCents);

/**
 * What a target asks. `per: "strategy"` is a total over the strategy's years, counted on from `baseline` where there is
 * one; any other `per` asks for so many in each period, or at least so many (`atLeast`). `byYear` and `byEntity` hold
 * what a source itself allots, a total by the end of a year or an entity's part: a target is never divided by us.
 */
export const targetSchema = z.strictObject({
  per: z.enum(["strategy", "year", "half-year", "month"]),
  value: positive,
  atLeast: z.exactOptional(z.boolean()),
  /** Sums of money alone: the currency that the value is in, in minor units. */
  currency: z.exactOptional(z.enum(CURRENCIES)),
  baseline: z.exactOptional(
    z.strictObject({ value: z.int().min(0).max(LIMITS.amountCents), year: z.int().min(1900).max(2100) }),
  ),
  byYear: z.exactOptional(z.record(z.string().regex(/^20\d{2}$/), positive)),
  byEntity: z.exactOptional(z.record(idSchema, positive)),
});
export type Target = z.infer<typeof targetSchema>;

/** Ways a figure is broken down, besides by month, half-year, year, entity and sector, which every one is. */
export const DIMENSIONS = [
  "instrumentKind",
  "scope",
  "formality",
  "partnerCategory",
  "country",
  "sdg",
  "programme",
  "theme",
  "population",
] as const;
export type Dimension = (typeof DIMENSIONS)[number];

/** What a `distinct` indicator counts once, however many records name it. */
export const DISTINCT_OF = ["partners", "countries", "networks"] as const;

export const milestoneStateSchema = z.strictObject({ id: idSchema, nameEs: text, nameEn: text });

/** A statistic of somebody else's, as they published it. */
export const observationSchema = z.strictObject({
  /** A year, a half-year or a month. */
  period: z.string().regex(/^20\d{2}(-(S[12]|0[1-9]|1[0-2]))?$/),
  value: z.number(),
  /** Who published it, where and when. */
  citation: text,
  link: z.exactOptional(
    z
      .string()
      .max(LIMITS.link)
      .regex(/^https?:\/\/[^\s.]+\.\S+$/),
  ),
  consultedOn: z.iso.date(),
});
export type Observation = z.infer<typeof observationSchema>;

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
  /** Whether citizens see it. */
  public: z.boolean(),
  active: z.boolean(),
  order: z.int(),
  /** Other indicators that count some of the same sources, and are meant to: they are never added up. */
  overlapsWith: z.exactOptional(z.array(idSchema).max(50)),
};

const measured = {
  unitEs: text,
  unitEn: text,
  target: z.exactOptional(targetSchema),
};
const dimensions = z.array(z.enum(DIMENSIONS)).max(DIMENSIONS.length);

/** Each type's fields; `definitionSchema` and `indicatorSchema` share them. */
const TYPES = {
  count: { ...common, ...measured, rule: countedRuleSchema, dimensions },
  sum: {
    ...common,
    ...measured,
    rule: ofRecords,
    dimensions,
    /** `money`, one total per currency in minor units; or a whole quantity of the details, `details.quantity`. */
    of: z.string().regex(/^(money|details\.[a-zA-Z]+)$/),
  },
  distinct: { ...common, ...measured, rule: ofRecords, dimensions, of: z.enum(DISTINCT_OF) },
  milestone: {
    ...common,
    rule: ofRecords,
    /** In order; before the first news an indicator says "no information". */
    states: z.array(milestoneStateSchema).min(2).max(10),
    /** From this state on it is achieved. */
    achievedState: idSchema,
  },
  statistic: {
    ...common,
    ...measured,
    rule: externalRuleSchema,
    /** In the order of their periods. */
    observations: z.array(observationSchema).max(200),
  },
} as const;
export const INDICATOR_TYPES = Object.keys(TYPES) as (keyof typeof TYPES)[];
export type IndicatorType = keyof typeof TYPES;

/** What the Office writes of an indicator. */
export const definitionSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("count"), ...TYPES.count }),
  z.strictObject({ type: z.literal("sum"), ...TYPES.sum }),
  z.strictObject({ type: z.literal("distinct"), ...TYPES.distinct }),
  z.strictObject({ type: z.literal("milestone"), ...TYPES.milestone }),
  z.strictObject({ type: z.literal("statistic"), ...TYPES.statistic }),
]);
export type Definition = z.infer<typeof definitionSchema>;

const control = {
  /** +1 with every edit; each stays in `versions/{version}`. */
  version: z.int().min(1),
  /** The version since which it counts as it does: tallies are kept under it. 0 before a new one's first count. */
  ruleVersion: z.int().min(0),
  /** An edit that changes what counts, until all has been counted under it; the figures are the old one's till then. */
  next: z.exactOptional(z.strictObject({ version: z.int().min(1), definition: definitionSchema })),
  updatedAt: z.date(),
  updatedBy: idSchema,
};

/** `indicators/{indicatorId}`: the definition whose figures are shown. */
export const indicatorSchema = z.discriminatedUnion("type", [
  z.strictObject({ type: z.literal("count"), ...TYPES.count, ...control }),
  z.strictObject({ type: z.literal("sum"), ...TYPES.sum, ...control }),
  z.strictObject({ type: z.literal("distinct"), ...TYPES.distinct, ...control }),
  z.strictObject({ type: z.literal("milestone"), ...TYPES.milestone, ...control }),
  z.strictObject({ type: z.literal("statistic"), ...TYPES.statistic, ...control }),
]);
export type IndicatorBody = z.infer<typeof indicatorSchema>;
/** An indicator with its document id: `l1-r1` and so on. */
export type Indicator = IndicatorBody & { readonly id: string };

/** `indicators/{indicatorId}/versions/{version}`: every version as it was saved, for good. */
export const indicatorVersionSchema = z.strictObject({
  version: z.int().min(1),
  definition: definitionSchema,
  /** What it changed of the version before; empty for the first. */
  changed: z.array(z.string()),
  at: z.date(),
  by: idSchema,
  byName: z.string().max(LIMITS.line),
  requestId: idSchema,
});
export type IndicatorVersion = z.infer<typeof indicatorVersionSchema>;

const NOT_OF_DEFINITION = new Set([...Object.keys(control), "id"]);

/** The definition alone, without what the system says of it. */
export const definitionOf = (indicator: IndicatorBody | Indicator): Definition =>
  definitionSchema.parse(
    Object.fromEntries(Object.entries(indicator).filter(([key]) => !NOT_OF_DEFINITION.has(key))),
  );

/** The version of the definition whose figures are shown. */
export const shownVersionOf = ({ version, next }: Pick<IndicatorBody, "version" | "next">): number =>
  next ? version - 1 : version;
