/** The callables that move records. */
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { moveRecord } from "../jobs/moveRecord.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";

const base = { ...requestBase, entityId: idSchema, recordId: idSchema, version: versionField };
const withReason = z.strictObject({ ...base, reason: reasonField });

export const submitRecord = callable(z.strictObject(base), (context, actor, request) =>
  moveRecord(context, actor, "submit", request),
);

export const approveRecord = callable(
  z.strictObject({ ...base, strategic: z.boolean().optional(), strategicReason: reasonField.optional() }),
  (context, actor, request) => moveRecord(context, actor, "approve", request),
);

export const returnRecord = callable(withReason, (context, actor, request) =>
  moveRecord(context, actor, "return", request),
);

export const restoreRecord = callable(withReason, (context, actor, request) =>
  moveRecord(context, actor, "restore", request),
);

export const withdrawRecord = callable(withReason, (context, actor, request) =>
  moveRecord(context, actor, "withdraw", request),
);
