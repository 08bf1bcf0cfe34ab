/** Reads the cells of one worksheet. */
import { scanXml } from "./scanXml.ts";
import { dayOfSerial } from "./serialDay.ts";
import { type Cell, type Merge, RefusedFile, type Sheet, type SheetRow } from "./Workbook.ts";

/** What cells point to. */
export interface Shared {
  readonly strings: readonly string[];
  readonly dayStyles: readonly boolean[];
  readonly is1904: boolean;
}

/** Excel writes characters that XML forbids as `_x000D_`. */
const unescaped = (text: string): string =>
  text.includes("_x")
    ? text.replace(/_x([\dA-Fa-f]{4})_/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text;

/** The column (from 0) and row (from 1) of `AB12`. */
export function placeOf(reference: string): { column: number; row: number } {
  let column = 0;
  let at = 0;
  for (; at < reference.length; at += 1) {
    const code = reference.charCodeAt(at) & ~32;
    if (code < 65 || code > 90) break;
    column = column * 26 + (code - 64);
  }
  return { column: column - 1, row: Number(reference.slice(at)) };
}

function mergeOf(reference: string): Merge {
  const [from = "", to = from] = reference.split(":");
  const start = placeOf(from);
  const end = placeOf(to);
  return { top: start.row, left: start.column, bottom: end.row, right: end.column };
}

interface Open {
  readonly column: number;
  readonly type: string;
  readonly style: number;
  hasFormula: boolean;
  value: string | undefined;
}

function cellOf({ type, style, hasFormula, value }: Open, shared: Shared): Cell | undefined {
  if (value === undefined || value === "") {
    if (hasFormula && type !== "str") return { formula: true };
    return undefined;
  }
  switch (type) {
    case "s":
      return unescaped(shared.strings[Number(value)] ?? "") || undefined;
    case "str":
    case "inlineStr":
      return unescaped(value);
    case "b":
      return value === "1" || value === "true";
    case "e":
      return { error: value };
    case "d":
      return { day: value.slice(0, 10) };
    default: {
      const number = Number(value);
      if (Number.isNaN(number)) return value;
      const day = shared.dayStyles[style] ? dayOfSerial(number, shared.is1904) : undefined;
      return day === undefined ? number : { day };
    }
  }
}

/** The widest that a sheet can be. */
const COLUMNS = 16_384;

/** @param room - how many cells may be read; more throw `RefusedFile` */
export function readSheet(xml: string, name: string, isHidden: boolean, shared: Shared, room: number): Sheet {
  const rows: SheetRow[] = [];
  const merges: Merge[] = [];
  const hiddenColumns = new Set<number>();
  let left = room;
  let row = { number: 0, cells: [] as (Cell | undefined)[], isHidden: false };
  let cell: Open | undefined;
  let reads: "value" | "inline" | undefined;
  let column = 0;
  scanXml(xml, {
    open: (element, attribute) => {
      switch (element) {
        case "row":
          row = {
            number: Number(attribute("r") ?? row.number + 1),
            cells: [],
            isHidden: /^(1|true)$/.test(attribute("hidden") ?? ""),
          };
          column = 0;
          break;
        case "c": {
          const reference = attribute("r");
          if (reference !== undefined) column = placeOf(reference).column;
          cell = {
            column,
            type: attribute("t") ?? "n",
            style: Number(attribute("s") ?? 0),
            hasFormula: false,
            value: undefined,
          };
          column += 1;
          break;
        }
        case "f":
          if (cell) cell.hasFormula = true;
          break;
        case "v":
          reads = "value";
          break;
        case "t":
          reads = cell?.type === "inlineStr" ? "inline" : undefined;
          break;
        case "mergeCell":
          merges.push(mergeOf(attribute("ref") ?? "A1"));
          break;
        case "col":
          if (/^(1|true)$/.test(attribute("hidden") ?? "")) {
            const last = Math.min(Number(attribute("max")), COLUMNS);
            for (let at = Number(attribute("min")); at <= last; at += 1) hiddenColumns.add(at - 1);
          }
          break;
      }
    },
    text: (text) => {
      if (reads && cell) cell.value = (cell.value ?? "") + text;
    },
    close: (element) => {
      if (element === "v" || element === "t") reads = undefined;
      else if (element === "c" && cell) {
        const value = cellOf(cell, shared);
        if (value !== undefined && cell.column >= 0 && cell.column < COLUMNS) {
          left -= 1;
          if (left < 0) throw new RefusedFile("too-many-cells");
          row.cells[cell.column] = value;
        }
        cell = undefined;
      } else if (element === "row" && row.cells.length > 0) rows.push(row);
    },
  });
  return { name, isHidden, rows, merges, hiddenColumns };
}
