/** The discussion on a record: what its entity and the Office write to each other, message by message, never changed. */
import * as z from "zod/mini";
import { idSchema, paragraph } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import type { State } from "./states.ts";

/** Whose word it is. */
export const SIDES = ["entity", "office"] as const;
export type Side = (typeof SIDES)[number];

/** What a person types. */
export const MESSAGE_FIELDS = { text: paragraph(LIMITS.message) };

/** `entities/{entityId}/records/{recordId}/messages/{messageId}` */
export const messageSchema = z.strictObject({
  text: MESSAGE_FIELDS.text.complete,
  from: z.enum(SIDES),
  /** Those of its path, so that one query finds the messages of an entity's records. */
  entityId: idSchema,
  recordId: idSchema,
  createdAt: z.date(),
  createdBy: idSchema,
  byName: z.string().check(z.maxLength(LIMITS.line)),
});
export type Message = z.infer<typeof messageSchema>;

/** States in which there is something to discuss: a draft is its entity's alone, a withdrawn record is over. */
export const DISCUSSED_STATES: readonly State[] = ["submitted", "returned", "approved"];

interface Said {
  readonly from: Side;
  readonly createdAt: Date;
}

/** Whether the last word is the other side's: somebody waits for an answer. */
export const isUnanswered = (messages: readonly Said[], by: Side): boolean => {
  const last = messages.toSorted((a, b) => b.createdAt.getTime() - a.createdAt.getTime())[0];
  return last !== undefined && last.from !== by;
};
