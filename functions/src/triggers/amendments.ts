/** The callables that change approved records. */
import * as z from "zod";
import { changesSchema } from "../domain/amendment.ts";
import { idSchema } from "../domain/fields.ts";
import { decideAmendment as decide, proposeAmendment as propose } from "../jobs/amend.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";

const base = { ...requestBase, entityId: idSchema, recordId: idSchema };

export const proposeAmendment = callable(
  z.strictObject({
    ...base,
    version: versionField,
    changes: changesSchema,
    effectiveOn: z.iso.date(),
    reason: reasonField,
  }),
  propose,
);

export const decideAmendment = callable(
  z.strictObject({ ...base, amendmentId: idSchema, approve: z.boolean(), reason: reasonField.optional() }),
  decide,
);
