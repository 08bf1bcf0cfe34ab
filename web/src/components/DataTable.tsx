/** The one table: columns described once; on a narrow screen its rows become cards that name each value. */
import type { ComponentChildren } from "preact";

export interface Column<Row> {
  readonly head: string;
  readonly cell: (row: Row) => ComponentChildren;
  readonly numeric?: boolean;
  /** Whether this column names the row. */
  readonly rowHead?: boolean;
}

interface Props<Row> {
  /** What the table shows; read out, and printed above it. */
  readonly caption: string;
  readonly captionShown?: boolean;
  /** A name and some numbers, which stay a table on a narrow screen. */
  readonly compact?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
}

export function DataTable<Row>({ caption, captionShown, compact, columns, rows, rowKey }: Props<Row>) {
  return (
    <table class={compact ? "data-table compact" : "data-table"}>
      <caption class={captionShown ? undefined : "visually-hidden"}>{caption}</caption>
      <thead>
        <tr>
          {columns.map(({ head, numeric }) => (
            <th key={head} scope="col" class={numeric ? "numeric" : undefined}>
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={rowKey(row)}>
            {columns.map(({ head, cell, numeric, rowHead }) => {
              const Cell = rowHead ? "th" : "td";
              return (
                <Cell
                  key={head}
                  scope={rowHead ? "row" : undefined}
                  class={numeric ? "numeric" : undefined}
                  data-head={head}
                >
                  {cell(row)}
                </Cell>
              );
            })}
          </tr>
        ))}
      </tbody>
    </table>
  );
}
