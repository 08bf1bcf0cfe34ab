/** What the Office can write for an annual report, part by part. */
import type { Outline, Slot } from "../reports/outline.ts";
import { writingIn } from "../reports/Writing.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";
import { explanationKeyOf } from "./sections/lines.ts";
import { narrativeKeyOf, SECTION_NAMES } from "./sections/narratives.ts";
import { commentKeyOf } from "./sections/part.ts";
import { COMMENTED, PARTS, type PartId } from "./sections/titles.ts";
import { standingOf } from "./standing.ts";

const BEGINNING = { es: "Al comienzo de esta parte", en: "At the beginning of this part" };

function slotsOf(part: PartId, snapshot: AnnualSnapshot): Slot[] {
  switch (part) {
    case "letter":
      return [{ key: "letter", kind: "letter", title: PARTS.letter }];
    case "summary":
      return [
        { key: "introduction", kind: "introduction", title: { es: "Introducción", en: "Introduction" } },
      ];
    case "lines":
      return snapshot.indicators.map((indicator) => ({
        key: explanationKeyOf(indicator),
        kind: "explanation",
        title: indicator.name,
        ...(standingOf(indicator, snapshot) === "behind" && { isAsked: true as const }),
      }));
    case "narratives":
      return snapshot.narratives.map((narrative) => ({
        key: narrativeKeyOf(narrative),
        kind: "narrative",
        title: {
          es: narrativeTitle(narrative, snapshot, "es"),
          en: narrativeTitle(narrative, snapshot, "en"),
        },
        original: narrative.text,
      }));
    default:
      return [];
  }
}

function narrativeTitle(
  { entityId, periodId, section }: AnnualSnapshot["narratives"][number],
  { names }: AnnualSnapshot,
  language: "es" | "en",
): string {
  const w = writingIn(language);
  return `${w.name(names.entities, entityId)}, ${w.period(periodId)}: ${SECTION_NAMES[language][section].toLowerCase()}`;
}

export const outlineOfAnnual = (snapshot: AnnualSnapshot): Outline =>
  (Object.keys(PARTS) as PartId[]).map((id) => ({
    id,
    title: PARTS[id],
    slots: [
      ...(COMMENTED.includes(id)
        ? [{ key: commentKeyOf(id), kind: "comment" as const, title: BEGINNING }]
        : []),
      ...slotsOf(id, snapshot),
    ],
  }));
