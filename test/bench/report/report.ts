/** `npm run bench -- report`: the annual report beside pdfmake and a floor. Fails where a goal is not reached. */
import { join } from "node:path";
import { asFunction } from "../asFunction.ts";
import { bundle } from "../bundle.ts";
import { judge } from "../goal.ts";
import { goalsOf } from "./goals.ts";
import { CONTENDERS, type ContenderName, type Made, type Outcome } from "./Outcome.ts";

export const COUNTS = [1_000, 10_000, 50_000] as const;
export type Count = (typeof COUNTS)[number];
export type ReportFigures = Record<ContenderName, Record<Count, Outcome>>;

type Found = Made & Outcome;

async function runOne(script: string, name: ContenderName, count: Count, pages: number): Promise<Found> {
  const args = [script, name, String(count), String(pages)];
  const found = await asFunction<Found>(args);
  const { seconds, peakMiB, bytes } = found;
  console.log(
    [
      name.padEnd(10),
      `${count.toLocaleString("en")} records`.padStart(15),
      `${seconds.toFixed(2)} s`.padStart(10),
      `${peakMiB.toFixed(0)} MiB`.padStart(10),
      `${found.pages} pages`.padStart(12),
      `${(bytes / 2 ** 20).toFixed(2)} MiB`.padStart(12),
    ].join(""),
  );
  return found;
}

const rounded = (value: number): number => Math.round(value * 100) / 100;

export async function report(): Promise<ReportFigures> {
  const figures = Object.fromEntries(CONTENDERS.map((name) => [name, {}])) as ReportFigures;
  const script = await bundle(join(import.meta.dirname, "runOne.ts"));
  let firstProgressMs = 0;
  for (const count of COUNTS) {
    let pages = 0;
    for (const name of CONTENDERS) {
      const found = await runOne(script, name, count, pages);
      if (name === "untagged") pages = found.pages;
      firstProgressMs = Math.max(firstProgressMs, found.firstProgressMs ?? 0);
      figures[name][count] = {
        ...{ seconds: rounded(found.seconds), peakMiB: rounded(found.peakMiB) },
        ...{ pages: found.pages, bytes: found.bytes },
      };
    }
  }
  judge(goalsOf(figures, firstProgressMs));
  return figures;
}
