/** The callables that move half-year reports, and what follows when one is written. */
import { onDocumentWritten } from "firebase-functions/v2/firestore";
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { PERIOD_PATTERN, sectionReasonsSchema } from "../domain/halfYearReport.ts";
import { followReport } from "../jobs/followReport.ts";
import { moveReport } from "../jobs/moveReport.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";
import { cloudContext } from "./context.ts";
import { region } from "./region.ts";

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

export const returnReport = callable(
  schema.extend({ sectionReasons: z.optional(sectionReasonsSchema) }),
  (context, actor, request) => moveReport(context, actor, "return", request),
);

/** The scorecard follows; the job reads the truth itself, so that deliveries may come doubled, late or in any order. */
export const onReportFiled = onDocumentWritten(
  { region, retry: true, document: "entities/{entityId}/reports/{periodId}" },
  ({ params }) => followReport(cloudContext(), params),
);
