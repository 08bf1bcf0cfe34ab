/** One line of a spreadsheet in text form, as Excel in Spanish opens it: separated by semicolons, quoted where needed. */

/** What makes Excel read Spanish letters as they are; it stands at the very beginning of a file. */
export const BYTE_ORDER_MARK = "\uFEFF";

/** Excel runs as a formula what begins like one; behind an apostrophe it is a text. */
const asText = (cell: string): string => (/^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell);

const quoted = (cell: string, delimiter: string): string =>
  /["\r\n]/.test(cell) || cell.includes(delimiter) ? `"${cell.replaceAll('"', '""')}"` : cell;

/** A number as Excel in Spanish reads it: no grouping, a decimal comma. */
const written = (cell: string | number, delimiter: string): string =>
  typeof cell === "number" ? String(cell).replace(".", ",") : quoted(asText(cell), delimiter);

/** @param delimiter - another one where the reader's own file has it */
export const csvLine = (cells: readonly (string | number)[], delimiter = ";"): string =>
  `${cells.map((cell) => written(cell, delimiter)).join(delimiter)}\r\n`;
