/** A milestone indicator changes state: a policy, decree, system or strategy, each named apart. */
import { codeOf, line, link, optional, referenceTo } from "../../fields.ts";

export const milestone = {
  indicatorId: referenceTo("indicators"),
  stateId: codeOf("indicatorStates"),
  /** Which one, where the result is plural ("strategies"). */
  subject: optional(line()),
  /** The act that proves it: decree, resolution, minutes. */
  document: line(),
  documentLink: optional(link()),
};
