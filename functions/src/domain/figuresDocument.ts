/**
 * The figures that those inside read, one document for a whole screen:
 * `figures/internal` (the Office: all records), `figures/open` (everyone: public records alone) and
 * `entities/{entityId}/figures/current` (the entity: all that it led or took part in).
 */
import * as z from "zod/mini";
import type { IndicatorFigure, Series } from "./counting/figures.ts";
import { idSchema } from "./fields.ts";
import { observationSchema } from "./indicator.ts";

export const countsSchema = z.record(z.string(), z.int());

const series = {
  value: z.int(),
  before: z.int(),
  reported: z.int(),
  byYear: countsSchema,
  byHalf: countsSchema,
  byMonth: countsSchema,
  bySector: countsSchema,
  byEntity: countsSchema,
  reportedByEntity: countsSchema,
  by: z.record(z.string(), countsSchema),
};
const seriesSchema: z.ZodMiniType<Series, unknown> = z.strictObject(series);

export const figureSchema = z.strictObject({
  indicatorId: idSchema,
  ruleVersion: z.int().check(z.gte(0)),
  ...series,
  records: z.int(),
  byCurrency: z.exactOptional(z.record(z.string(), seriesSchema)),
  news: z.array(z.strictObject({ stateId: idSchema, since: z.iso.date(), sourceId: z.string() })),
  observations: z.exactOptional(z.array(observationSchema)),
}) as z.ZodMiniType<IndicatorFigure, unknown>;

export const figuresDocumentSchema = z.strictObject({
  /** In the indicators' order. */
  figures: z.array(figureSchema),
  foldedAt: z.date(),
  isDemo: z.boolean(),
});
export type FiguresDocument = z.infer<typeof figuresDocumentSchema>;
