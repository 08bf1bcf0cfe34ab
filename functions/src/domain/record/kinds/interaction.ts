/** A meeting, visit, mission, call or event with partners; a planned one is not counted until it is held. */
import { line, oneOf, optional, paragraph } from "../../fields.ts";

export const interaction = {
  interactionKind: oneOf(["meeting", "visit", "mission", "call", "event"]),
  channel: oneOf(["in-person", "virtual", "hybrid"]),
  status: oneOf(["planned", "held"]),
  place: optional(line()),
  outcome: optional(paragraph()),
  followUp: optional(paragraph()),
};
