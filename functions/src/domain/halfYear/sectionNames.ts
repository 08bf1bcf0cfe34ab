/** What the sections of a half-year report are called. */
import type { Language } from "../format.ts";
import type { ReportSection } from "../halfYearReport.ts";

export const SECTION_NAMES: Readonly<Record<Language, Readonly<Record<ReportSection, string>>>> = {
  es: {
    achievements: "Logros",
    difficulties: "Dificultades",
    nextSteps: "Próximos pasos",
    opportunities: "Oportunidades",
  },
  en: {
    achievements: "Achievements",
    difficulties: "Difficulties",
    nextSteps: "Next steps",
    opportunities: "Opportunities",
  },
};
