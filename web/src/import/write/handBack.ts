/** Gives back the rows that could not go in: as they were, with the reasons in a last column and the cells in question marked. */
import { BYTE_ORDER_MARK, csvLine } from "#domain/csvLine.ts";
import { typedFromDay } from "../../forms/parse.ts";
import type { Language } from "../../i18n/language.ts";
import type { Lookup } from "../mapping/choices.ts";
import type { Table } from "../table/Table.ts";
import { normal } from "../words.ts";
import { type Cell, textOf, type Workbook } from "../workbook/Workbook.ts";
import { DropDowns } from "./DropDowns.ts";
import type { ColumnSpec, SheetSpec } from "./SheetSpec.ts";
import { templateColumns } from "./template.ts";
import { SHEET_WORDS } from "./templateTexts.ts";
import { writeXlsx } from "./writeXlsx.ts";

export interface Faulty {
  /** Of `Table.rows`. */
  readonly index: number;
  readonly reasons: readonly string[];
  /** Of `Table.columns`. */
  readonly columns: readonly number[];
}

export interface HandBackSetting {
  readonly workbook: Pick<Workbook, "format" | "delimiter">;
  readonly table: Table;
  readonly lookup: Lookup;
  readonly language: Language;
}

/** A file of the same format. Brought again, it is read as the first one was: the column of reasons counts for nothing. */
export async function handBack(faulty: readonly Faulty[], setting: HandBackSetting): Promise<Blob> {
  const { workbook, table, language } = setting;
  if (workbook.format === "csv") return csvOf(faulty, table, language, workbook.delimiter);
  const dropDowns = new DropDowns(setting.lookup, language);
  const sheets = table.sheets.map((_, sheet) => sheetOf(sheet, faulty, setting, dropDowns));
  const isTemplate = table.rows.some(({ kind }) => kind !== undefined);
  return writeXlsx([
    ...sheets.filter(({ rows }) => rows.length > 0),
    ...(isTemplate ? [dropDowns.sheet()] : []),
  ]);
}

/** The columns that this sheet has, without reasons of an earlier time. */
const columnsIn = (table: Table, sheet: number): number[] =>
  table.columns.flatMap(({ at, header }, column) =>
    at[sheet] === undefined || isReasons(header) ? [] : [column],
  );

const isReasons = (header: string): boolean =>
  Object.values(SHEET_WORDS).some(({ whatToCorrect }) => normal(whatToCorrect) === normal(header));

function sheetOf(
  sheet: number,
  faulty: readonly Faulty[],
  { table, language }: HandBackSetting,
  dropDowns: DropDowns,
): SheetSpec {
  const columns = columnsIn(table, sheet);
  const kind = table.rows.find((row) => row.sheet === sheet)?.kind;
  const known = kind ? templateColumns(kind, dropDowns, language) : [];
  const rows = faulty.flatMap(({ index, reasons, columns: inQuestion }) => {
    const row = table.rows[index];
    if (row?.sheet !== sheet) return [];
    const cells = columns.map((column) => row.cells[column]);
    const marked = new Set(inQuestion.map((column) => columns.indexOf(column)));
    return [{ cells: [...cells, reasons.join("\n")], marked }];
  });
  return {
    name: table.sheets[sheet]?.name ?? "",
    columns: [
      ...columns.map((column): ColumnSpec => {
        const header = table.columns[column]?.header ?? "";
        const own = known.find((spec) => normal(spec.header) === normal(header));
        const width = Math.min(46, Math.max(14, header.length + 4));
        return own ?? { header, style: "plain", width };
      }),
      { header: SHEET_WORDS[language].whatToCorrect, style: "long", width: 60 },
    ],
    rows,
  };
}

const csvCell = (cell: Cell | undefined): string =>
  typeof cell === "object" && "day" in cell ? typedFromDay(cell.day) : textOf(cell);

function csvOf(
  faulty: readonly Faulty[],
  table: Table,
  language: Language,
  delimiter: string | undefined,
): Blob {
  const columns = columnsIn(table, 0);
  const line = (cells: readonly string[]) => csvLine(cells, delimiter);
  const head = line([
    ...columns.map((column) => table.columns[column]?.header ?? ""),
    SHEET_WORDS[language].whatToCorrect,
  ]);
  const lines = faulty.map(({ index, reasons }) =>
    line([...columns.map((column) => csvCell(table.rows[index]?.cells[column])), reasons.join(" · ")]),
  );
  return new Blob([BYTE_ORDER_MARK, head, ...lines], { type: "text/csv" });
}
