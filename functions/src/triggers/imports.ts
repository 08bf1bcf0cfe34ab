/** The callables behind an import from a spreadsheet. */
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { importMappingSchema } from "../domain/import/importMapping.ts";
import { LIMITS } from "../domain/limits.ts";
import { saveImportMapping as save } from "../jobs/saveImportMapping.ts";
import { SUBMIT_AT_ONCE, submitRecords as submit } from "../jobs/submitRecords.ts";
import { callable, requestBase, versionField } from "./callable.ts";

export const submitRecords = callable(
  z.strictObject({
    ...requestBase,
    entityId: idSchema,
    items: z
      .array(z.strictObject({ recordId: idSchema, version: versionField }))
      .min(1)
      .max(SUBMIT_AT_ONCE),
  }),
  submit,
);

/** Its own id names the request: what it says is kept, however often it is sent. */
export const saveImportMapping = callable(
  z.strictObject({
    ...{ entityId: idSchema, mappingId: idSchema },
    name: z.string().min(1).max(LIMITS.line),
    mapping: importMappingSchema,
  }),
  save,
);
