/** Saves which letters the system writes, and where their links lead. */
import type { MailSettingsInput } from "../domain/mail/mail.ts";
import { mailSettings } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { because, rejectOtherVersion } from "./Rejection.ts";

export interface MailSettingsRequest {
  /** The version that the person saw; 0 where nobody has decided yet. */
  readonly version: number;
  readonly settings: MailSettingsInput;
}

/** The Office's and the administrators' to decide. A repeat of what stands already changes nothing. Throws `Rejection`. */
export async function saveMailSettings(
  { db, now }: JobContext,
  actor: NamedActor,
  { version: seen, settings }: MailSettingsRequest,
): Promise<{ version: number }> {
  if (!actor.roles.includes("office") && !actor.roles.includes("admin")) throw because("office-only");
  const ref = mailSettings(db);
  return db.runTransaction(async (transaction) => {
    const before = (await transaction.get(ref)).data();
    const isDone =
      before?.version === seen + 1 &&
      before.updatedBy === actor.uid &&
      before.reminders === settings.reminders &&
      before.decisions === settings.decisions &&
      before.appUrl === settings.appUrl;
    if (isDone) return { version: before.version };
    rejectOtherVersion({ version: before?.version ?? 0 }, seen);
    const version = seen + 1;
    transaction.set(ref, { ...settings, version, updatedAt: now(), updatedBy: actor.uid });
    return { version };
  });
}
