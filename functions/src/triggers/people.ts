/** The callables by which the Office keeps the people who agreed to be written to. */
import * as z from "zod";
import { idSchema } from "../domain/fields.ts";
import { addPerson as add, erasePerson as erase, exportPerson as exportAll } from "../jobs/people.ts";
import { callable, requestBase } from "./callable.ts";

/** The fields are checked by the job, so that each one's problem is told. */
export const addPerson = callable(
  z.strictObject({ ...requestBase, person: z.record(z.string().max(40), z.unknown()) }),
  add,
);

export const exportPerson = callable(
  z.strictObject({ personId: idSchema }),
  async (context, actor, asked) => {
    const { person, ...rest } = await exportAll(context, actor, asked);
    // Callables carry JSON: instants as texts.
    return { ...rest, person: JSON.parse(JSON.stringify(person)) as unknown };
  },
);

export const erasePerson = callable(z.strictObject({ requestId: z.uuid(), personId: idSchema }), erase);
