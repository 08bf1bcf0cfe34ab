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
    others: "Otras entidades",
  },
  {
    none: (year: number) => `No approved half-year report of ${year} has a narrative.`,
    about:
      "The narratives are those of the half-year reports that the Office approved, in the words of the entities, in Spanish. Where it says “Text edited by the Office” it was shortened or corrected for this report; the original is in the entity's report.",
    edited: "Text edited by the Office.",
    others: "Other entities",
  },
);

export const narrativeKeyOf = ({ entityId, periodId, section }: Omit<AnnualNarrative, "text">): string =>
  `narrative~${entityId}~${periodId}~${section}`;

/** The Office's text where there is one, else the entity's own; `label` says which of its sections it is. */
export function* narrativeBlocks(
  narrative: AnnualNarrative,
  { texts }: Pick<AnnualSnapshot, "texts">,
  w: Writing,
  label = "",
): Iterable<Block> {
  const edited = [...textBlocks(texts, narrativeKeyOf(narrative), w)];
  const own = paragraphsOf(narrative.text).map((text): Block => ({ type: "paragraph", text }));
  const [first, ...rest] = edited.length > 0 ? edited : own;
  if (first?.type === "paragraph") yield { ...first, text: `${label}${first.text}` };
  yield* rest;
  if (edited.length > 0) yield { type: "note", text: TEXTS[w.language].edited };
}

/** By sector, in the catalogue's order; entities of none stand last. */
function bySector(told: readonly AnnualNarrative[], { sectors, names }: AnnualSnapshot, w: Writing) {
  const sectorOf = new Map(sectors.flatMap(({ id, entities }) => entities.map((entity) => [entity.id, id])));
  const groups = sectors.map(({ id }) => ({
    heading: w.name(names.sectors, id),
    told: told.filter(({ entityId }) => sectorOf.get(entityId) === id),
  }));
  const others = told.filter(({ entityId }) => !sectorOf.has(entityId));
  return [...groups, { heading: TEXTS[w.language].others, told: others }].filter(
    (group) => group.told.length > 0,
  );
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
  for (const group of bySector(told, snapshot, w)) {
    yield { type: "heading", level: 2, text: group.heading };
    let last = "";
    for (const narrative of group.told) {
      const { entityId, periodId, section } = narrative;
      const heading = `${w.name(names.entities, entityId)}. ${capital(w.period(periodId))}`;
      if (heading !== last) yield { type: "heading", level: 3, text: heading };
      last = heading;
      yield* narrativeBlocks(narrative, snapshot, w, `${SECTION_NAMES[w.language][section]}. `);
    }
  }
}
