/** The year on a page: what moved, and how far the strategy's results have come. */
import {
  type AnnualCount,
  type AnnualMilestone,
  type AnnualSnapshot,
  isAchieved,
  latestNews,
} from "../annualSnapshot.ts";
import type { Block, KeyFigure } from "../block.ts";
import { yearCompleteness } from "../completeness.ts";
import { day, left, number, percent, right, spanOf, tableOr, towardsTarget } from "../wording.ts";

const countsOf = ({ indicators }: AnnualSnapshot): AnnualCount[] =>
  indicators.filter((indicator): indicator is AnnualCount => indicator.type === "count");

const milestonesOf = ({ indicators }: AnnualSnapshot): AnnualMilestone[] =>
  indicators.filter((indicator): indicator is AnnualMilestone => indicator.type === "milestone");

function* keyFigures(snapshot: AnnualSnapshot): Iterable<KeyFigure> {
  yield { text: number(snapshot.approvedRecords), label: `registros públicos aprobados de ${snapshot.year}` };
  const main = countsOf(snapshot).find(({ target }) => target?.per === "strategy");
  const progress = main && towardsTarget(main);
  if (main && progress)
    yield {
      text: `${number(progress.value)} de ${number(progress.target)}`,
      label: `${main.unit}, ${spanOf(snapshot)}`,
    };
  const milestones = milestonesOf(snapshot);
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
  countsOf(snapshot).every(({ inYear }) => inYear === 0);

const targetText = (indicator: AnnualCount): string => {
  if (!indicator.target) return "Sin meta";
  const value = number(indicator.target.value);
  return indicator.target.per === "year" ? `${value} al año` : value;
};

function countRow(indicator: AnnualCount): string[] {
  const progress = towardsTarget(indicator);
  return [
    indicator.name,
    number(indicator.inYear),
    number(indicator.inStrategy),
    targetText(indicator),
    progress ? percent(progress.value, progress.target) : "–",
  ];
}

function milestoneRow(milestone: AnnualMilestone): string[] {
  const news = latestNews(milestone);
  const state = milestone.states.find(({ id }) => id === news?.stateId);
  return [
    milestone.name,
    state?.name ?? "Sin información",
    day(news?.since),
    news ? (isAchieved(milestone) ? "Sí" : "Todavía no") : "Sin información",
  ];
}

export function* summarySection(snapshot: AnnualSnapshot): Iterable<Block> {
  const { year } = snapshot;
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
    [left("Resultado", 46), right(`En ${year}`, 12), right(span, 14), right("Meta", 14), right("Avance", 14)],
    countsOf(snapshot).map(countRow),
  );
  yield tableOr(
    "No hay resultados que sean un hito.",
    "Resultados que son un hito",
    [left("Resultado", 46), left("Estado", 24), left("Desde", 15), left("¿Logrado?", 15)],
    milestonesOf(snapshot).map(milestoneRow),
  );
  yield {
    type: "note",
    text: `«En ${year}» cuenta lo que tiene fecha de ese año; «${span}», lo acumulado en la estrategia. Las metas son de toda la estrategia, salvo las que dicen «al año». Los resultados no se suman entre sí: un mismo registro puede contar en varios.`,
  };
}
