/** Membership of a network, agreement, memorandum, letter of intent or other; one record per instrument in the city. */
import { codeOf, day, line, oneOf, optional } from "../../fields.ts";

export const instrument = {
  instrumentKind: codeOf("instrumentKinds"),
  scope: oneOf(["bilateral", "multilateral"]),
  formality: oneOf(["signed", "informal"]),
  direction: oneOf(["demand", "supply", "mutual"]),
  /** Never "expired": that is derived from `validUntil`. */
  status: oneOf(["negotiating", "signed", "active", "ended"]),
  /** Any year: the city joined ICLEI in 2009. */
  signedOn: optional(day()),
  validUntil: optional(day()),
  responsible: line(),
};
