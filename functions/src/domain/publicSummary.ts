/** The one small document that citizens read: the public indicators, their targets and what public records add up to. */
import * as z from "zod";
import { bogotaDay } from "./calendar.ts";
import type { CatalogueItem, Catalogues } from "./catalogue.ts";
import type { IndicatorFigure } from "./counting/figures.ts";
import { idSchema } from "./fields.ts";
import { type Indicator, milestoneStateSchema, targetSchema } from "./indicator.ts";
import { countsSchema } from "./internalFigures.ts";

/** A figure without what is not official, not public or leads to single records. */
export const publicFigureSchema = z.strictObject({
  indicatorId: idSchema,
  /** Approved, within the strategy's years. */
  value: z.int(),
  /** Approved, dated before the strategy began. */
  before: z.int(),
  byYear: countsSchema,
  byMonth: countsSchema,
  bySector: countsSchema,
  by: z.record(z.string(), countsSchema),
  /** Milestones alone, oldest first; the last one is its state. */
  news: z.array(z.strictObject({ stateId: idSchema, since: z.iso.date() })),
});
export type PublicFigure = z.infer<typeof publicFigureSchema>;

export const publicIndicatorSchema = z.strictObject({
  id: idSchema,
  lineId: idSchema,
  type: z.enum(["count", "milestone"]),
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

function publicFigure(figure: IndicatorFigure): PublicFigure {
  const { reported: _, byEntity: __, reportedByEntity: ___, news, ...rest } = figure;
  return { ...rest, news: news.map(({ stateId, since }) => ({ stateId, since })) };
}

function publicIndicator(indicator: Indicator, figure: IndicatorFigure): PublicIndicator {
  const { id, lineId, nameEs, nameEn, ruleEs, ruleEn, targetSourceEs, targetSourceEn } = indicator;
  return {
    ...{ id, lineId, type: indicator.type, nameEs, nameEn, ruleEs, ruleEn, targetSourceEs, targetSourceEn },
    ...(indicator.type === "count"
      ? {
          unitEs: indicator.unitEs,
          unitEn: indicator.unitEn,
          ...(indicator.target && { target: indicator.target }),
        }
      : { states: indicator.states, achievedState: indicator.achievedState }),
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
