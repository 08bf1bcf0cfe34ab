/** Indicators as data: what counts, towards which target, read by whom. The Office edits them without a deploy. */
import * as z from "zod/mini";
import { idSchema } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { KINDS } from "./record/kinds.ts";

const text = z.string().check(z.minLength(1), z.maxLength(LIMITS.paragraph));

/** A field of a counted source: `details.x`, `review.x` or one of the envelope. */
const fieldSchema = z.string().check(z.regex(/^(details\.|review\.)?[a-zA-Z]+$/));

/**
 * A condition on one field of a counted source: its value (or, for a list, a member of it) is one of `in`; or the
 * number is at least `atLeast`; or the field is filled in (`present: true`) or not.
 */
export const conditionSchema = z.union([
  z.strictObject({
    field: fieldSchema,
    in: z.array(z.union([z.string(), z.boolean()])).check(z.minLength(1), z.maxLength(50)),
  }),
  z.strictObject({ field: fieldSchema, atLeast: z.int().check(z.gte(0)) }),
  z.strictObject({ field: fieldSchema, present: z.boolean() }),
]);
export type Condition = z.infer<typeof conditionSchema>;

const where = z.array(conditionSchema).check(z.maxLength(10));
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

const positive = z.int().check(z.positive(), z.lte(LIMITS.amountCents));

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
    z.strictObject({
      value: z.int().check(z.gte(0), z.lte(LIMITS.amountCents)),
      year: z.int().check(z.gte(1900), z.lte(2100)),
    }),
  ),
  byYear: z.exactOptional(z.record(z.string().check(z.regex(/^20\d{2}$/)), positive)),
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
  period: z.string().check(z.regex(/^20\d{2}(-(S[12]|0[1-9]|1[0-2]))?$/)),
  value: z.number(),
  /** Who published it, where and when. */
  citation: text,
  link: z.exactOptional(z.string().check(z.maxLength(LIMITS.link), z.regex(/^https?:\/\/[^\s.]+\.\S+$/))),
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
  overlapsWith: z.exactOptional(z.array(idSchema).check(z.maxLength(50))),
};

const measured = {
  unitEs: text,
  unitEn: text,
  target: z.exactOptional(targetSchema),
};
const dimensions = z.array(z.enum(DIMENSIONS)).check(z.maxLength(DIMENSIONS.length));

/** Each type's fields; `definitionSchema` and `indicatorSchema` share them. */
const TYPES = {
  count: { ...common, ...measured, rule: countedRuleSchema, dimensions },
  sum: {
    ...common,
    ...measured,
    rule: ofRecords,
    dimensions,
    /** `money`, one total per currency in minor units; or a whole quantity of the details, `details.quantity`. */
    of: z.string().check(z.regex(/^(money|details\.[a-zA-Z]+)$/)),
  },
  distinct: { ...common, ...measured, rule: ofRecords, dimensions, of: z.enum(DISTINCT_OF) },
  milestone: {
    ...common,
    rule: ofRecords,
    /** In order; before the first news an indicator says "no information". */
    states: z.array(milestoneStateSchema).check(z.minLength(2), z.maxLength(10)),
    /** From this state on it is achieved. */
    achievedState: idSchema,
  },
  statistic: {
    ...common,
    ...measured,
    rule: externalRuleSchema,
    /** In the order of their periods. */
    observations: z.array(observationSchema).check(z.maxLength(200)),
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
  version: z.int().check(z.gte(1)),
  /** The version since which it counts as it does: tallies are kept under it. 0 before a new one's first count. */
  ruleVersion: z.int().check(z.gte(0)),
  /** An edit that changes what counts, until all has been counted under it; the figures are the old one's till then. */
  next: z.exactOptional(z.strictObject({ version: z.int().check(z.gte(1)), definition: definitionSchema })),
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
  version: z.int().check(z.gte(1)),
  definition: definitionSchema,
  /** What it changed of the version before; empty for the first. */
  changed: z.array(z.string()),
  at: z.date(),
  by: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
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
