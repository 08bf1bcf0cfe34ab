/** The callable by which the Office asks for an edition at any time. */
import * as z from "zod";
import { requestEdition as request } from "../jobs/startEdition.ts";
import { callable, requestBase } from "./callable.ts";
import { editionContext } from "./editionContext.ts";

export const requestEdition = callable(
  z.strictObject({ ...requestBase, kind: z.literal("annual"), year: z.int() }),
  (_context, actor, asked) => request(editionContext(), actor, asked),
);
