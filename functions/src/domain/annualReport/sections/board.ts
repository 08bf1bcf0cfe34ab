/** Every result with its figures, target and standing, in a table for each way of measuring. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, NONE, right, type Writing } from "../../reports/Writing.ts";
import {
  type AnnualMeasure,
  type AnnualMilestone,
  type AnnualMoney,
  type AnnualStatistic,
  isMeasure,
  isMilestone,
  isMoney,
  isStatistic,
  latestNews,
  seriesIn,
} from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Cell, Row } from "../block.ts";
import { STANDING_NAMES, standingOf } from "../standing.ts";
import { progressCell, type Targeted, targetedOf, targetText } from "../targets.ts";
import { SHARED, spanOf, tableOr } from "../wording.ts";
import { partBlocks } from "./part.ts";

const TEXTS = inBoth(
  {
    result: "Resultado",
    inYear: (year: number) => `En ${year}`,
    target: "Meta",
    progress: "Avance",
    state: "Estado",
    since: "Desde",
    standing: "Situación",
    noTarget: "Sin meta",
    noInformation: "Sin información",
    counted: "Resultados que se cuentan",
    noCounted: "No hay resultados que se cuenten.",
    money: "Resultados en dinero, cada moneda aparte",
    milestones: "Resultados que son un hito",
    noMilestones: "No hay resultados que sean un hito.",
    statistics: "Estadísticas citadas de otras fuentes",
    latest: "Último dato",
    period: "Periodo",
    source: "Fuente",
    note: (year: number, span: string) =>
      `«En ${year}» cuenta lo que tiene fecha de ese año; «${span}», lo acumulado en la estrategia. Las metas son de toda la estrategia, salvo las que dicen «al año», «al semestre» o «al mes». Un resultado «va atrás» cuando ha avanzado menos que la parte ya transcurrida del plazo de su meta: es una comparación con el calendario, no una meta anual. Los resultados no se suman entre sí: un mismo registro puede contar en varios.`,
  },
  {
    result: "Result",
    inYear: (year: number) => `In ${year}`,
    target: "Target",
    progress: "Progress",
    state: "State",
    since: "Since",
    standing: "Standing",
    noTarget: "No target",
    noInformation: "No information",
    counted: "Results that are counted",
    noCounted: "There are no results that are counted.",
    money: "Results in money, each currency apart",
    milestones: "Results that are a milestone",
    noMilestones: "There are no results that are a milestone.",
    statistics: "Statistics quoted from other sources",
    latest: "Latest number",
    period: "Period",
    source: "Source",
    note: (year: number, span: string) =>
      `“In ${year}” counts what is dated in that year; “${span}”, what the strategy has added up to. Targets are of the whole strategy, but for those that say “a year”, “a half-year” or “a month”. A result is “behind” when it has come less far than the part of its target's time that has gone by: a comparison with the calendar, not a yearly target. Results are not added to one another: one record may count in several.`,
  },
);

/** Target and progress. */
function targetCells(targeted: Targeted | undefined, snapshot: AnnualSnapshot, w: Writing): [string, string] {
  if (!targeted) return [TEXTS[w.language].noTarget, NONE];
  const { target } = targeted;
  const asked = target.per === "year" ? target.byYear?.[snapshot.year] : undefined;
  return [targetText(targeted, w, asked), progressCell(targeted, snapshot, w)];
}

const standingCell = (
  indicator: AnnualMeasure | AnnualMoney | AnnualMilestone,
  snapshot: AnnualSnapshot,
  w: Writing,
) => STANDING_NAMES[w.language][standingOf(indicator, snapshot)];

const nameCell = (
  indicator: { readonly id: string; readonly name: AnnualMeasure["name"] },
  w: Writing,
): Cell => ({
  text: w.pick(indicator.name),
  to: `#${indicator.id}`,
});

