/**
 * Cells: the keys under which tallies add up credits. A cell is `counter|standing|audience|dimension|value`, and holds
 * how many sources stand in it; with `|part` behind it, what they add of that part: minor units of a currency, a whole
 * quantity, or how many of them name a thing that is counted once. Everything in a cell is a whole number.
 *
 * The city's total is the sum of the `all` cells, of the `month` cells too; an entity's is that of its `entity` cells, a
 * sector's that of its `sector` cells. A source with participants stands once in each, so that none is the sum of another.
 */
import { type Day, monthOf } from "../calendar.ts";
import type { Dimension } from "../indicator.ts";
import type { CounterId } from "./counter.ts";
import type { Audience, Credit, Standing } from "./creditsOf.ts";
import { ledgerIdOf } from "./source.ts";

export type CellKey = string;
/** Whole numbers by cell; an absent cell is zero. */
export type Cells = Readonly<Record<CellKey, number>>;

export type CellDimension = "all" | "month" | "entity" | "sector" | "milestone" | Dimension;

/** The one value of the dimension `all`. */
export const CITY = "city";

/** A cell's key, taken apart. */
export interface Cell {
  readonly counterId: CounterId;
  readonly standing: Standing;
  readonly audience: Audience;
  readonly dimension: CellDimension;
  /** A month, an entity, a sector, a code, `city`, or for milestones `day@state@source`. */
  readonly value: string;
  /** Absent where sources are counted. */
  readonly part?: string;
}

export const keyOf = ({ counterId, standing, audience, dimension, value, part }: Cell): CellKey =>
  [counterId, standing, audience, dimension, value, ...(part === undefined ? [] : [part])].join("|");

/** The inverse of `keyOf`. Throws on a key that is none. */
export function cellOf(key: CellKey): Cell {
  const [counterId, standing, audience, dimension, value, part] = key.split("|");
  if (value === undefined) throw new Error(`not a cell key: ${key}`);
  return { counterId, standing, audience, dimension, value, ...(part !== undefined && { part }) } as Cell;
}

/** The value of a `milestone` cell: states sort by day, then by what proves them. */
export const milestoneValue = (day: Day, stateId: string, sourcePath: string): string =>
  [day, stateId, ledgerIdOf(sourcePath)].join("@");

/** The cells that one credit stands in, all of the period of its day. */
export function cellsOf(credit: Credit, sourcePath: string, sectors: ReadonlyMap<string, string>): Cells {
  const { entityIds, day, stateId, parts, partsAreShared } = credit;
  const cells: Record<CellKey, number> = {};
  const stand = (dimension: CellDimension, value: string, withParts: boolean) => {
    const { counterId, standing, audience } = credit;
    const cell = { counterId, standing, audience, dimension, value };
    cells[keyOf(cell)] = 1;
    if (withParts)
      for (const [part, amount] of Object.entries(parts)) cells[keyOf({ ...cell, part })] = amount;
  };
  const sectorsOf = (ids: readonly string[]) => new Set(ids.flatMap((id) => sectors.get(id) || []));
  const [lead = ""] = entityIds;
  const leadSectors = sectorsOf([lead]);
  stand("all", CITY, true);
  stand("month", monthOf(day), true);
  for (const id of entityIds) stand("entity", id, partsAreShared || id === lead);
  for (const id of sectorsOf(entityIds)) stand("sector", id, partsAreShared || leadSectors.has(id));
  for (const [dimension, values] of Object.entries(credit.values))
    for (const value of values ?? []) stand(dimension as Dimension, value, true);
  if (stateId !== undefined) stand("milestone", milestoneValue(day, stateId, sourcePath), false);
  return cells;
}

/** `a + b`, cell by cell, without zeros, whichever of them held one. */
export function addCells(a: Cells, b: Cells): Cells {
  const sums = new Map(Object.entries(a));
  for (const [key, amount] of Object.entries(b)) sums.set(key, (sums.get(key) ?? 0) + amount);
  return Object.fromEntries([...sums].filter(([, amount]) => amount !== 0));
}

export const negated = (cells: Cells): Cells =>
  Object.fromEntries(Object.entries(cells).map(([key, amount]) => [key, -amount]));

/** What must be added to `before` to make `after`, without zeros. */
export const differenceOf = (before: Cells, after: Cells): Cells => addCells(after, negated(before));
