/** Progress by line of action: each result against its target, with its months, or its state. */

import { monthsOf } from "../../calendar.ts";
import { formatLongDay, formatMonth } from "../../format.ts";
import {
  type AnnualCount,
  type AnnualIndicator,
  type AnnualMilestone,
  type AnnualSnapshot,
  isAchieved,
  latestNews,
} from "../annualSnapshot.ts";
import type { Block, KeyFigure } from "../block.ts";
import { day, left, listed, number, percent, right, spanOf, towardsTarget } from "../wording.ts";

function* figuresOf(indicator: AnnualCount, snapshot: AnnualSnapshot): Iterable<KeyFigure> {
  yield { text: number(indicator.inYear), label: `en ${snapshot.year}` };
  yield { text: number(indicator.inStrategy), label: `en la estrategia, ${spanOf(snapshot)}` };
  if (indicator.before > 0) yield { text: number(indicator.before), label: "antes de 2024, aparte" };
}

function* monthBlocks(indicator: AnnualCount, snapshot: AnnualSnapshot): Iterable<Block> {
  const months = monthsOf(snapshot.year);
  const most = Math.max(...indicator.byMonth);
  const best = months.filter((_, index) => indicator.byMonth[index] === most);
  const names = listed(best.map((month) => formatMonth(month, "es")));
  const title =
    best.length === 1
      ? `${indicator.unit}: el mes con más fue ${names}, con ${number(most)}`
      : `${indicator.unit}: los meses con más fueron ${names}, con ${number(most)} cada uno`;
  const counts = months.map((month, index) => ({ month, count: indicator.byMonth[index] ?? 0 }));
  yield {
    type: "barChart",
    direction: "up",
    title: title.charAt(0).toUpperCase() + title.slice(1),
    alt: `Barras por mes de ${snapshot.year}. ${counts.map(({ month, count }) => `${formatMonth(month, "es")}, ${count}`).join("; ")}.`,
    bars: counts.map(({ month, count }) => ({
      label: formatMonth(month, "es", "short"),
      value: count,
      text: number(count),
    })),
  };
  yield {
    type: "table",
    title: `Por mes, ${snapshot.year}`,
    columns: [...counts.map(({ month }) => right(formatMonth(month, "es", "short"), 7)), right("Total", 10)],
    rows: [[...counts.map(({ count }) => number(count)), number(indicator.inYear)]],
  };
}

const ruleNote = ({ rule, targetSource }: AnnualIndicator): Block => ({
  type: "note",
  text: `Cómo se cuenta: ${rule} Meta: ${targetSource}`,
});

function* countBlocks(indicator: AnnualCount, snapshot: AnnualSnapshot): Iterable<Block> {
  yield { type: "keyFigures", figures: [...figuresOf(indicator, snapshot)] };
  const progress = towardsTarget(indicator);
  if (progress)
    yield {
      type: "progress",
      ...progress,
      text: `${number(progress.value)} de ${number(progress.target)}, ${percent(progress.value, progress.target)}${
        indicator.target?.per === "year" ? ` de la meta de ${snapshot.year}` : " de la meta de la estrategia"
      }`,
    };
  yield ruleNote(indicator);
  if (indicator.inYear > 0) yield* monthBlocks(indicator, snapshot);
  else
    yield {
      type: "paragraph",
      text: `No hay registros aprobados de ${snapshot.year} que cuenten para este resultado.`,
    };
}

function* milestoneBlocks(milestone: AnnualMilestone): Iterable<Block> {
  const nameOf = (stateId: string) => milestone.states.find(({ id }) => id === stateId)?.name ?? stateId;
  const latest = latestNews(milestone);
  if (!latest) {
    yield {
      type: "paragraph",
      text: "Sin información: ningún registro aprobado dice todavía en qué estado está.",
    };
    yield ruleNote(milestone);
  } else {
    const verdict = isAchieved(milestone)
      ? "El resultado está logrado."
      : `Se dará por logrado cuando llegue a «${nameOf(milestone.achievedState)}».`;
    yield {
      type: "paragraph",
      text: `Estado: ${nameOf(latest.stateId)}, desde el ${formatLongDay(latest.since, "es")}. ${verdict}`,
    };
    yield ruleNote(milestone);
    yield {
      type: "table",
      title: "Cómo llegó a este estado",
      columns: [left("Desde", 14), left("Estado", 24), left("Cuál", 26), left("Documento", 36)],
      rows: milestone.news.map(({ since, stateId, subject, document }) => [
        day(since),
        nameOf(stateId),
        subject ?? "–",
        document ?? "–",
      ]),
    };
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
      if (indicator.type === "count") yield* countBlocks(indicator, snapshot);
      else yield* milestoneBlocks(indicator);
    }
  }
  if (snapshot.lines.length === 0)
    yield { type: "paragraph", text: "No hay líneas de acción en el catálogo." };
}