const measureRow = (measure: AnnualMeasure, snapshot: AnnualSnapshot, w: Writing): Row => [
  nameCell(measure, w),
  w.figure(measure.inYear),
  w.figure(measure.inStrategy),
  ...targetCells(targetedOf(measure, snapshot.year), snapshot, w),
  standingCell(measure, snapshot, w),
];

/** A row like a measure's for each currency that is stated or asked for. */
function moneyRows(indicator: AnnualMoney, snapshot: AnnualSnapshot, w: Writing): Row[] {
  const targeted = targetedOf(indicator, snapshot.year);
  const asked = indicator.target?.currency;
  const stated = indicator.currencies.map(({ currency }) => currency);
  const currencies = [...new Set([...stated, ...(asked ? [asked] : [])])];
  if (currencies.length === 0)
    return [[nameCell(indicator, w), NONE, NONE, TEXTS[w.language].noTarget, NONE]];
  return currencies.map((currency) => {
    const { inYear, inStrategy } = seriesIn(indicator, currency);
    return [
      {
        text: `${w.pick(indicator.name)}\n${capital(SHARED[w.language].currencies[currency])}`,
        to: `#${indicator.id}`,
      },
      w.amount(inYear, currency),
      w.amount(inStrategy, currency),
      ...targetCells(currency === asked ? targeted : undefined, snapshot, w),
    ];
  });
}

function statisticRow(statistic: AnnualStatistic, w: Writing): Row {
  const latest = statistic.observations.at(-1);
  if (!latest) return [nameCell(statistic, w), TEXTS[w.language].noInformation, NONE, NONE];
  const { period, value, citation } = latest;
  const said = { text: `${w.quoted(value)} ${w.pick(statistic.unit)}`, value };
  return [nameCell(statistic, w), said, capital(w.period(period)), citation];
}

function milestoneRow(milestone: AnnualMilestone, snapshot: AnnualSnapshot, w: Writing): Row {
  const news = latestNews(milestone);
  const state = milestone.states.find(({ id }) => id === news?.stateId);
  return [
    nameCell(milestone, w),
    state ? w.pick(state.name) : TEXTS[w.language].noInformation,
    w.day(news?.since),
    standingCell(milestone, snapshot, w),
  ];
}

export function* boardSection(snapshot: AnnualSnapshot, w: Writing): Iterable<Block> {
  const t = TEXTS[w.language];
  const { year, indicators } = snapshot;
  const span = spanOf(snapshot);
  const heads = { hasRowHeads: true };
  yield* partBlocks("board", snapshot, w);
  yield tableOr(
    t.noCounted,
    t.counted,
    [
      left(t.result, 37),
      right(t.inYear(year), 11),
      right(span, 13),
      right(t.target, 15),
      right(t.progress, 12),
      left(t.standing, 12),
    ],
    indicators.filter(isMeasure).map((measure) => measureRow(measure, snapshot, w)),
    heads,
  );
  if (indicators.some(isMoney))
    yield {
      type: "table",
      title: t.money,
      columns: [
        left(t.result, 28),
        right(t.inYear(year), 22),
        right(span, 22),
        right(t.target, 18),
        right(t.progress, 10),
      ],
      rows: indicators.filter(isMoney).flatMap((indicator) => moneyRows(indicator, snapshot, w)),
      ...heads,
    };
  yield tableOr(
    t.noMilestones,
    t.milestones,
    [left(t.result, 46), left(t.state, 24), left(t.since, 15), left(t.standing, 15)],
    indicators.filter(isMilestone).map((milestone) => milestoneRow(milestone, snapshot, w)),
    heads,
  );
  if (indicators.some(isStatistic))
    yield {
      type: "table",
      title: t.statistics,
      columns: [left(t.result, 32), right(t.latest, 20), left(t.period, 16), left(t.source, 32)],
      rows: indicators.filter(isStatistic).map((statistic) => statisticRow(statistic, w)),
      ...heads,
    };
  yield { type: "note", text: t.note(year, span) };
}
