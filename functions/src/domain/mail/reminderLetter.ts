/** The letter that reminds of a half-year report. */
import type { Day } from "../calendar.ts";
import { formatLongDay, formatPeriod, type Language } from "../format.ts";
import { daysAgoWords, daysLeftWords } from "../halfYear/daysLeftWords.ts";
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
  const when = (language: Language) => {
    const day = formatLongDay(dueOn, language);
    if (dueOn < today) {
      const ago = daysAgoWords(dueOn, today, language);
      return language === "es" ? `venció el ${day}, ${ago}` : `was due on ${day}, ${ago}`;
    }
    const left = daysLeftWords(dueOn, today, language);
    return language === "es" ? `vence el ${day}: ${left}` : `is due on ${day}: ${left}`;
  };
  const url = `${appUrl}/app/informe/${entityId}/${periodId}`;
  const left = (language: Language) => daysLeftWords(dueOn, today, language);
  return {
    es: {
      subject: `Informe semestral: ${left("es")}`,
      greeting: `Hola, ${name}:`,
      paragraphs: [
        `El informe del ${formatPeriod(periodId, "es")} de ${entity.es} ${when("es")}.`,
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
        `The report on the ${formatPeriod(periodId, "en")} of ${entity.en} ${when("en")}.`,
        standing(status, "en"),
      ],
      link: { words: "Open the report in Bitácora", url },
      footer: "You receive this as a focal point of the entity. It is automatic: please do not reply.",
    },
  };
}
