/** The year on a page: what moved, and how far the strategy's results have come. */
import { isAchieved, isMeasure, isMilestone, isMoney, isStatistic } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, KeyFigure } from "../block.ts";
import { yearCompleteness } from "../completeness.ts";
import { progressesOf, targetedOf } from "../targets.ts";
import { left, number, percent, right, spanOf, tableOr } from "../wording.ts";
import { measureRow, milestoneRow, moneyRows, statisticRow } from "./summaryRows.ts";

function* keyFigures(snapshot: AnnualSnapshot): Iterable<KeyFigure> {
  yield { text: number(snapshot.approvedRecords), label: `registros públicos aprobados de ${snapshot.year}` };
  const main = snapshot.indicators.filter(isMeasure).find(({ target }) => target?.per === "strategy");
  const targeted = main && targetedOf(main, snapshot.year);
  const [progress] = targeted ? progressesOf(targeted, snapshot) : [];
  if (main && progress)
    yield {
      text: `${number(progress.value)} de ${number(progress.target)}`,
      label: `${main.unit}, ${spanOf(snapshot)}`,
    };
  const milestones = snapshot.indicators.filter(isMilestone);
  if (milestones.length > 0)
    yield {
      text: `${milestones.filter(isAchieved).length} de ${milestones.length}`,
      label: "hitos logrados",
    };
  const { received, owed } = yearCompleteness(snapshot);
  if (owed > 0)
    yield {
      text: percent(received, owed),
      label: `informes semestrales recibidos (${received} de ${owed})`,
    };
}

/** Whether the year has nothing of its own to tell. */
export const isEmptyYear = (snapshot: AnnualSnapshot): boolean =>
  snapshot.approvedRecords === 0 &&
  snapshot.sessions.length === 0 &&
  snapshot.decisions.length === 0 &&
  snapshot.indicators.filter(isMeasure).every(({ inYear }) => inYear === 0) &&
  snapshot.indicators
    .filter(isMoney)
    .every(({ currencies }) => currencies.every(({ inYear }) => inYear === 0));

export function* summarySection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year, indicators } = snapshot;
  const span = spanOf(snapshot);
  yield { type: "heading", level: 1, text: "Resumen del año" };
  yield {
    type: "paragraph",
    text: isEmptyYear(snapshot)
      ? `Bitácora no tiene registros públicos aprobados de ${year}. Este informe está completo: cada parte dice que no hay datos, y los totales de la estrategia se muestran como están.`
      : `Este informe cuenta lo que las entidades del Distrito hicieron con el mundo en ${year}, y cuánto ha avanzado la estrategia desde 2024. Solo incluye registros públicos que la Consejería aprobó.`,
  };
  yield { type: "keyFigures", figures: [...keyFigures(snapshot)] };
  yield tableOr(
    "No hay resultados que se cuenten.",
    "Resultados que se cuentan",
    [left("Resultado", 42), right(`En ${year}`, 12), right(span, 13), right("Meta", 19), right("Avance", 14)],
    indicators.filter(isMeasure).map((measure) => measureRow(measure, snapshot)),
  );
  if (indicators.some(isMoney))
    yield {
      type: "table",
      title: "Resultados en dinero, cada moneda aparte",
      columns: [
        left("Resultado", 28),
        right(`En ${year}`, 22),
        right(span, 22),
        right("Meta", 18),
        right("Avance", 10),
      ],
      rows: indicators.filter(isMoney).flatMap((indicator) => moneyRows(indicator, snapshot)),
    };
  yield tableOr(
    "No hay resultados que sean un hito.",
    "Resultados que son un hito",
    [left("Resultado", 46), left("Estado", 24), left("Desde", 15), left("¿Logrado?", 15)],
    indicators.filter(isMilestone).map(milestoneRow),
  );
  if (indicators.some(isStatistic))
    yield {
      type: "table",
      title: "Estadísticas citadas de otras fuentes",
      columns: [left("Resultado", 32), right("Último dato", 20), left("Periodo", 16), left("Fuente", 32)],
      rows: indicators.filter(isStatistic).map(statisticRow),
    };
  yield {
    type: "note",
    text: `«En ${year}» cuenta lo que tiene fecha de ese año; «${span}», lo acumulado en la estrategia. Las metas son de toda la estrategia, salvo las que dicen «al año», «al semestre» o «al mes». Los resultados no se suman entre sí: un mismo registro puede contar en varios.`,
  };
}
