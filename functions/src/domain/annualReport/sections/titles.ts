/** The parts of the annual report, in order: what their headings say and links lead to. */
import type { Bilingual } from "../../reports/bilingual.ts";
import { CHANGES_TITLE } from "../../reports/titles.ts";

export const PARTS = {
  letter: { es: "Carta de la Consejera", en: "Letter from the Counselor" },
  summary: { es: "El año en una página", en: "The year on a page" },
  board: { es: "Tablero de resultados", en: "Results at a glance" },
  lines: { es: "Avance por línea de acción y resultado", en: "Progress by line of action and result" },
  milestones: { es: "Hitos", en: "Milestones" },
  instruments: {
    es: "Instrumentos de cooperación internacional",
    en: "Instruments of international cooperation",
  },
  resources: { es: "Recursos movilizados", en: "Resources mobilised" },
  partners: { es: "Países y actores internacionales", en: "Countries and international actors" },
  contributions: { es: "Aporte por sector y entidad", en: "Contribution by sector and entity" },
  narratives: { es: "Lo que cuentan las entidades", en: "What the entities tell" },
  bodies: { es: "Comisión y Comité", en: "Commission and Committee" },
  portfolio: { es: "Portafolio de ciudad", en: "City Portfolio" },
  reach: {
    es: "Poblaciones y Objetivos de Desarrollo Sostenible",
    en: "Populations and Sustainable Development Goals",
  },
  completeness: { es: "Informes semestrales de las entidades", en: "The entities' half-year reports" },
  changes: CHANGES_TITLE,
  method: { es: "Cómo se hizo este informe", en: "How this report was made" },
  records: { es: "Anexo. Registros del año", en: "Annex. Records of the year" },
} as const satisfies Readonly<Record<string, Bilingual>>;
export type PartId = keyof typeof PARTS;

/** The parts that the Office may say something about at their beginning. */
export const COMMENTED: readonly PartId[] = [
  "lines",
  "milestones",
  "instruments",
  "resources",
  "partners",
  "contributions",
  "narratives",
  "bodies",
  "portfolio",
  "reach",
  "completeness",
];
