/** Figures: what tallies say of each indicator, folded for the city, its sectors and its entities. */
import type { Day } from "../calendar.ts";
import type { Definition, Indicator, Observation } from "../indicator.ts";
import { type Cell, type Cells, cellOf } from "./cells.ts";
import { counterOf } from "./counter.ts";
import { QUANTITY } from "./partsOf.ts";
import type { TallyPeriod } from "./tallyPeriod.ts";

/** `public` figures count public records alone; `internal` ones count all. */
export type FiguresFor = "public" | "internal";

/** Amounts by key: months, half-years, years, sectors, entities or codes. Absent is zero. */
export type Counts = Record<string, number>;

export interface MilestoneNews {
  readonly stateId: string;
  readonly since: Day;
  /** Ledger id of the record that proves it. */
  readonly sourceId: string;
}

/** One measure, broken down. Official amounts are the approved; all but `before` and `byYear` are of the strategy's years. */
export interface Series {
  readonly value: number;
  /** Dated before the strategy began: shown apart. */
  readonly before: number;
  /** Sent to the Office and not decided yet. */
  readonly reported: number;
  /** Of every year, those before the strategy included. */
  readonly byYear: Counts;
  readonly byHalf: Counts;
  readonly byMonth: Counts;
  readonly bySector: Counts;
  readonly byEntity: Counts;
  readonly reportedByEntity: Counts;
  /** By dimension (`instrumentKind`, `scope` …) and code. */
  readonly by: Record<string, Counts>;
}

/**
 * One indicator's figures. The series is in the indicator's unit: sources for a count, the quantity for a sum of
 * quantities, different things for a distinct count. A sum of money has a series for each currency in minor units, never
 * added to one another, and its own series says how many records state an amount.
 */
export interface IndicatorFigure extends Series {
  readonly indicatorId: string;
  /** The version since which it counts as it does. */
  readonly ruleVersion: number;
  /** Approved sources within the strategy's years. */
  readonly records: number;
  readonly byCurrency?: Record<string, Series>;
  /** Milestones alone: approved news, oldest first; the last one is its state. */
  readonly news: MilestoneNews[];
  /** Statistics alone: as others published them, in the order of their periods. */
  readonly observations?: readonly Observation[];
}

/** Cells of a period: a tally's, or those of many tallies added up. */
export interface PeriodCells {
  readonly period: TallyPeriod;
  readonly cells: Cells;
}

/** Sums by place in the series (`value`, `byYear/2026`), and within it by part; the part "" counts sources. */
type Sums = Map<string, Map<string, number>>;

function add(sums: Sums, place: string, part: string, amount: number): void {
  const parts = sums.get(place) ?? new Map<string, number>();
  parts.set(part, (parts.get(part) ?? 0) + amount);
  sums.set(place, parts);
}

/** The places of a series that a cell adds to. */
function placesOf({ standing, dimension, value }: Cell, period: TallyPeriod): string[] {
  const within = period !== "before" && period !== "after";
  if (standing === "reported") {
    if (!within) return [];
    if (dimension === "all") return ["reported"];
    return dimension === "entity" ? [`reportedByEntity/${value}`] : [];
  }
  switch (dimension) {
    case "all":
      if (within) return ["value", `byYear/${period.slice(0, 4)}`, `byHalf/${period}`];
      return period === "before" ? ["before"] : [];
    case "month":
      if (within) return [`byMonth/${value}`];
      // Outside of the strategy the period spans many years: the month tells which.
      return [`byYear/${value.slice(0, 4)}`];
    case "milestone":
      return [];
    case "entity":
      return within ? [`byEntity/${value}`] : [];
    case "sector":
      return within ? [`bySector/${value}`] : [];
    default:
      return within ? [`by/${dimension}/${value}`] : [];
  }
}

type Draft = {
  value: number;
  before: number;
  reported: number;
  by: Record<string, Counts>;
} & Record<"byYear" | "byHalf" | "byMonth" | "bySector" | "byEntity" | "reportedByEntity", Counts>;

