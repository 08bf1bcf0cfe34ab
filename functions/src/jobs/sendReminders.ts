/** Every day: reminds the focal points of entities that still owe a half-year report, and clears old letters away. */
import { bogotaDay } from "../domain/calendar.ts";
import type { CatalogueItem } from "../domain/catalogue.ts";
import { isOwed, reportStatusOf } from "../domain/halfYearReport.ts";
import { reminderLetter } from "../domain/mail/reminderLetter.ts";
import { type Reminder, reminderIdOf, remindersOn } from "../domain/mail/reminders.ts";
import { mail, obligations, reports } from "../store/collections.ts";
import { getAll } from "../store/getAll.ts";
import { type Recipient, recipientsOf } from "../store/recipientsOf.ts";
import type { MailContext } from "./MailContext.ts";
import { loadMailSettings, postMail } from "./postMail.ts";

/** Documents that are deleted by one commit. */
const BATCH = 400;

/**
 * One letter for each person, report and step of the schedule: a run that is doubled sends nothing twice, one that was
 * missed is made up for by the next within the days that the schedule allows.
 *
 * @returns how many letters are new
 */
export async function sendReminders(context: MailContext): Promise<number> {
  const { db, now, catalogues } = context;
  const today = bogotaDay(now());
  const { reminders: isOn, appUrl } = await loadMailSettings(context);
  if (!isOn) return 0;
  const [{ docs }, { entities }] = await Promise.all([obligations(db).get(), catalogues.get()]);
  const due = remindersOn(
    today,
    docs.map((snapshot) => snapshot.data()),
  );
  const filed = await getAll(
    db,
    due.map(({ entityId, periodId }) => reports(db, entityId).doc(periodId)),
  );
  const recipients = new Map<string, Recipient[]>();
  let sent = 0;
  for (const [index, reminder] of due.entries()) {
    const report = filed[index]?.data();
    const submittedOn = report?.submittedAt && bogotaDay(report.submittedAt);
    const status = reportStatusOf(report, submittedOn, reminder.dueOn);
    if (!isOwed(status)) continue;
    const { entityId } = reminder;
    const people = recipients.get(entityId) ?? (await recipientsOf(db, entityId));
    recipients.set(entityId, people);
    for (const recipient of people) {
      const facts = { ...reminder, today, status, name: recipient.name, entity: namesOf(reminder, entities) };
      const letter = reminderLetter({ ...facts, appUrl });
      const id = reminderIdOf(reminder, recipient.uid);
      if (await postMail(context, { id, kind: "reminder", entityId, recipient, letter })) sent += 1;
    }
  }
  return sent;
}

function namesOf({ entityId }: Reminder, entities: readonly CatalogueItem[]) {
  const entity = entities.find(({ id }) => id === entityId);
  return { es: entity?.nameEs ?? entityId, en: entity?.nameEn ?? entityId };
}

/** Deletes the letters whose time is up: they hold addresses. Returns how many. */
export async function sweepMail({ db, now }: MailContext): Promise<number> {
  const expired = mail(db).where("expiresAt", "<", now()).select().limit(BATCH);
  let deleted = 0;
  for (;;) {
    const { docs } = await expired.get();
    if (docs.length === 0) return deleted;
    const batch = db.batch();
    for (const { ref } of docs) batch.delete(ref);
    await batch.commit();
    deleted += docs.length;
  }
}
