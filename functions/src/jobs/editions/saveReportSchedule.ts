/** Sets when reports are made by themselves. */
import { bogotaDay } from "../../domain/calendar.ts";
import { firstSchedule, type ScheduleChoices } from "../../domain/editions/reportSchedule.ts";
import { reportSchedule } from "../../store/collections.ts";
import type { JobContext } from "../JobContext.ts";
import type { NamedActor } from "../move.ts";
import { because, Rejection } from "../Rejection.ts";

export interface ScheduleSaved {
  readonly choices: ScheduleChoices;
  /** The version that was seen, 0 where nothing had been set. */
  readonly version: number;
}

/** @throws Rejection `office-only` for others than the Office and administrators; `changed-meanwhile` */
export async function saveReportSchedule(
  { db, now }: Pick<JobContext, "db" | "now">,
  actor: NamedActor,
  { choices, version }: ScheduleSaved,
): Promise<{ version: number }> {
  if (!actor.roles.some((role) => role === "office" || role === "admin")) throw because("office-only");
  const ref = reportSchedule(db);
  return db.runTransaction(async (transaction) => {
    const found = (await transaction.get(ref)).data();
    const stands = found?.version ?? 0;
    if (stands !== version) throw new Rejection({ reason: "changed-meanwhile", version: stands });
    const { since } = found ?? firstSchedule(bogotaDay(now()), now());
    const next = { ...choices, since, version: version + 1, updatedAt: now(), updatedBy: actor.uid };
    transaction.set(ref, next);
    return { version: next.version };
  });
}
