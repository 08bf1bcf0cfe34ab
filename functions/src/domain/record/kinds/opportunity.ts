/** Funding, training or recognition that citizens can apply for. */
import { codeOf, day, line, link, optional } from "../../fields.ts";

export const opportunity = {
  opportunityKind: codeOf("opportunityKinds"),
  opensOn: optional(day()),
  closesOn: day(),
  link: link(),
  audience: optional(line()),
};
