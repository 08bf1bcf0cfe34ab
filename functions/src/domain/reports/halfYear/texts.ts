/** The words of an entity's half-year report. */
import { type Bilingual, inBoth } from "../bilingual.ts";
import { CHANGES_TITLE } from "../titles.ts";

/** Its parts, in order. */
export const HALF_YEAR_PARTS = {
  summary: { es: "Resumen", en: "Summary" },
  narrative: { es: "Lo que cuenta la entidad", en: "What the entity tells" },
  figures: { es: "Cifras de la entidad", en: "The entity's figures" },
  records: { es: "Registros del semestre", en: "Records of the half-year" },
  changes: CHANGES_TITLE,
  method: { es: "Cómo se hizo este informe", en: "How this report was made" },
} as const satisfies Readonly<Record<string, Bilingual>>;

export const HALF_YEAR_TEXTS = inBoth(
  {
    title: (when: string) => `Informe semestral, ${when}`,
    mark: "DATOS DE DEMOSTRACIÓN",
    contents: "Contenido",
    cutOff: (day: string) => `Fecha de corte: ${day}`,
    logos: ["Logo de la Alcaldía Mayor de Bogotá", "Logo de la entidad"],
    sources: (cutOff: string, consulted: string) => [
      `Fecha de corte: ${cutOff}. Consulta: ${consulted}.`,
      "Fuente: Bitácora. Solo registros públicos y aprobados.",
    ],
    due: (day: string) => `El informe vencía el ${day}.`,
    submitted: (day: string, isLate: boolean) => `Se envió el ${day}, ${isLate ? "tarde" : "a tiempo"}.`,
    approved: (day: string) => `La Consejería lo aprobó el ${day}.`,
    nothingToReport: "La entidad declaró que no tiene novedades en este semestre.",
    records: "registros públicos aprobados",
    evidence: "soportes de esos registros",
    noNarrative: "El informe no trae relato.",
    noFigures: "La entidad no aportó a ningún resultado en este semestre.",
    figures: "Aporte de la entidad a los resultados",
    result: "Resultado",
    unit: "Unidad",
    value: "En el semestre",
    figuresNote:
      "Un registro cuenta para cada entidad que tomó parte. Las cantidades y el dinero son de la entidad responsable; las monedas no se suman entre sí.",
    byKind: "Registros por tipo",
    kind: "Tipo",
    recordsColumn: "Registros",
    noRecords: "La entidad no tiene registros públicos aprobados de este semestre.",
    listed: (count: string) => `${count} registros públicos aprobados, con sus soportes`,
    method: (cutOff: string, consulted: string) => [
      `Fecha de corte: ${cutOff}. Los registros se consultaron el ${consulted}.`,
      "Los relatos son de la entidad, como la Consejería los aprobó; donde dice «Texto editado por la Consejería» fueron resumidos o corregidos después.",
      "Solo se incluyen registros públicos y aprobados que la entidad lideró o en que tomó parte (Ley 1712 de 2014).",
      "«Soportes» cuenta los archivos que prueban cada registro y que fueron aceptados.",
    ],
    isDemo: "Los registros de esta edición son inventados: sirven para mostrar el sistema.",
  },
  {
    title: (when: string) => `Half-year report, ${when}`,
    mark: "DEMONSTRATION DATA",
    contents: "Contents",
    cutOff: (day: string) => `Cut-off: ${day}`,
    logos: ["Logo of the Mayor's Office of Bogotá", "Logo of the entity"],
    sources: (cutOff: string, consulted: string) => [
      `Cut-off: ${cutOff}. Read on ${consulted}.`,
      "Source: Bitácora. Public and approved records alone.",
    ],
    due: (day: string) => `The report was due on ${day}.`,
    submitted: (day: string, isLate: boolean) => `It was sent on ${day}, ${isLate ? "late" : "on time"}.`,
    approved: (day: string) => `The Office approved it on ${day}.`,
    nothingToReport: "The entity declared that it has nothing to report for this half-year.",
    records: "approved public records",
    evidence: "evidence files of those records",
    noNarrative: "The report has no narrative.",
    noFigures: "The entity did not contribute to any result in this half-year.",
    figures: "The entity's contribution to the results",
    result: "Result",
    unit: "Unit",
    value: "In the half-year",
    figuresNote:
      "A record counts for each entity that took part. Quantities and money are the responsible entity's; currencies are not added to one another.",
    byKind: "Records by kind",
    kind: "Kind",
    recordsColumn: "Records",
    noRecords: "The entity has no approved public records of this half-year.",
    listed: (count: string) => `${count} approved public records, with their evidence`,
    method: (cutOff: string, consulted: string) => [
      `Cut-off: ${cutOff}. The records were read on ${consulted}.`,
      "Narratives are the entity's, in Spanish, as the Office approved them; where it says “Text edited by the Office” they were shortened or corrected afterwards.",
      "Public and approved records alone are included, which the entity led or took part in (Ley 1712 of 2014). Titles are as they were written, in Spanish.",
      "“Evidence files” counts the files that prove each record and were accepted.",
    ],
    isDemo: "The records of this edition are invented: they serve to show the system.",
  },
);
