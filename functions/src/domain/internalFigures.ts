/** `figures/internal`: the city's figures of all records, for those inside. */
import * as z from "zod";
import type { IndicatorFigure } from "./counting/figures.ts";
import { idSchema } from "./fields.ts";

export const countsSchema = z.record(z.string(), z.int());

export const figureSchema: z.ZodType<IndicatorFigure, unknown> = z.strictObject({
  indicatorId: idSchema,
  value: z.int(),
  before: z.int(),
  reported: z.int(),
  byYear: countsSchema,
  byMonth: countsSchema,
  bySector: countsSchema,
  byEntity: countsSchema,
  reportedByEntity: countsSchema,
  by: z.record(z.string(), countsSchema),
  news: z.array(z.strictObject({ stateId: idSchema, since: z.iso.date(), sourceId: z.string() })),
});

export const internalFiguresSchema = z.strictObject({
  /** In the indicators' order. */
  figures: z.array(figureSchema),
  foldedAt: z.date(),
  isDemo: z.boolean(),
});
export type InternalFigures = z.infer<typeof internalFiguresSchema>;
