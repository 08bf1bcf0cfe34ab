/** Progress by line of action: its activities, and each result in the way of its type. */
import { inBoth } from "../../reports/bilingual.ts";
import { textBlocks } from "../../reports/textBlocks.ts";
import { left, right, type Writing } from "../../reports/Writing.ts";
import { type AnnualIndicator, isMilestone } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { STANDING_NAMES, type Standing, standingOf } from "../standing.ts";
import { measureBlocks } from "./measure.ts";
import { milestoneBlocks } from "./milestone.ts";
import { moneyBlocks } from "./money.ts";
import { partBlocks } from "./part.ts";
import { statisticBlocks } from "./statistic.ts";

const TEXTS = inBoth(
  {
    line: (number: number, name: string) => `Línea ${number}. ${name}`,
    activities: (year: number) => `Registros aprobados por actividad, ${year}`,
    activity: "Actividad",
    records: "Registros",
    noResults: "Esta línea no tiene resultados por medir.",
    noLines: "No hay líneas de acción en el catálogo.",
    standing: (name: string) => `Situación: ${name}.`,
    notExplained: "La Consejería no ha escrito una explicación de este atraso.",
  },
  {
    line: (number: number, name: string) => `Line ${number}. ${name}`,
    activities: (year: number) => `Approved records by activity, ${year}`,
    activity: "Activity",
    records: "Records",
    noResults: "This line has no results to measure.",
    noLines: "The catalogue has no lines of action.",
    standing: (name: string) => `Standing: ${name}.`,
    notExplained: "The Office has not written why this is behind.",
  },
);

/** Standings that the rest of a result's own part does not say anyway. */
const SAID: readonly Standing[] = ["achieved", "on-course", "behind"];

export const explanationKeyOf = ({ id }: Pick<AnnualIndicator, "id">): string => `indicator~${id}`;

function indicatorBlocks(indicator: AnnualIndicator, snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  switch (indicator.type) {
    case "milestone":
      return milestoneBlocks(indicator, w);
    case "money":
      return moneyBlocks(indicator, snapshot, w);
    case "statistic":
      return statisticBlocks(indicator, snapshot, w);
    default:
      return measureBlocks(indicator, snapshot, w);
  }
}

function* resultBlocks(indicator: AnnualIndicator, snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  yield { type: "heading", level: 3, text: w.pick(indicator.name), id: indicator.id };
  const standing = standingOf(indicator, snapshot);
  const explanation = [...textBlocks(snapshot.texts, explanationKeyOf(indicator), w)];
  if (SAID.includes(standing) && !isMilestone(indicator)) {
    const said = t.standing(STANDING_NAMES[w.language][standing]);
    const isUnexplained = standing === "behind" && explanation.length === 0;
    yield { type: "paragraph", text: isUnexplained ? `${said} ${t.notExplained}` : said };
  }
  yield* explanation;
  yield* indicatorBlocks(indicator, snapshot, w);
}

export function* lineSections(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  yield* partBlocks("lines", snapshot, w);
  for (const line of snapshot.lines) {
    yield { type: "heading", level: 2, text: t.line(line.number, w.pick(line.short ?? line.name)) };
    if (line.short !== undefined) yield { type: "paragraph", text: w.pick(line.name) };
    const activities = snapshot.activities.filter(({ lineId }) => lineId === line.id);
    if (activities.length > 0)
      yield {
        type: "table",
        title: t.activities(snapshot.year),
        columns: [left(t.activity, 84), right(t.records, 16)],
        rows: activities.map(({ id, number, records }) => [
          `${line.number}.${number}. ${w.name(snapshot.names.activities, id)}`,
          w.figure(records),
        ]),
        hasRowHeads: true,
      };
    const indicators = snapshot.indicators.filter(({ lineId }) => lineId === line.id);
    if (indicators.length === 0) yield { type: "paragraph", text: t.noResults };
    for (const indicator of indicators) yield* resultBlocks(indicator, snapshot, w);
  }
  if (snapshot.lines.length === 0) yield { type: "paragraph", text: t.noLines };
}
