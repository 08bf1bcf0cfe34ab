/** What a column holds, in short: enough to guess which field it is, and to show it to a person. */

import { dayOfText, textOfCell } from "../rows/readCell.ts";
import type { Table } from "../table/Table.ts";
import { type Cell, letterOf } from "../workbook/Workbook.ts";

export interface ColumnInfo {
  readonly header: string;
  /** `C`, or those of several sheets. */
  readonly letters: string;
  readonly isHidden: boolean;
  /** The first different values. */
  readonly samples: readonly string[];
  /** Different values with how often they occur, the most frequent first; of very many the first. */
  readonly words: readonly { readonly text: string; readonly count: number }[];
  readonly filled: number;
  /** Shares of the cells that are days, numbers, or links. */
  readonly days: number;
  readonly numbers: number;
  readonly links: number;
  /** Whether days written as texts can only be month first. */
  readonly monthFirst: boolean;
}

const SAMPLES = 3;
const LONGEST_SAMPLE = 60;
/** Different values that are kept of one column: more are no codes. */
const MOST_WORDS = 2_000;

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const isDayText = (text: string): boolean => /\d/.test(text) && DAY.test(dayOfText(text, "dmy"));
const isNumberText = (text: string): boolean => /^[$€\s]*\d[\d.,\s]*$/.test(text);

function monthFirst(texts: readonly string[]): boolean {
  const parts = texts.flatMap((text) => {
    const found = /^(\d{1,2})[-/.](\d{1,2})[-/.]\d{2,4}$/.exec(text);
    return found ? [[Number(found[1]), Number(found[2])] as const] : [];
  });
  return parts.some(([, second]) => second > 12) && parts.every(([first]) => first <= 12);
}

function infoOf(table: Table, index: number): ColumnInfo {
  const column = table.columns[index];
  const cells = table.rows.flatMap(({ cells }): Cell[] => {
    const cell = cells[index];
    return cell === undefined ? [] : [cell];
  });
  const texts = cells.map((cell) => textOfCell(cell, false));
  const counts = new Map<string, number>();
  for (const text of texts) {
    if (text === "" || (counts.size >= MOST_WORDS && !counts.has(text))) continue;
    counts.set(text, (counts.get(text) ?? 0) + 1);
  }
  const words = [...counts].map(([text, count]) => ({ text, count })).toSorted((a, b) => b.count - a.count);
  const share = (is: (cell: Cell, text: string) => boolean) =>
    cells.length === 0 ? 0 : cells.filter((cell, n) => is(cell, texts[n] ?? "")).length / cells.length;
  const letters = [...new Set(column?.at.flatMap((at) => (at === undefined ? [] : [letterOf(at)])))];
  return {
    header: column?.header ?? "",
    letters: letters.join(", "),
    isHidden: column?.isHidden ?? false,
    samples: [...counts.keys()].slice(0, SAMPLES).map((text) => short(text)),
    ...{ words, filled: cells.length, monthFirst: monthFirst(texts) },
    days: share((cell, text) => (typeof cell === "object" ? "day" in cell : isDayText(text))),
    numbers: share((cell, text) => typeof cell === "number" || isNumberText(text)),
    links: share((_, text) => /^https?:\/\//.test(text)),
  };
}

const short = (text: string): string => {
  const line = text.replace(/\s+/g, " ");
  return line.length <= LONGEST_SAMPLE ? line : `${line.slice(0, LONGEST_SAMPLE).trimEnd()}…`;
};

export const columnInfosOf = (table: Table): ColumnInfo[] =>
  table.columns.map((_, index) => infoOf(table, index));
