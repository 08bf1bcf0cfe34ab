/** What an annual report keeps of an indicator: its definition's words, and one year's figures. */
import * as z from "zod/mini";
import { halfYearsBetween, monthsOf } from "../calendar.ts";
import type { Measured } from "../counting/progress.ts";
import { idSchema } from "../fields.ts";
import { CURRENCIES, type Currency, observationSchema, targetSchema } from "../indicator.ts";
import { bilingualSchema } from "../reports/bilingual.ts";
import type { ReportFigure } from "../reports/changes/changes.ts";

/** May be negative: an amendment takes back, on its own day, what it ends. */
const amount = z.int();
const text = z.string();

const named = { id: idSchema, name: bilingualSchema };

const common = {
  ...named,
  lineId: idSchema,
  /** The version of its definition that the figures were counted under. */
  version: z.int().check(z.gte(1)),
  /** The counting rule in plain words. */
  rule: bilingualSchema,
  targetSource: bilingualSchema,
};

/** Approved amounts in the indicator's unit. Things that are counted once do not add up from one span to another. */
const series = {
  /** Dated in the report's year. */
  inYear: amount,
  /** From the strategy's first year to the end of the report's. */
  inStrategy: amount,
  /** Dated before the strategy began: shown apart. */
  before: amount,
  /** Of the report's year. */
  byHalf: z.array(amount).check(z.length(2)),
  /** Of the report's year, January to December. */
  byMonth: z.array(amount).check(z.length(12)),
};
const seriesSchema = z.strictObject(series);
export type AnnualSeries = z.infer<typeof seriesSchema>;

const entityTargetSchema = z.strictObject({
  entityId: idSchema,
  /** `strategy`, the year or a half-year of it. */
  period: text,
  value: amount,
  target: z.int().check(z.positive()),
});
export type EntityTarget = z.infer<typeof entityTargetSchema>;

const counted = {
  ...common,
  unit: bilingualSchema,
  target: z.exactOptional(targetSchema),
  /** The parts of the target that its source gives to entities. */
  entityTargets: z.exactOptional(z.array(entityTargetSchema)),
  /** Whether entities contribute to it, rather than the Office alone. */
  shared: z.boolean(),
};

const measureSchema = z.strictObject({
  /** Sources; what quantities add up to; or different things, each once in whatever span it is counted. */
  type: z.enum(["count", "quantity", "distinct"]),
  ...counted,
  ...series,
});

const moneySchema = z.strictObject({
  type: z.literal("money"),
  ...counted,
  /** In minor units; never converted, nor added to one another. */
  currencies: z.array(z.strictObject({ currency: z.enum(CURRENCIES), ...series })),
});

const newsSchema = z.strictObject({
  stateId: idSchema,
  since: z.iso.date(),
  /** Which one, where the result is plural ("strategies"). */
  subject: z.exactOptional(text),
  document: z.exactOptional(text),
});

const milestoneSchema = z.strictObject({
  type: z.literal("milestone"),
  ...common,
  states: z.array(z.strictObject(named)).check(z.minLength(1)),
  achievedState: idSchema,
  /** Approved news until the end of the report's year, oldest first; the last one is its state. */
  news: z.array(newsSchema),
});

const statisticSchema = z.strictObject({
  type: z.literal("statistic"),
  ...common,
  unit: bilingualSchema,
  target: z.exactOptional(targetSchema),
  /** As others published them, until the end of the report's year, in the order of their periods. */
  observations: z.array(observationSchema),
});

export const annualIndicatorSchema = z.discriminatedUnion("type", [
  measureSchema,
  moneySchema,
  milestoneSchema,
  statisticSchema,
]);
export type AnnualIndicator = z.infer<typeof annualIndicatorSchema>;
export type AnnualMeasure = z.infer<typeof measureSchema>;
export type AnnualMoney = z.infer<typeof moneySchema>;
export type AnnualMilestone = z.infer<typeof milestoneSchema>;
export type AnnualStatistic = z.infer<typeof statisticSchema>;

export const isMeasure = (indicator: AnnualIndicator): indicator is AnnualMeasure =>
  indicator.type === "count" || indicator.type === "quantity" || indicator.type === "distinct";
export const isMoney = (indicator: AnnualIndicator): indicator is AnnualMoney => indicator.type === "money";
export const isMilestone = (indicator: AnnualIndicator): indicator is AnnualMilestone =>
  indicator.type === "milestone";
export const isStatistic = (indicator: AnnualIndicator): indicator is AnnualStatistic =>
  indicator.type === "statistic";

const ZERO: AnnualSeries = {
  inYear: 0,
  inStrategy: 0,
  before: 0,
  byHalf: [0, 0],
  byMonth: Array(12).fill(0),
};

/** The amounts of one currency; zeros where no record states any. */
export const seriesIn = (indicator: AnnualMoney, currency: Currency | undefined): AnnualSeries =>
  indicator.currencies.find((one) => one.currency === currency) ?? ZERO;

const keyed = (keys: readonly string[], amounts: readonly number[]): Record<string, number> =>
  Object.fromEntries(keys.map((key, index) => [key, amounts[index] ?? 0]));

/** The series in the form that progress is measured on. */
export const measuredOf = (
  { inYear, inStrategy, byHalf, byMonth }: AnnualSeries,
  year: number,
): Measured => ({
  value: inStrategy,
  byYear: { [year]: inYear },
  byHalf: keyed(halfYearsBetween(year, year), byHalf),
  byMonth: keyed(monthsOf(year), byMonth),
});

/** The milestone's state at the end of the year; `undefined` is "no information". */
export const latestNews = (milestone: AnnualMilestone): AnnualMilestone["news"][number] | undefined =>
  milestone.news.at(-1);

/** Whether the milestone has reached the state from which it is achieved. */
export function isAchieved(milestone: AnnualMilestone): boolean {
  const rank = (stateId: string | undefined) => milestone.states.findIndex(({ id }) => id === stateId);
  const reached = rank(latestNews(milestone)?.stateId);
  return reached >= 0 && reached >= rank(milestone.achievedState);
}

/** Stands for a figure where there is none yet. */
const NO_INFORMATION = "no-information";

/** Its total in the strategy, of money in each currency; its state; or the last number that is quoted. */
export function figuresOf(indicator: AnnualIndicator): ReportFigure[] {
  const { id, name } = indicator;
  const head = { key: id, indicatorId: id, name };
  switch (indicator.type) {
    case "money":
      return indicator.currencies.map(({ currency, inStrategy }) => ({
        ...{ ...head, key: `${id}~${currency}`, currency, figure: inStrategy },
      }));
    case "milestone": {
      const stateId = latestNews(indicator)?.stateId;
      const stateName = indicator.states.find((state) => state.id === stateId)?.name;
      return [{ ...head, figure: stateId ?? NO_INFORMATION, ...(stateName && { stateName }) }];
    }
    case "statistic":
      return [{ ...head, figure: indicator.observations.at(-1)?.value ?? NO_INFORMATION }];
    default:
      return [{ ...head, figure: indicator.inStrategy }];
  }
}
