/** What the entities told in their approved half-year reports, as the Office edited it for this report. */

import type { ReportSection } from "../../halfYearReport.ts";
import { inBoth } from "../../reports/bilingual.ts";
import { paragraphsOf, textBlocks } from "../../reports/textBlocks.ts";
import { capital, type Writing } from "../../reports/Writing.ts";
import type { AnnualNarrative, AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { partBlocks } from "./part.ts";

export const SECTION_NAMES = inBoth<Readonly<Record<ReportSection, string>>>(
  {
    achievements: "Logros",
    difficulties: "Dificultades",
    nextSteps: "Próximos pasos",
    opportunities: "Oportunidades",
  },
  {
    achievements: "Achievements",
    difficulties: "Difficulties",
    nextSteps: "Next steps",
    opportunities: "Opportunities",
  },
);

const TEXTS = inBoth(
  {
    none: (year: number) => `Ningún informe semestral aprobado de ${year} trae un relato.`,
    about:
      "Los relatos son de los informes semestrales que la Consejería aprobó. Donde dice «Texto editado por la Consejería», fue resumido o corregido para este informe; el original está en el informe de la entidad.",
    edited: "Texto editado por la Consejería.",
  },
  {
    none: (year: number) => `No approved half-year report of ${year} has a narrative.`,
    about:
      "The narratives are those of the half-year reports that the Office approved, in the words of the entities, in Spanish. Where it says “Text edited by the Office” it was shortened or corrected for this report; the original is in the entity's report.",
    edited: "Text edited by the Office.",
  },
);

export const narrativeKeyOf = ({ entityId, periodId, section }: Omit<AnnualNarrative, "text">): string =>
  `narrative~${entityId}~${periodId}~${section}`;

/** The Office's text where there is one, else the entity's own. */
export function* narrativeBlocks(
  narrative: AnnualNarrative,
  { texts }: Pick<AnnualSnapshot, "texts">,
  w: Writing,
): Iterable<Block> {
  const edited = [...textBlocks(texts, narrativeKeyOf(narrative), w)];
  if (edited.length === 0) {
    for (const text of paragraphsOf(narrative.text)) yield { type: "paragraph", text };
    return;
  }
  yield* edited;
  yield { type: "note", text: TEXTS[w.language].edited };
}

export function* narrativeSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, texts, names } = snapshot;
  const told = snapshot.narratives.filter((narrative) => !texts[narrativeKeyOf(narrative)]?.omitted);
  yield* partBlocks("narratives", snapshot, w);
  if (told.length === 0) {
    yield { type: "paragraph", text: t.none(year) };
    return;
  }
  yield { type: "paragraph", text: t.about };
  let last: AnnualNarrative | undefined;
  for (const narrative of told) {
    const { entityId, periodId, section } = narrative;
    if (entityId !== last?.entityId)
      yield { type: "heading", level: 2, text: w.name(names.entities, entityId) };
    const period = capital(w.period(periodId));
    yield { type: "heading", level: 3, text: `${period}. ${SECTION_NAMES[w.language][section]}` };
    yield* narrativeBlocks(narrative, snapshot, w);
    last = narrative;
  }
}