/** The series that `measure` makes of the sums at each place; zeros are left out. */
function seriesOf(sums: Sums, measure: (parts: ReadonlyMap<string, number>) => number): Series {
  const series: Draft = {
    ...{ value: 0, before: 0, reported: 0, byYear: {}, byHalf: {}, byMonth: {} },
    ...{ bySector: {}, byEntity: {}, reportedByEntity: {}, by: {} },
  };
  for (const [place, parts] of sums) {
    const amount = measure(parts);
    const [name = "", key, code] = place.split("/");
    if (name === "value" || name === "before" || name === "reported") series[name] = amount;
    else if (amount === 0 || key === undefined) continue;
    else if (code !== undefined) series.by[key] = { ...series.by[key], [code]: amount };
    else series[name as "byYear"][key] = amount;
  }
  return series;
}

const sources = (parts: ReadonlyMap<string, number>): number => parts.get("") ?? 0;
const partOf = (name: string) => (parts: ReadonlyMap<string, number>) => parts.get(name) ?? 0;
const different = (parts: ReadonlyMap<string, number>): number =>
  [...parts].filter(([name, amount]) => name !== "" && amount > 0).length;

const measureOf = (definition: Definition) => {
  if (definition.type === "distinct") return different;
  return definition.type === "sum" && definition.of !== "money" ? partOf(QUANTITY) : sources;
};

const currenciesIn = (sums: Sums): string[] =>
  [...new Set([...sums.values()].flatMap((parts) => [...parts.keys()]))].filter((name) => name !== "").sort();

function figureOf(indicator: Indicator, sums: Sums, news: MilestoneNews[]): IndicatorFigure {
  return {
    indicatorId: indicator.id,
    ruleVersion: indicator.ruleVersion,
    ...seriesOf(sums, measureOf(indicator)),
    records: sources(sums.get("value") ?? new Map()),
    ...(indicator.type === "sum" &&
      indicator.of === "money" && {
        byCurrency: Object.fromEntries(
          currenciesIn(sums).map((currency) => [currency, seriesOf(sums, partOf(currency))]),
        ),
      }),
    news: news.toSorted(inOrder),
    ...(indicator.type === "statistic" && { observations: indicator.observations }),
  };
}

const inOrder = (a: MilestoneNews, b: MilestoneNews): number =>
  a.since.localeCompare(b.since) || a.sourceId.localeCompare(b.sourceId);

function fold(
  held: Iterable<PeriodCells>,
  indicators: readonly Indicator[],
  audience: FiguresFor,
  placesIn: (cell: Cell, period: TallyPeriod) => string[],
): IndicatorFigure[] {
  const counted = new Map(
    indicators.map((indicator) => [
      counterOf(indicator),
      { sums: new Map() as Sums, news: [] as MilestoneNews[] },
    ]),
  );
  for (const { period, cells } of held)
    for (const [key, amount] of Object.entries(cells)) {
      const cell = cellOf(key);
      const figure = counted.get(cell.counterId);
      if (!figure || amount === 0 || (audience === "public" && cell.audience !== "public")) continue;
      for (const place of placesIn(cell, period)) add(figure.sums, place, cell.part ?? "", amount);
      if (cell.dimension === "milestone" && cell.standing === "approved") {
        const [since = "", stateId = "", sourceId = ""] = cell.value.split("@");
        figure.news.push({ since, stateId, sourceId });
      }
    }
  return indicators.map((indicator) => {
    const { sums, news } = counted.get(counterOf(indicator)) ?? { sums: new Map(), news: [] };
    return figureOf(indicator, sums, news);
  });
}

/**
 * The figures of every indicator, in the indicators' order, from all tallies given: these may come in any order, and
 * parts may be added up before. Sources are counted once for the city and once in each sector, whoever took part.
 */
export const foldFigures = (
  held: Iterable<PeriodCells>,
  indicators: readonly Indicator[],
  audience: FiguresFor,
): IndicatorFigure[] => fold(held, indicators, audience, placesOf);

/** The places of an entity's own series that a cell adds to: its `entity` cells are to it what `all` are to the city. */
const placesFor = (entityId: string) => (cell: Cell, period: TallyPeriod) =>
  cell.dimension === "entity" && cell.value === entityId
    ? placesOf({ ...cell, dimension: "all" }, period)
    : [];

/**
 * What one entity led or took part in, restricted records included; its years are those of the strategy. Milestones are
 * the city's: their news are not among an entity's figures, where restricted ones of others would stand too.
 */
export const foldEntityFigures = (
  held: Iterable<PeriodCells>,
  indicators: readonly Indicator[],
  entityId: string,
): IndicatorFigure[] =>
  fold(held, indicators, "internal", placesFor(entityId)).map((figure) => ({ ...figure, news: [] }));
