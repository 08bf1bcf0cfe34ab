/** What the Office does with editions: asks for one, stops it, attaches the signed copy, publishes it, sets the dates. */
import * as z from "zod";
import { scheduleChoicesSchema } from "../domain/editions/reportSchedule.ts";
import { monthSchema, subjectSchema } from "../domain/editions/subject.ts";
import { idSchema } from "../domain/fields.ts";
import { LIMITS } from "../domain/limits.ts";
import { bringEdition as bring } from "../jobs/editions/bringEdition.ts";
import { cancelEdition as cancel } from "../jobs/editions/cancelEdition.ts";
import { publishEdition as publish } from "../jobs/editions/publishEdition.ts";
import { saveReportSchedule as saveSchedule } from "../jobs/editions/saveReportSchedule.ts";
import { signEdition as sign } from "../jobs/editions/signEdition.ts";
import { requestEdition as request } from "../jobs/editions/startEdition.ts";
import { callable, requestBase } from "./callable.ts";
import { editionContext } from "./editionContext.ts";

export const requestEdition = callable(
  z.strictObject({ ...requestBase, subject: subjectSchema }),
  (_context, actor, asked) => request(editionContext(), actor, asked),
);

/** Their own id names these requests: however often one is sent, the edition ends the same. */
const one = { editionId: idSchema };

export const cancelEdition = callable(z.strictObject(one), (_context, actor, asked) =>
  cancel(editionContext(), actor, asked),
);

/** A PDF that lies in the person's own folder, who signed it, and the day that it bears. */
const signedFile = {
  by: z.string().max(LIMITS.line).regex(/\S/),
  on: z.iso.date(),
  uploadId: idSchema,
  fileName: z.string().min(1).max(1_000),
};

export const signEdition = callable(z.strictObject({ ...one, ...signedFile }), (_context, actor, asked) =>
  sign(editionContext(), actor, asked),
);

export const publishEdition = callable(z.strictObject(one), (_context, actor, asked) =>
  publish(editionContext(), actor, asked),
);

export const bringEdition = callable(
  z.strictObject({ ...requestBase, month: monthSchema, ...signedFile }),
  (_context, actor, asked) => bring(editionContext(), actor, asked),
);

export const saveReportSchedule = callable(
  z.strictObject({ choices: scheduleChoicesSchema, version: z.int().min(0) }),
  (context, actor, asked) => saveSchedule(context, actor, asked),
);
