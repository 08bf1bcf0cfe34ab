/** What an edition must reach from Firestore to the bucket, and what it did. */
import { type Goal, noMoreThan } from "../goal.ts";
import type { EditionFigures } from "./Outcome.ts";

/** Half of what the function is given. */
const MOST_MIB = 512;
/** What laying out takes above Google's libraries and a stream of records: a tagged file keeps its structure until the end. */
const BEYOND_READING_MIB = 150;
/** Records grow fivefold; some more time is the noise of a machine. */
const LINEAR = 5 * 1.3;

export function goalsOf({ read, pdf, all }: EditionFigures): Goal[] {
  const [some, most] = [10_000, 50_000] as const;
  const beyondReading = pdf[most].peakMiB - read[most].peakMiB;
  return [
    noMoreThan("PDF alone, of the time that reading takes", pdf[most].seconds / read[most].seconds, 3),
    noMoreThan("PDF alone, peak memory beyond that of reading", beyondReading, BEYOND_READING_MIB, " MiB"),
    noMoreThan("all files, peak memory", all[most].peakMiB, MOST_MIB, " MiB"),
    noMoreThan("time for five times the records, PDF alone", pdf[most].seconds / pdf[some].seconds, LINEAR),
    noMoreThan("time for five times the records, all files", all[most].seconds / all[some].seconds, LINEAR),
  ];
}
