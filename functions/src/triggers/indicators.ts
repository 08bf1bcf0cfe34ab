/** The callables by which the Office edits indicators, asks for recounts, and everyone opens a figure. */
import * as z from "zod";
import { sliceSchema } from "../domain/evidenceList.ts";
import { idSchema } from "../domain/fields.ts";
import { listEvidence as list } from "../jobs/listEvidence.ts";
import { requestRecount as request } from "../jobs/operations.ts";
import { saveIndicator as save } from "../jobs/saveIndicator.ts";
import { callable, requestBase } from "./callable.ts";
import { countingContext } from "./countingContext.ts";

/** Its definition is checked by the job, so that each field's problem is told. */
export const saveIndicator = callable(
  z.strictObject({
    ...requestBase,
    indicatorId: idSchema,
    version: z.int().min(0),
    definition: z.unknown(),
  }),
  (_context, actor, asked) => save(countingContext(), actor, asked),
);

export const requestRecount = callable(
  z.strictObject({ ...requestBase, entityId: z.optional(idSchema), indicatorId: z.optional(idSchema) }),
  (_context, actor, asked) => request(countingContext(), actor, asked),
);

export const listEvidence = callable(
  z.strictObject({ indicatorId: idSchema, slice: sliceSchema, after: z.string().max(200).optional() }),
  list,
);
