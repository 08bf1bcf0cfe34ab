/** The callable by which the Office says who must report on a half-year, what and by when. */
import * as z from "zod";
import { obligationInputSchema } from "../domain/halfYear/obligation.ts";
import { PERIOD_PATTERN } from "../domain/halfYearReport.ts";
import { saveObligation as save } from "../jobs/saveObligation.ts";
import { callable, requestBase } from "./callable.ts";

export const saveObligation = callable(
  z.strictObject({
    ...requestBase,
    periodId: z.string().regex(PERIOD_PATTERN),
    version: z.int().min(0),
    obligation: obligationInputSchema,
  }),
  save,
);
