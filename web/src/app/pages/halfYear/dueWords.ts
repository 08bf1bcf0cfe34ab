/** When a report falls due, in words: the day, and how far away it is. */
import type { Day } from "#domain/calendar.ts";
import { formatLongDay } from "#domain/format.ts";
import { daysAgoWords, daysLeftWords } from "#domain/halfYear/daysLeftWords.ts";
import { language } from "../../../i18n/language.ts";
import { told } from "./texts.ts";

/** `Vence el 20 de enero de 2027: faltan 15 días.` */
export const dueWords = (dueOn: Day, today: Day): string =>
  dueOn < today
    ? told("wasDue", {
        day: formatLongDay(dueOn, language()),
        ago: daysAgoWords(dueOn, today, language()),
      })
    : told("due", {
        day: formatLongDay(dueOn, language()),
        left: daysLeftWords(dueOn, today, language()),
      });
