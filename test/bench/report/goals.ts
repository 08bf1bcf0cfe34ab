/** What the report must reach, and what it did. */
import type { ReportFigures } from "./report.ts";

export interface Goal {
  readonly goal: string;
  readonly found: string;
  readonly isReached: boolean;
}

const FIRST_PROGRESS_MS = 1_000;
/** Records grow fivefold; some more time is the noise of a machine. */
const LINEAR = 5 * 1.3;

function atMost(goal: string, value: number, most: number, unit = ""): Goal {
  const write = (number: number) => `${Number(number.toPrecision(3))}${unit}`;
  return { goal, found: `${write(value)} (at most ${write(most)})`, isReached: value <= most };
}

export function goalsOf({ untagged, tagged, pdfmake }: ReportFigures, firstProgressMs: number): Goal[] {
  const most = 50_000;
  return [
    atMost("untagged, of pdfmake's time", untagged[most].seconds / pdfmake[most].seconds, 1 / 10),
    atMost("tagged, of pdfmake's time", tagged[most].seconds / pdfmake[most].seconds, 1 / 4),
    atMost("peak memory, untagged", untagged[most].peakMiB, 200, " MiB"),
    atMost("peak memory, of that with 1,000 records", untagged[most].peakMiB / untagged[1_000].peakMiB, 1.5),
    atMost("tagged file, of the untagged one", tagged[most].bytes / untagged[most].bytes, 2),
    atMost(
      "time for five times the records, untagged",
      untagged[most].seconds / untagged[10_000].seconds,
      LINEAR,
    ),
    atMost("time for five times the records, tagged", tagged[most].seconds / tagged[10_000].seconds, LINEAR),
    atMost("first progress", firstProgressMs, FIRST_PROGRESS_MS, " ms"),
  ];
}
