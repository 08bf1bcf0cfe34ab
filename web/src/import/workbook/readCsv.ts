/** Reads a text file of values, whatever separates them and however its letters are encoded. */
import Papa from "papaparse";
import { FILE_LIMITS, RefusedFile, type Workbook } from "./Workbook.ts";

/**
 * The text: with a mark at its beginning in the encoding of that mark, else UTF-8 where it is valid as such, else
 * Windows-1252, which is Latin-1 as Excel in Spanish writes it.
 */
export function decodeText(file: Uint8Array): string {
  if (file[0] === 0xff && file[1] === 0xfe) return new TextDecoder("utf-16le").decode(file);
  if (file[0] === 0xfe && file[1] === 0xff) return new TextDecoder("utf-16be").decode(file);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(file);
  } catch {
    return new TextDecoder("windows-1252").decode(file);
  }
}

const DELIMITERS = [";", ",", "\t", "|"];

/** Rows that the separator is told by. */
const LOOKED_AT = 50;

/** The separator that gives most rows the same number of columns, and most of these. */
function delimiterOf(text: string): string {
  const scored = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(text, { delimiter, preview: LOOKED_AT });
    const widths = data.filter((cells) => cells.length > 1).map((cells) => cells.length);
    const alike = Math.max(0, ...widths.map((width) => widths.filter((other) => other === width).length));
    const most = Math.max(
      1,
      ...widths.filter((width) => widths.filter((other) => other === width).length === alike),
    );
    return { delimiter, score: (alike / Math.max(1, data.length)) * Math.log(most + 1) };
  });
  return scored.reduce((best, one) => (one.score > best.score ? one : best)).delimiter;
}

/** `sep=;` on the first line is Excel's own way of naming it. */
const NAMED = /^sep=(.)\r?\n/i;

/** What the app wrote behind an apostrophe, so that no program runs it, is given back as it was. */
const plainCell = (value: string): string => (/^'[=+\-@]/.test(value) ? value.slice(1) : value);

/** Throws `RefusedFile`. */
export function readCsv(file: Uint8Array, name: string): Workbook {
  const whole = decodeText(file);
  if (whole.includes("\0")) throw new RefusedFile("not-a-sheet");
  const named = NAMED.exec(whole);
  const text = named ? whole.slice(named[0].length) : whole;
  const delimiter = named?.[1] ?? delimiterOf(text);
  const { data } = Papa.parse<string[]>(text, { delimiter, skipEmptyLines: false });
  let cells = 0;
  const rows = data.flatMap((values, index) => {
    const held = values.map((value) => (value.trim() === "" ? undefined : plainCell(value)));
    if (held.every((value) => value === undefined)) return [];
    cells += held.length;
    if (cells > FILE_LIMITS.cells) throw new RefusedFile("too-many-cells");
    return [{ number: index + (named ? 2 : 1), cells: held, isHidden: false }];
  });
  const sheet = { name, isHidden: false, rows, merges: [], hiddenColumns: new Set<number>() };
  return { format: "csv", sheets: [sheet], delimiter };
}
