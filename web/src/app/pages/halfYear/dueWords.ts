/** When a report falls due, in words: the day, and how far away it is. */
import type { Day } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { daysLeftWords } from "#domain/mail/reminderLetter.ts";
import { language } from "../../../i18n/language.ts";
import { told } from "./texts.ts";

/** `Vence el 20 de enero de 2027: faltan 15 días.` */
export const dueWords = (dueOn: Day, today: Day): string =>
  told(dueOn < today ? "wasDue" : "due", {
    day: formatLongDay(dueOn, language()),
    left: daysLeftWords(dueOn, today, language()),
  });
