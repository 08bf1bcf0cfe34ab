/** The letter that tells the Office that a report could not be made by itself, and what to do. */
import type { Edition } from "../edition.ts";
import { reportName } from "../editions/editionNames.ts";
import type { Language } from "../format.ts";
import type { Letter } from "./letter.ts";

export interface FailureFacts {
  readonly edition: Edition;
  /** Of the person. */
  readonly name: string;
  /** The edition's own page. */
  readonly url: string;
}

export function reportFailedLetter({ edition, name, url }: FailureFacts): Readonly<Record<Language, Letter>> {
  const report = { es: reportName(edition, "es"), en: reportName(edition, "en") };
  return {
    es: {
      subject: `No se pudo hacer: ${report.es}`,
      greeting: `Hola, ${name}:`,
      paragraphs: [
        `Bitácora intentó hacer por sí sola este informe y no pudo: ${report.es}.`,
        "Lo intenta de nuevo unas pocas mañanas más. Si lo necesita antes, pida otra edición.",
      ],
      link: { words: "Abrir el informe en Bitácora", url },
      footer: "Recibe este mensaje porque es de la Consejería. Es automático: no lo responda.",
    },
    en: {
      subject: `Could not be made: ${report.en}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `Bitácora tried to make this report by itself and could not: ${report.en}.`,
        "It tries again on a few more mornings. If you need it before, ask for another edition.",
      ],
      link: { words: "Open the report in Bitácora", url },
      footer: "You receive this as one of the Office's staff. It is automatic: please do not reply.",
    },
  };
}
