/** From an indicator and its figures to what the report of a year keeps of it. */
import { halfYearsBetween, monthsOf, yearOf } from "../calendar.ts";
import type { IndicatorFigure, Series } from "../counting/figures.ts";
import { CURRENCIES, type Indicator, type Target } from "../indicator.ts";
import { OFFICE_KINDS } from "../record/kinds.ts";
import { bilingualOf } from "../reports/bilingual.ts";
import type { AnnualIndicator, AnnualMilestone, AnnualSeries, EntityTarget } from "./annualIndicator.ts";

/** An indicator's figures, folded from the tallies of different spans of time. */
export interface AnnualFigures {
  /** Until the end of the report's year. */
  readonly untilYear: IndicatorFigure;
  readonly ofYear: IndicatorFigure;
  /** Of each half of the year, in order. */
  readonly ofHalves: readonly IndicatorFigure[];
}

interface Context {
  readonly year: number;
  /** Milestones alone: their news with what proves them. */
  readonly news: AnnualMilestone["news"];
}

/** Whether entities contribute to an indicator, rather than the Office alone. */
export const isShared = ({ rule }: Indicator): boolean =>
  rule.source === "records" && !OFFICE_KINDS.includes(rule.kind);

/** The version of the definition in force: while a later one is being counted, the one before that. */
const definitionVersionOf = ({ version, next }: Indicator): number => (next ? next.version - 1 : version);

const annualSeriesOf = (series: Series | undefined, year: number): AnnualSeries => ({
  inYear: series?.byYear[year] ?? 0,
  inStrategy: series?.value ?? 0,
  before: series?.before ?? 0,
  byHalf: halfYearsBetween(year, year).map((period) => series?.byHalf[period] ?? 0),
  byMonth: monthsOf(year).map((month) => series?.byMonth[month] ?? 0),
});

/** Tallies tell the entities' parts of the strategy, of years and of half-years; those of months they do not. */
function entityTargetsOf(target: Target, figures: AnnualFigures, { year }: Context): EntityTarget[] {
  const spans: Readonly<Record<Target["per"], readonly (readonly [string, IndicatorFigure])[]>> = {
    strategy: [["strategy", figures.untilYear]],
    year: [[String(year), figures.ofYear]],
    "half-year": halfYearsBetween(year, year).flatMap((period, index) => {
      const half = figures.ofHalves[index];
      return half ? [[period, half] as const] : [];
    }),
    month: [],
  };
  return Object.entries(target.byEntity ?? {})
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .flatMap(([entityId, asked]) =>
      spans[target.per].map(([period, figure]) => {
        const series = target.currency ? figure.byCurrency?.[target.currency] : figure;
        return {
          entityId,
          period,
          value: series?.byEntity[entityId] ?? 0,
          target: asked,
        };
      }),
    );
}

export function annualIndicatorOf(
  indicator: Indicator,
  figures: AnnualFigures,
  context: Context,
): AnnualIndicator {
  const { untilYear } = figures;
  const { year } = context;
  const common = {
    id: indicator.id,
    lineId: indicator.lineId,
    name: bilingualOf(indicator),
    version: definitionVersionOf(indicator),
    rule: { es: indicator.ruleEs, en: indicator.ruleEn },
    targetSource: { es: indicator.targetSourceEs, en: indicator.targetSourceEn },
  };
  if (indicator.type === "milestone")
    return {
      type: "milestone",
      ...common,
      states: indicator.states.map((state) => ({ id: state.id, name: bilingualOf(state) })),
      achievedState: indicator.achievedState,
      news: context.news,
    };
  const { target } = indicator;
  const measured = {
    ...common,
    unit: { es: indicator.unitEs, en: indicator.unitEn },
    ...(target && { target }),
  };
  if (indicator.type === "statistic")
    return {
      type: "statistic",
      ...measured,
      observations: indicator.observations
        .filter(({ period }) => yearOf(period) <= year)
        .toSorted((a, b) => (a.period < b.period ? -1 : 1)),
    };
  const entityTargets = target ? entityTargetsOf(target, figures, context) : [];
  const counted = {
    ...measured,
    ...(entityTargets.length > 0 && { entityTargets }),
    shared: isShared(indicator),
  };
  if (indicator.type === "sum" && indicator.of === "money")
    return {
      type: "money",
      ...counted,
      currencies: CURRENCIES.map((currency) => ({
        currency,
        ...annualSeriesOf(untilYear.byCurrency?.[currency], year),
      })).filter(({ inYear, inStrategy, before }) => inYear !== 0 || inStrategy !== 0 || before !== 0),
    };
  return {
    type: indicator.type === "sum" ? "quantity" : indicator.type,
    ...counted,
    ...annualSeriesOf(untilYear, year),
  };
}
