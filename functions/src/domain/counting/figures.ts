/** Figures: what tallies say of each indicator, folded for the city, its entities and its sectors. */
import type { Day } from "../calendar.ts";
import { STRATEGY_YEARS } from "../catalogue.ts";
import type { Indicator } from "../indicator.ts";
import { type Cell, cellOf } from "./cells.ts";
import type { Standing } from "./creditsOf.ts";
import type { Tally } from "./ledger.ts";

/** `public` figures count public records alone; `internal` ones count all. */
export type FiguresFor = "public" | "internal";

/** Counts by key: months, years, sectors, entities or codes. */
export type Counts = Record<string, number>;

export interface MilestoneNews {
  readonly stateId: string;
  readonly since: Day;
  /** Ledger id of the record that proves it. */
  readonly sourceId: string;
}

/** One indicator's figures. Official ones are the approved. */
export interface IndicatorFigure {
  readonly indicatorId: string;
  /** Approved, within the strategy's years. */
  readonly value: number;
  /** Approved, dated before the strategy began: shown apart. */
  readonly before: number;
  /** Sent to the Office and not decided yet, within the strategy's years. */
  readonly reported: number;
  readonly byYear: Counts;
  readonly byMonth: Counts;
  readonly bySector: Counts;
  readonly byEntity: Counts;
  readonly reportedByEntity: Counts;
  /** By dimension (`instrumentKind`, `scope` …) and code. */
  readonly by: Record<string, Counts>;
  /** Milestones alone: approved news, oldest first; the last one is its state. */
  readonly news: MilestoneNews[];
}

const add = (counts: Counts, key: string, amount: number): void => {
  counts[key] = (counts[key] ?? 0) + amount;
};

/** Whether a year is one of the strategy's. */
export const inStrategy = (year: number): boolean =>
  year >= STRATEGY_YEARS.first && year <= STRATEGY_YEARS.last;

type Draft = { -readonly [K in keyof IndicatorFigure]: IndicatorFigure[K] };

const emptyFigure = (indicatorId: string): Draft => ({
  indicatorId,
  value: 0,
  before: 0,
  reported: 0,
  byYear: {},
  byMonth: {},
  bySector: {},
  byEntity: {},
  reportedByEntity: {},
  by: {},
  news: [],
});

function addMonth(figure: Draft, standing: Standing, month: string, amount: number): void {
  const year = Number(month.slice(0, 4));
  if (standing === "reported") {
    if (inStrategy(year)) figure.reported += amount;
    return;
  }
  add(figure.byYear, String(year), amount);
  if (inStrategy(year)) {
    figure.value += amount;
    add(figure.byMonth, month, amount);
  } else if (year < STRATEGY_YEARS.first) figure.before += amount;
}

function addApproved(figure: Draft, cell: Cell, amount: number, tallyYear: number): void {
  if (cell.dimension === "milestone") {
    const [since = "", stateId = "", sourceId = ""] = cell.value.split("@");
    figure.news.push({ since, stateId, sourceId });
  } else if (inStrategy(tallyYear)) {
    const counts = cell.dimension === "sector" ? figure.bySector : (figure.by[cell.dimension] ?? {});
    if (cell.dimension !== "sector") figure.by[cell.dimension] = counts;
    add(counts, cell.value, amount);
  }
}

function addCell(figure: Draft, cell: Cell, amount: number, tallyYear: number): void {
  if (cell.dimension === "month") addMonth(figure, cell.standing, cell.value, amount);
  else if (cell.dimension === "entityMonth") {
    if (!inStrategy(tallyYear)) return;
    const byEntity = cell.standing === "approved" ? figure.byEntity : figure.reportedByEntity;
    add(byEntity, cell.value.split("@")[0] ?? "", amount);
  } else if (cell.standing === "approved") addApproved(figure, cell, amount, tallyYear);
}

const inOrder = (a: MilestoneNews, b: MilestoneNews): number =>
  a.since.localeCompare(b.since) || a.sourceId.localeCompare(b.sourceId);

/**
 * The figures of every indicator, in the indicators' order: the sum of all tallies given, so that tallies may come
 * in any order and parts may be folded apart and merged.
 */
export function foldFigures(
  tallies: Iterable<Pick<Tally, "year" | "cells">>,
  indicators: readonly Indicator[],
  audience: FiguresFor,
): IndicatorFigure[] {
  const figures = new Map(indicators.map((indicator) => [indicator.id, emptyFigure(indicator.id)]));
  for (const tally of tallies)
    for (const [key, amount] of Object.entries(tally.cells)) {
      const cell = cellOf(key);
      const figure = figures.get(cell.indicatorId);
      if (!figure || amount === 0 || (audience === "public" && cell.audience !== "public")) continue;
      addCell(figure, cell, amount, tally.year);
    }
  for (const figure of figures.values()) figure.news.sort(inOrder);
  return [...figures.values()];
}
