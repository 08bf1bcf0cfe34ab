/** The callable by which the Office edits its reasons for returning a record. */
import * as z from "zod";
import { MOST_REASONS } from "../domain/returnReasons.ts";
import { saveReturnReasons as save } from "../jobs/saveReturnReasons.ts";
import { callable, requestBase, versionField } from "./callable.ts";

/** The reasons are checked by the job, so that each field's problem is told. */
export const saveReturnReasons = callable(
  z.strictObject({
    ...requestBase,
    version: versionField,
    reasons: z.array(z.record(z.string().max(40), z.unknown())).max(MOST_REASONS * 2),
  }),
  save,
);
