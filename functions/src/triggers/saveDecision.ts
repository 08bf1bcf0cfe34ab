/** The callables that enter a decision of a session, and say what becomes of it. */
import * as z from "zod";
import { DECISION_STEPS, decisionInputSchema } from "../domain/decision.ts";
import { idSchema } from "../domain/fields.ts";
import { followDecision as follow } from "../jobs/followDecision.ts";
import { saveDecision as save } from "../jobs/saveDecision.ts";
import { callable, reasonField, requestBase, versionField } from "./callable.ts";

export const saveDecision = callable(
  z.strictObject({
    ...requestBase,
    sessionEntityId: idSchema,
    sessionId: idSchema,
    decision: decisionInputSchema,
  }),
  save,
);

export const followDecision = callable(
  z.strictObject({
    ...requestBase,
    decisionId: idSchema,
    version: versionField,
    step: z.enum(DECISION_STEPS),
    note: reasonField,
  }),
  follow,
);
