/** The one small document that citizens read: the public indicators, their targets and what public records add up to. */
import * as z from "zod/mini";
import { bogotaDay } from "./calendar.ts";
import type { CatalogueItem, Catalogues } from "./catalogue.ts";
import type { IndicatorFigure, Series } from "./counting/figures.ts";
import { idSchema } from "./fields.ts";
import { countsSchema } from "./figuresDocument.ts";
import {
  INDICATOR_TYPES,
  type Indicator,
  milestoneStateSchema,
  observationSchema,
  shownVersionOf,
  targetSchema,
} from "./indicator.ts";

const series = {
  /** Approved, within the strategy's years. */
  value: z.int(),
  /** Approved, dated before the strategy began. */
  before: z.int(),
  byYear: countsSchema,
  byHalf: countsSchema,
  byMonth: countsSchema,
  bySector: countsSchema,
  by: z.record(z.string(), countsSchema),
};

/** A figure without what is not official or not public. */
export const publicFigureSchema = z.strictObject({
  indicatorId: idSchema,
  ...series,
  /** How many records are behind the value. */
  records: z.int(),
  /** Sums of money alone, in minor units; never added to one another. */
  byCurrency: z.exactOptional(z.record(z.string(), z.strictObject(series))),
  /** Milestones alone, oldest first; the last one is its state. */
  news: z.array(z.strictObject({ stateId: idSchema, since: z.iso.date() })),
  /** Statistics alone: as others published them. */
  observations: z.exactOptional(z.array(observationSchema)),
});
export type PublicFigure = z.infer<typeof publicFigureSchema>;

export const publicIndicatorSchema = z.strictObject({
  id: idSchema,
  lineId: idSchema,
  /** The version of its definition. */
  version: z.int().check(z.gte(1)),
  type: z.enum(INDICATOR_TYPES as [Indicator["type"], ...Indicator["type"][]]),
  /** Sums and distinct counts alone: of what. */
  of: z.exactOptional(z.string()),
  nameEs: z.string(),
  nameEn: z.string(),
  unitEs: z.exactOptional(z.string()),
  unitEn: z.exactOptional(z.string()),
  ruleEs: z.string(),
  ruleEn: z.string(),
  target: z.exactOptional(targetSchema),
  targetSourceEs: z.string(),
  targetSourceEn: z.string(),
  states: z.exactOptional(z.array(milestoneStateSchema)),
  achievedState: z.exactOptional(idSchema),
  figure: publicFigureSchema,
});
export type PublicIndicator = z.infer<typeof publicIndicatorSchema>;

export const publicSummarySchema = z.strictObject({
  /** The instant that the figures were folded at. */
  asOf: z.iso.datetime(),
  /** Last day that the figures look at. */
  cutOffOn: z.iso.date(),
  isDemo: z.boolean(),
  lines: z.array(
    z.strictObject({
      id: idSchema,
      number: z.int(),
      nameEs: z.string(),
      nameEn: z.string(),
      shortEs: z.string(),
      shortEn: z.string(),
    }),
  ),
  sectors: z.array(z.strictObject({ id: idSchema, nameEs: z.string(), nameEn: z.string() })),
  /** In the indicators' order. */
  indicators: z.array(publicIndicatorSchema),
});
export type PublicSummary = z.infer<typeof publicSummarySchema>;

function publicSeries<S extends Series>(all: S) {
  const { reported: _, byEntity: __, reportedByEntity: ___, ...rest } = all;
  return rest;
}

function publicFigure(figure: IndicatorFigure): PublicFigure {
  const { news, byCurrency, observations, ruleVersion: _, ...rest } = publicSeries(figure);
  return {
    ...rest,
    ...(byCurrency && {
      byCurrency: Object.fromEntries(
        Object.entries(byCurrency).map(([currency, series]) => [currency, publicSeries(series)]),
      ),
    }),
    ...(observations && { observations: [...observations] }),
    news: news.map(({ stateId, since }) => ({ stateId, since })),
  };
}

function publicIndicator(indicator: Indicator, figure: IndicatorFigure): PublicIndicator {
  const { id, lineId, type, nameEs, nameEn, ruleEs, ruleEn, targetSourceEs, targetSourceEn } = indicator;
  return {
    ...{
      id,
      lineId,
      type,
      version: shownVersionOf(indicator),
      nameEs,
      nameEn,
      ruleEs,
      ruleEn,
      targetSourceEs,
      targetSourceEn,
    },
    ...("of" in indicator && { of: indicator.of }),
    ...(indicator.type === "milestone"
      ? { states: indicator.states, achievedState: indicator.achievedState }
      : {
          unitEs: indicator.unitEs,
          unitEn: indicator.unitEn,
          ...(indicator.target && { target: indicator.target }),
        }),
    figure: publicFigure(figure),
  };
}

const line = ({ id, number = 0, nameEs, nameEn, shortEs = nameEs, shortEn = nameEn }: CatalogueItem) => ({
  ...{ id, number, nameEs, nameEn, shortEs, shortEn },
});

/** The summary of `figures` (those of the public audience) as they stood at the instant `at`. */
export function composePublicSummary(
  indicators: readonly Indicator[],
  figures: readonly IndicatorFigure[],
  { lines, sectors }: Pick<Catalogues, "lines" | "sectors">,
  { at, isDemo }: { at: Date; isDemo: boolean },
): PublicSummary {
  return {
    asOf: at.toISOString(),
    cutOffOn: bogotaDay(at),
    isDemo,
    lines: lines.map(line),
    sectors: sectors.map(({ id, nameEs, nameEn }) => ({ id, nameEs, nameEn })),
    indicators: indicators.flatMap((indicator) => {
      const figure = figures.find(({ indicatorId }) => indicatorId === indicator.id);
      return indicator.public && indicator.active && figure ? [publicIndicator(indicator, figure)] : [];
    }),
  };
}
