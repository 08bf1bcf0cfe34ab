/** A good practice that Bogotá offers: the supply side of the City Portfolio. */
import { codesOf, line, oneOf, optional, paragraph } from "../../fields.ts";

export const practice = {
  maturity: oneOf(["pilot", "implemented", "consolidated"]),
  results: paragraph(),
  contactUnit: optional(line()),
  /** Which of this record's fields the entity agrees to publish in the portfolio. */
  publishFields: optional(codesOf("practiceFields", 10)),
};
