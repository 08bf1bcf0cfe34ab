/** Reasons that the Office gives often, by section, to begin with: in Spanish, in which the entity reads them. */
import type { ReportSection } from "#domain/halfYearReport.ts";

export const REASON_TEMPLATES: Readonly<Record<ReportSection, readonly string[]>> = {
  achievements: [
    "Diga qué cambió con cada logro, no solo qué actividad se hizo.",
    "Mencione los instrumentos firmados en el semestre.",
    "Hay registros aprobados que el relato no menciona. Inclúyalos.",
  ],
  difficulties: ["Precise qué haría falta para resolver cada dificultad y quién debe hacerlo."],
  nextSteps: ["Ponga fecha y responsable a cada próximo paso."],
  opportunities: ["Indique el plazo de cada oportunidad y con qué actor sería."],
};
