/** Progress by line of action: each result in the way of its type. */
import type { AnnualIndicator } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { measureBlocks } from "./measure.ts";
import { milestoneBlocks } from "./milestone.ts";
import { moneyBlocks } from "./money.ts";
import { statisticBlocks } from "./statistic.ts";

function indicatorBlocks(indicator: AnnualIndicator, snapshot: AnnualSnapshot): Iterable<Block> {
  switch (indicator.type) {
    case "milestone":
      return milestoneBlocks(indicator);
    case "money":
      return moneyBlocks(indicator, snapshot);
    case "statistic":
      return statisticBlocks(indicator, snapshot);
    default:
      return measureBlocks(indicator, snapshot);
  }
}

export function* lineSections(snapshot: AnnualSnapshot): Iterable<Block> {
  yield { type: "heading", level: 1, text: "Avance por línea de acción y resultado" };
  for (const line of snapshot.lines) {
    yield { type: "heading", level: 2, text: `Línea ${line.number}. ${line.short ?? line.name}` };
    if (line.short !== undefined) yield { type: "paragraph", text: line.name };
    const indicators = snapshot.indicators.filter(({ lineId }) => lineId === line.id);
    if (indicators.length === 0)
      yield { type: "paragraph", text: "Esta línea no tiene resultados por medir." };
    for (const indicator of indicators) {
      yield { type: "heading", level: 3, text: indicator.name };
      yield* indicatorBlocks(indicator, snapshot);
    }
  }
  if (snapshot.lines.length === 0)
    yield { type: "paragraph", text: "No hay líneas de acción en el catálogo." };
}
