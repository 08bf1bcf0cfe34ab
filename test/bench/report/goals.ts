/** What the report must reach, and what it did. */
import { type Goal, noMoreThan } from "../goal.ts";
import type { ReportFigures } from "./report.ts";

const FIRST_PROGRESS_MS = 1_000;
/** Records grow fivefold; some more time is the noise of a machine. */
const LINEAR = 5 * 1.3;

export function goalsOf({ untagged, tagged, pdfmake }: ReportFigures, firstProgressMs: number): Goal[] {
  const most = 50_000;
  return [
    noMoreThan("untagged, of pdfmake's time", untagged[most].seconds / pdfmake[most].seconds, 1 / 10),
    noMoreThan("tagged, of pdfmake's time", tagged[most].seconds / pdfmake[most].seconds, 1 / 4),
    noMoreThan("peak memory, untagged", untagged[most].peakMiB, 200, " MiB"),
    noMoreThan(
      "peak memory, of that with 1,000 records",
      untagged[most].peakMiB / untagged[1_000].peakMiB,
      1.5,
    ),
    noMoreThan("tagged file, of the untagged one", tagged[most].bytes / untagged[most].bytes, 2),
    noMoreThan(
      "time for five times the records, untagged",
      untagged[most].seconds / untagged[10_000].seconds,
      LINEAR,
    ),
    noMoreThan(
      "time for five times the records, tagged",
      tagged[most].seconds / tagged[10_000].seconds,
      LINEAR,
    ),
    noMoreThan("first progress", firstProgressMs, FIRST_PROGRESS_MS, " ms"),
  ];
}
