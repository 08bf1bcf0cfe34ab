/** What Bogotá looks for in the world: the demand side of the City Portfolio. */
import { codesOf, line, oneOf, optional, paragraph } from "../../fields.ts";

export const need = {
  maturity: oneOf(["idea", "formulated", "funded-in-part"]),
  expectedResult: paragraph(),
  contactUnit: optional(line()),
  publishFields: optional(codesOf("needFields", 10)),
};
