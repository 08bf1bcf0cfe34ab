/** The callable that enters a decision of a session. */
import * as z from "zod";
import { decisionInputSchema } from "../domain/decision.ts";
import { idSchema } from "../domain/fields.ts";
import { saveDecision as save } from "../jobs/saveDecision.ts";
import { callable, requestBase } from "./callable.ts";

export const saveDecision = callable(
  z.strictObject({
    ...requestBase,
    sessionEntityId: idSchema,
    sessionId: idSchema,
    decision: decisionInputSchema,
  }),
  save,
);
