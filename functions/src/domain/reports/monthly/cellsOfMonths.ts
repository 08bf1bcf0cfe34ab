/** The part of a half-year's cells that some months make up: a fold of it is the figures of those months. */
import type { Month } from "../../calendar.ts";
import { type Cells, CITY, cellOf, keyOf } from "../../counting/cells.ts";

/**
 * Months stand in cells of their own beside the half-year's total. What a month's cells hold takes the total's place, so
 * that things counted once are counted once in all the months together.
 */
export function cellsOfMonths(cells: Cells, belongs: (month: Month) => boolean): Cells {
  const sums: Record<string, number> = {};
  for (const [key, amount] of Object.entries(cells)) {
    const cell = cellOf(key);
    if (cell.dimension !== "month" || !belongs(cell.value)) continue;
    const total = keyOf({ ...cell, dimension: "all", value: CITY });
    sums[total] = (sums[total] ?? 0) + amount;
  }
  return sums;
}
