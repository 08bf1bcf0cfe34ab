/**
 * Cells: the keys under which tallies add up credits. A cell is
 * `indicator|standing|audience|dimension|value`, and everything in it is a whole number.
 *
 * The city's total is the sum of the `month` cells; an entity's is the sum of its `entityMonth` cells; a sector's
 * is its `sector` cell. A record with participants stands once in each, so that none is the sum of another.
 */
import { type Day, type Month, monthOf } from "../calendar.ts";
import type { Dimension } from "../indicator.ts";
import type { Audience, Credit, Standing } from "./creditsOf.ts";
import { ledgerIdOf } from "./source.ts";

export type CellKey = string;
/** Whole numbers by cell; an absent cell is zero. */
export type Cells = Readonly<Record<CellKey, number>>;

export type CellDimension = "month" | "entityMonth" | "sector" | "milestone" | Dimension;

/** A cell's key, taken apart. */
export interface Cell {
  readonly indicatorId: string;
  readonly standing: Standing;
  readonly audience: Audience;
  readonly dimension: CellDimension;
  /** A month, `entity@month`, a code, or for milestones `day@state@source`. */
  readonly value: string;
}

export const keyOf = (cell: Cell): CellKey =>
  [cell.indicatorId, cell.standing, cell.audience, cell.dimension, cell.value].join("|");

/** The inverse of `keyOf`. Throws on a key that is none. */
export function cellOf(key: CellKey): Cell {
  const [indicatorId, standing, audience, dimension, value] = key.split("|");
  if (value === undefined) throw new Error(`not a cell key: ${key}`);
  return { indicatorId, standing, audience, dimension, value } as Cell;
}

/** The value of an `entityMonth` cell. */
export const entityMonth = (entityId: string, month: Month): string => `${entityId}@${month}`;

/** The value of a `milestone` cell: states sort by day, then by what proves them. */
export const milestoneValue = (day: Day, stateId: string, sourcePath: string): string =>
  [day, stateId, ledgerIdOf(sourcePath)].join("@");

/** The cells that a source's credits stand in, each worth one. */
export function cellsOf(
  credits: readonly Credit[],
  sourcePath: string,
  sectors: ReadonlyMap<string, string>,
): Cells {
  const keys = credits.flatMap((credit) => {
    const month = monthOf(credit.day);
    const key = (dimension: CellDimension, value: string) => keyOf({ ...credit, dimension, value });
    const sectorIds = new Set(credit.entityIds.flatMap((entityId) => sectors.get(entityId) || []));
    return [
      key("month", month),
      ...credit.entityIds.map((entityId) => key("entityMonth", entityMonth(entityId, month))),
      ...[...sectorIds].map((sectorId) => key("sector", sectorId)),
      ...Object.entries(credit.values).flatMap(([dimension, values]) =>
        (values ?? []).map((value) => key(dimension as Dimension, value)),
      ),
      ...(credit.stateId === undefined
        ? []
        : [key("milestone", milestoneValue(credit.day, credit.stateId, sourcePath))]),
    ];
  });
  return Object.fromEntries(keys.map((key) => [key, 1]));
}

/** `a + b`, cell by cell, without zeros, whichever of them held one. */
export function addCells(a: Cells, b: Cells): Cells {
  const sums = new Map(Object.entries(a));
  for (const [key, amount] of Object.entries(b)) sums.set(key, (sums.get(key) ?? 0) + amount);
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0));
}

/** What must be added to `before` to make `after`, without zeros. */
export const differenceOf = (before: Cells, after: Cells): Cells =>
  addCells(after, Object.fromEntries(Object.entries(before).map(([key, amount]) => [key, -amount])));
