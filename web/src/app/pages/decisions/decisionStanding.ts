/** How a decision stands on a day. */
import type { Day } from "#domain/calendar.ts";
import type { Decision } from "#domain/decision.ts";

export type Standing = "open" | "late" | "closed" | "withdrawn";

export function decisionStanding(
  { status, dueOn, withdrawnAt }: Pick<Decision, "status" | "dueOn" | "withdrawnAt">,
  today: Day,
): Standing {
  if (withdrawnAt) return "withdrawn";
  if (status === "closed") return "closed";
  return dueOn !== undefined && dueOn < today ? "late" : "open";
}
