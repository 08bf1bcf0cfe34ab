/** The callables by which the Office keeps the directory of partners, and makes one of what is two. */
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { decideMerge as decide, proposeMerge as propose } from "../jobs/mergeRecords.ts";
import { mergePartners as merge, savePartner as save } from "../jobs/savePartner.ts";
import { judgeDistinct as judge } from "../jobs/suspectDuplicates.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";
import { countingContext } from "./countingContext.ts";

/** The fields are checked by the job, so that each one's problem is told. */
export const savePartner = callable(
  z.strictObject({
    ...requestBase,
    partnerId: idSchema,
    version: versionField,
    partner: z.record(z.string().max(40), z.unknown()),
  }),
  (_context, actor, asked) => save(countingContext(), actor, asked),
);

export const mergePartners = callable(
  z.strictObject({
    ...requestBase,
    keptId: idSchema,
    keptVersion: versionField,
    mergedId: idSchema,
    mergedVersion: versionField,
  }),
  (_context, actor, asked) => merge(countingContext(), actor, asked),
);

const named = z.strictObject({ entityId: idSchema, recordId: idSchema, version: versionField });

export const proposeMerge = callable(
  z.strictObject({ ...requestBase, kept: named, merged: named, reason: reasonField }),
  propose,
);

export const decideMerge = callable(
  z.strictObject({
    ...requestBase,
    mergeId: idSchema,
    confirm: z.boolean(),
    reason: reasonField.optional(),
  }),
  decide,
);

const path = z.string().max(300);

export const judgeDistinct = callable(
  z.strictObject({ ...requestBase, of: z.enum(["records", "partners"]), members: z.tuple([path, path]) }),
  judge,
);
