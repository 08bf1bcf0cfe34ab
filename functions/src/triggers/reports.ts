/** The callables that move half-year reports. */
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { PERIOD_PATTERN } from "../domain/halfYearReport.ts";
import { moveReport } from "../jobs/moveReport.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";

const schema = z.strictObject({
  ...requestBase,
  entityId: idSchema,
  periodId: z.string().regex(PERIOD_PATTERN),
  version: versionField,
  reason: reasonField.optional(),
});

export const submitReport = callable(schema, (context, actor, request) =>
  moveReport(context, actor, "submit", request),
);

export const approveReport = callable(schema, (context, actor, request) =>
  moveReport(context, actor, "approve", request),
);

export const returnReport = callable(schema, (context, actor, request) =>
  moveReport(context, actor, "return", request),
);
