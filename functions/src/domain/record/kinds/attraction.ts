/** Tourists, investors, students, workers or events brought to the city by the entity's own action. */
import { amount, codeOf, count, line, oneOf, optional } from "../../fields.ts";

export const attraction = {
  attractionKind: codeOf("attractionKinds"),
  quantity: count(),
  amountCents: optional(amount()),
  currency: optional(oneOf(["COP", "USD", "EUR"])),
  sourceOfFigure: line(),
};
