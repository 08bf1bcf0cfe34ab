/** A practice, knowledge, talent or solution shared through an instrument, among Colombian cities included. */
import { count, oneOf, optional, paragraph, referenceTo } from "../../fields.ts";

export const transfer = {
  transferKind: oneOf(["practice", "knowledge", "talent", "solution"]),
  recipients: paragraph(),
  practiceId: optional(referenceTo("records")),
  instrumentId: optional(referenceTo("records")),
  participantCount: optional(count()),
};
