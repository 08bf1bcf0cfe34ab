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
  const { data, meta } = Papa.parse<string[]>(text, {
    delimiter: named?.[1] ?? "",
    delimitersToGuess: DELIMITERS,
    skipEmptyLines: false,
  });
  let cells = 0;
  const rows = data.flatMap((values, index) => {
    const held = values.map((value) => (value.trim() === "" ? undefined : plainCell(value)));
    if (held.every((value) => value === undefined)) return [];
    cells += held.length;
    if (cells > FILE_LIMITS.cells) throw new RefusedFile("too-many-cells");
    return [{ number: index + (named ? 2 : 1), cells: held, isHidden: false }];
  });
  const sheet = { name, isHidden: false, rows, merges: [], hiddenColumns: new Set<number>() };
  return { format: "csv", sheets: [sheet], delimiter: meta.delimiter };
}
