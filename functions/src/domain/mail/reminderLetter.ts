/** The letter that reminds of a half-year report. */
import { type Day, daysBetween } from "../calendar.ts";
import { formatLongDay, formatPeriod, type Language } from "../format.ts";
import type { ReportStatus } from "../halfYearReport.ts";
import type { Letter } from "./letter.ts";
import type { Reminder } from "./reminders.ts";

export interface ReminderFacts extends Reminder {
  readonly today: Day;
  readonly status: ReportStatus;
  /** Of the person. */
  readonly name: string;
  readonly entity: Readonly<Record<Language, string>>;
  readonly appUrl: string;
}

/** `faltan 15 días`, `vence hoy`, `venció hace 3 días`; of a due date, seen from today. */
export function daysLeftWords(dueOn: Day, today: Day, language: Language): string {
  const left = daysBetween(today, dueOn);
  const days = Math.abs(left);
  if (language === "es") {
    if (left === 0) return "vence hoy";
    if (left > 0) return days === 1 ? "falta 1 día" : `faltan ${days} días`;
    return days === 1 ? "venció ayer" : `venció hace ${days} días`;
  }
  if (left === 0) return "it is due today";
  if (left > 0) return days === 1 ? "1 day is left" : `${days} days are left`;
  return days === 1 ? "it was due yesterday" : `it was due ${days} days ago`;
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

function standing(status: ReportStatus, language: Language): string {
  if (status === "returned")
    return language === "es"
      ? "La Consejería lo devolvió con un motivo: corríjalo y vuelva a enviarlo."
      : "The Office returned it with a reason: please correct it and send it again.";
  if (status === "in-progress")
    return language === "es"
      ? "Ya está en preparación: falta enviarlo."
      : "It has been begun and is still to be sent.";
  return language === "es"
    ? "Todavía no se ha empezado. Bitácora ya puso en él los registros de su entidad. Si no hubo nada que informar, declárelo: también cuenta."
    : "It has not been begun. Bitácora has already put your entity's records in it. If there was nothing to report, say so: that counts too.";
}

export function reminderLetter(facts: ReminderFacts): Readonly<Record<Language, Letter>> {
  const { periodId, entityId, dueOn, today, status, name, entity, appUrl } = facts;
  const isLate = dueOn < today;
  const url = `${appUrl}/app/informe/${entityId}/${periodId}`;
  const left = (language: Language) => daysLeftWords(dueOn, today, language);
  return {
    es: {
      subject: `Informe semestral: ${left("es")}`,
      greeting: `Hola, ${name}:`,
      paragraphs: [
        `El informe del ${formatPeriod(periodId, "es")} de ${entity.es} ${isLate ? "venció" : "vence"} el ${formatLongDay(dueOn, "es")}: ${left("es")}.`,
        standing(status, "es"),
      ],
      link: { words: "Abrir el informe en Bitácora", url },
      footer:
        "Recibe este mensaje porque es enlace internacional de la entidad. Es automático: no lo responda.",
    },
    en: {
      subject: `Half-year report: ${left("en")}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `The report on the ${formatPeriod(periodId, "en")} of ${entity.en} ${isLate ? "was" : "is"} due on ${formatLongDay(dueOn, "en")}. ${capital(left("en"))}.`,
        standing(status, "en"),
      ],
      link: { words: "Open the report in Bitácora", url },
      footer: "You receive this as a focal point of the entity. It is automatic: please do not reply.",
    },
  };
}
