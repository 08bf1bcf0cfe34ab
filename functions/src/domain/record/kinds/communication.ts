/** A campaign, newsletter issue, event or platform that tells citizens of the city's international action. */
import { count, line, link, oneOf, optional } from "../../fields.ts";

export const communication = {
  channel: oneOf(["campaign", "newsletter", "event", "platform", "social", "press"]),
  audience: line(),
  reach: optional(count()),
  link: optional(link()),
};
