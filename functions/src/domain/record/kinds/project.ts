/** A cooperation project, from its proposal to its results; amounts stay in the currency they were given in. */
import { amount, count, oneOf, optional, paragraph, referenceTo } from "../../fields.ts";

export const project = {
  status: oneOf(["proposed", "deliberated", "strategic", "not-selected", "running", "finished"]),
  decisionId: optional(referenceTo("decisions")),
  amountCopCents: optional(amount()),
  amountUsdCents: optional(amount()),
  amountEurCents: optional(amount()),
  nonFinancial: optional(paragraph()),
  beneficiaries: optional(paragraph()),
  beneficiaryCount: optional(count()),
};
