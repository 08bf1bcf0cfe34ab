/** An exchange with residents of Bogotá abroad; persons are kept apart, with their consent. */
import { count, line, oneOf, optional, paragraph } from "../../fields.ts";

export const diaspora = {
  topic: line(),
  channel: oneOf(["in-person", "virtual", "hybrid"]),
  participantCount: count(),
  outcome: optional(paragraph()),
};
