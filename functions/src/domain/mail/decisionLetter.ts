/** The letter that tells an entity what the Office decided about a record or a half-year report. */
import { formatPeriod, type Language } from "../format.ts";
import { SECTION_NAMES } from "../halfYear/sectionNames.ts";
import { SECTION_IDS, type SectionReasons } from "../halfYearReport.ts";
import type { Letter } from "./letter.ts";

export interface DecisionFacts {
  readonly decision: "returned" | "approved";
  /** A record by its title, unless it is restricted: a letter is no place for what few may read. */
  readonly about: { readonly title?: string | undefined } | { readonly periodId: string };
  readonly reason?: string | undefined;
  readonly sectionReasons?: SectionReasons | undefined;
  readonly name: string;
  readonly entity: Readonly<Record<Language, string>>;
  readonly url: string;
}

const FOOTERS: Readonly<Record<Language, string>> = {
  es: "Recibe este mensaje porque es enlace internacional de la entidad. Es automático: no lo responda.",
  en: "You receive this as a focal point of the entity. It is automatic: please do not reply.",
};

function thing({ about }: DecisionFacts, language: Language): string {
  if ("periodId" in about)
    return language === "es"
      ? `el informe del ${formatPeriod(about.periodId, "es")}`
      : `the report on the ${formatPeriod(about.periodId, "en")}`;
  if (about.title === undefined) return language === "es" ? "un registro" : "a record";
  return language === "es" ? `el registro «${about.title}»` : `the record “${about.title}”`;
}

function reasons({ reason, sectionReasons }: DecisionFacts, language: Language): string[] {
  const quoted = (text: string) => (language === "es" ? `«${text}»` : `“${text}”`);
  return [
    ...(reason ? [quoted(reason)] : []),
    ...SECTION_IDS.flatMap((section) => {
      const text = sectionReasons?.[section];
      return text === undefined ? [] : [`${SECTION_NAMES[language][section]}: ${quoted(text)}`];
    }),
  ];
}

export function decisionLetter(facts: DecisionFacts): Readonly<Record<Language, Letter>> {
  const { decision, name, entity, url } = facts;
  const isReturned = decision === "returned";
  return {
    es: {
      subject: `La Consejería ${isReturned ? "devolvió" : "aprobó"} ${thing(facts, "es")}`,
      greeting: `Hola, ${name}:`,
      paragraphs: [
        `La Consejería ${isReturned ? "devolvió" : "aprobó"} ${thing(facts, "es")} de ${entity.es}.`,
        ...(isReturned ? [...reasons(facts, "es"), "Corríjalo y vuelva a enviarlo."] : []),
      ],
      link: { words: "Abrirlo en Bitácora", url },
      footer: FOOTERS.es,
    },
    en: {
      subject: `The Office ${isReturned ? "returned" : "approved"} ${thing(facts, "en")}`,
      greeting: `Hello ${name},`,
      paragraphs: [
        `The Office ${isReturned ? "returned" : "approved"} ${thing(facts, "en")} of ${entity.en}.`,
        ...(isReturned ? [...reasons(facts, "en"), "Please correct it and send it again."] : []),
      ],
      link: { words: "Open it in Bitácora", url },
      footer: FOOTERS.en,
    },
  };
}

/** In the place of the many letters that a day of many decisions would bring. */
export function moreDecisionsLetter({
  name,
  entity,
  url,
}: Pick<DecisionFacts, "name" | "entity" | "url">): Readonly<Record<Language, Letter>> {
  return {
    es: {
      subject: "Hoy hay más respuestas de la Consejería",
      greeting: `Hola, ${name}:`,
      paragraphs: [
        `La Consejería respondió hoy a muchos registros de ${entity.es}. No le escribiremos por cada uno: véalos todos en Bitácora.`,
      ],
      link: { words: "Ver los registros en Bitácora", url },
      footer: FOOTERS.es,
    },
    en: {
      subject: "More answers of the Office today",
      greeting: `Hello ${name},`,
      paragraphs: [
        `The Office answered on many records of ${entity.en} today. We will not write about each of them: see all in Bitácora.`,
      ],
      link: { words: "See the records in Bitácora", url },
      footer: FOOTERS.en,
    },
  };
}
