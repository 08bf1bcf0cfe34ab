/** A row with where it stands. */
import type { CheckedRow } from "../../../import/rows/checkRows.ts";
import type { RowStanding } from "../../../import/rows/standingOf.ts";

export interface StandingRow {
  readonly row: CheckedRow;
  readonly standing: RowStanding;
}
