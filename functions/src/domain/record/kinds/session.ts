/** A sitting of the Commission or the Committee; its decisions are documents of their own. */
import { count, day, line, oneOf, optional, paragraph } from "../../fields.ts";

export const session = {
  body: oneOf(["intersectoral-commission", "internationalization-committee"]),
  /** A session that was only called does not count. */
  status: oneOf(["called", "held"]),
  agenda: paragraph(),
  attendance: optional(paragraph()),
  attendanceCount: optional(count()),
  minutesNumber: optional(line()),
  minutesApprovedOn: optional(day()),
};
