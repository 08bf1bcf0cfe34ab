/** Makes one table of several sheets, such as the template's, which has one for each kind. */
import type { Kind } from "#domain/record/kinds.ts";
import { normal } from "../words.ts";
import type { Column, Table } from "./Table.ts";

/** Columns of one name are one. The rows know what their sheet says they are. */
export function joinTables(parts: readonly { readonly table: Table; readonly kind: Kind }[]): Table {
  const names = [...new Set(parts.flatMap(({ table }) => table.columns.map(({ header }) => normal(header))))];
  const placeIn = (table: Table, name: string) =>
    table.columns.findIndex(({ header }) => normal(header) === name);
  const columns = names.map((name): Column => {
    const found = parts.map(({ table }) => table.columns[placeIn(table, name)]);
    return {
      header: found.find((column) => column !== undefined)?.header ?? name,
      at: found.map((column) => column?.at[0]),
      isHidden: found.some((column) => column?.isHidden),
    };
  });
  return {
    sheets: parts.flatMap(({ table }) => table.sheets),
    columns,
    rows: parts.flatMap(({ table, kind }, sheet) => {
      const places = names.map((name) => placeIn(table, name));
      return table.rows.map((row) => ({
        ...row,
        ...{ sheet, kind, cells: places.map((place) => (place < 0 ? undefined : row.cells[place])) },
      }));
    }),
    leftOut: parts.flatMap(({ table }, sheet) => table.leftOut.map((row) => ({ ...row, sheet }))),
    filledFromMerges: parts.reduce((sum, { table }) => sum + table.filledFromMerges, 0),
  };
}
