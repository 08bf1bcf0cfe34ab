/** Lines of a spreadsheet in text form: separators and quotes inside of cells, and no formula from anybody. */
import { expect, test } from "vitest";
import { csvLine } from "#domain/csvLine.ts";

test.each([
  [["uno", "dos"], "uno;dos\r\n"],
  [["a;b", 'dijo "sí"', "dos\nlíneas"], '"a;b";"dijo ""sí""";"dos\nlíneas"\r\n'],
  [["=HYPERLINK(A1)", "+1", "-1", "@x", "\t=1"], "'=HYPERLINK(A1);'+1;'-1;'@x;'\t=1\r\n"],
  [["una cifra", -1234.5, 0], "una cifra;-1234,5;0\r\n"],
  [['=1;"2"'], `"'=1;""2"""\r\n`],
])("%j is written as one line", (cells, line) => {
  expect(csvLine(cells)).toBe(line);
});
