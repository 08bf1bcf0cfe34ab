/** Random definitions of every type, complete and as the system stores them. */
import fc from "fast-check";
import { STRATEGY_YEARS } from "#domain/calendar.ts";
import { CURRENCIES, type Definition, DIMENSIONS, DISTINCT_OF, definitionSchema } from "#domain/indicator.ts";
import { KINDS } from "#domain/record/kinds.ts";

const text = fc.string({ minLength: 1, maxLength: 30 }).map((word) => `a${word}z`);
const id = fc.stringMatching(/^[a-z][a-z0-9-]{0,12}$/);
const whole = fc.integer({ min: 0, max: 9_000_000_000_000 });
const aboveZero = fc.integer({ min: 1, max: 9_000_000_000_000 });
const day = fc
  .date({ min: new Date("2001-01-01"), max: new Date("2030-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

/** All of the keys `required`, and any of the others. */
const some = (
  required: Record<string, fc.Arbitrary<unknown>>,
  others: Record<string, fc.Arbitrary<unknown>>,
) => fc.record({ ...required, ...others }, { requiredKeys: Object.keys(required) });

const field = fc.constantFrom("details.status", "details.amountCopCents", "countries", "review.strategic");
const condition = fc.oneof(
  fc.record({ field, in: fc.array(fc.oneof(id, fc.boolean()), { minLength: 1, maxLength: 4 }) }),
  fc.record({ field, atLeast: whole }),
  fc.record({ field, present: fc.boolean() }),
);
const where = fc.array(condition, { maxLength: 4 });
const ofRecords = (kind: string) =>
  fc.record({ source: fc.constant("records"), kind: fc.constant(kind), where });

const target = (money: boolean) =>
  some(
    {
      per: fc.constantFrom("year", "half-year", "month"),
      value: aboveZero,
      ...(money && { currency: fc.constantFrom(...CURRENCIES) }),
    },
    {
      atLeast: fc.constant(true),
      byYear: fc.dictionary(
        fc.integer({ min: STRATEGY_YEARS.first, max: STRATEGY_YEARS.last }).map(String),
        aboveZero,
        { minKeys: 1 },
      ),
      byEntity: fc.dictionary(id, aboveZero, { minKeys: 1, maxKeys: 3, noNullPrototype: true }),
    },
  );
const strategyTarget = some(
  { per: fc.constant("strategy"), value: aboveZero },
  { baseline: fc.record({ value: whole, year: fc.integer({ min: 1900, max: 2100 }) }) },
);

const common = {
  ...{ lineId: id, nameEs: text, nameEn: text, ruleEs: text, ruleEn: text },
  ...{ targetSourceEs: text, targetSourceEn: text, public: fc.boolean(), active: fc.boolean() },
  order: fc.integer({ min: 0, max: 99 }),
};
const extra = { overlapsWith: fc.uniqueArray(id, { minLength: 1, maxLength: 3 }) };
const measured = { unitEs: text, unitEn: text };
const aim = { ...extra, target: fc.oneof(target(false), strategyTarget) };
/** Dimensions that every kind has. */
const dimensions = fc.subarray(
  [...DIMENSIONS].filter((name) => !["instrumentKind", "scope", "formality"].includes(name)),
);
const type = <T extends string>(name: T) => ({ type: fc.constant(name) });

const count = fc.oneof(
  ...KINDS.map((kind) =>
    some({ ...type("count"), ...common, ...measured, dimensions, rule: ofRecords(kind) }, aim),
  ),
  some(
    {
      ...{ ...type("count"), ...common, ...measured, dimensions: fc.constant([]) },
      rule: fc.record({ source: fc.constantFrom("decisions", "editions"), where }),
    },
    aim,
  ),
);
const sum = fc.oneof(
  some(
    {
      ...type("sum"),
      ...common,
      ...measured,
      dimensions,
      rule: ofRecords("project"),
      of: fc.constant("money"),
    },
    { ...extra, target: target(true) },
  ),
  some(
    {
      ...{ ...type("sum"), ...common, ...measured, dimensions, rule: ofRecords("attraction") },
      of: fc.constant("details.quantity"),
    },
    aim,
  ),
);
const distinct = some(
  {
    ...{ ...type("distinct"), ...common, ...measured, dimensions, rule: ofRecords("interaction") },
    of: fc.constantFrom(...DISTINCT_OF),
  },
  aim,
);
const milestone = fc.uniqueArray(id, { minLength: 2, maxLength: 5 }).chain((ids) =>
  some(
    {
      ...{ ...type("milestone"), ...common, rule: ofRecords("milestone") },
      states: fc.tuple(
        ...ids.map((state) => fc.record({ id: fc.constant(state), nameEs: text, nameEn: text })),
      ),
      achievedState: fc.constantFrom(...ids),
    },
    extra,
  ),
);
const observation = some(
  {
    period: fc.constantFrom("2024", "2025-S1", "2025-03"),
    value: fc
      .integer({ min: -1_000_000_000, max: 1_000_000_000 })
      .map((thousandths) => thousandths / 1000 + 0),
    citation: text,
    consultedOn: day,
  },
  { link: fc.constant("https://bogota.gov.co/cifras") },
);
const statistic = some(
  {
    ...{ ...type("statistic"), ...common, ...measured, rule: fc.constant({ source: "external" }) },
    observations: fc.array(observation, { maxLength: 4 }),
  },
  aim,
);

export const anyDefinition: fc.Arbitrary<Definition> = fc
  .oneof(count, sum, distinct, milestone, statistic)
  .map((definition) => definitionSchema.parse(definition));
