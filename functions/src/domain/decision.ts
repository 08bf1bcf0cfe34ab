/** Decisions of the Commission and the Committee, as their approved minutes record them. */
import * as z from "zod/mini";
import { day, idSchema, line, optional, paragraph, referenceTo, shapesOf } from "./fields.ts";
import { LIMITS } from "./limits.ts";
import { session } from "./record/kinds/session.ts";
import { stamps } from "./stamps.ts";

export const DECISION_FIELDS = {
  number: line(40),
  text: paragraph(),
  responsibleEntityId: referenceTo("entities"),
  dueOn: optional(day()),
} as const;

export const decisionInputSchema = z.strictObject(shapesOf(DECISION_FIELDS).complete);
export type DecisionInput = z.infer<typeof decisionInputSchema>;

/** What is done about a decision after it was taken. */
export const DECISION_STEPS = ["progress", "close", "reopen"] as const;

export const decisionSchema = z.strictObject({
  ...decisionInputSchema.shape,
  /** Path parts of the session's record. */
  sessionEntityId: idSchema,
  sessionId: idSchema,
  body: session.body.complete,
  /** The day of the session. */
  decidedOn: z.iso.date(),
  disclosure: z.enum(["public", "classified", "reserved"]),
  isExample: z.boolean(),
  status: z.enum(["open", "closed"]),
  /** What the responsible entity last told of it. */
  progress: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  /** The day on which the Office closed it. */
  closedOn: z.exactOptional(z.iso.date()),
  /** When its session was withdrawn: it counts no more, until the session is restored. */
  withdrawnAt: z.exactOptional(z.date()),
  ...stamps,
});
export type Decision = z.infer<typeof decisionSchema>;
