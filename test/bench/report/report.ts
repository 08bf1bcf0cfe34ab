/** `npm run bench -- report`: the annual report beside pdfmake and a floor. Fails where a goal is not reached. */
import { execFile } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parseEnv, promisify } from "node:util";
import { bundle } from "./bundle.ts";
import { goalsOf } from "./goals.ts";
import { CONTENDERS, type ContenderName, type Made, type Outcome } from "./Outcome.ts";

export const COUNTS = [1_000, 10_000, 50_000] as const;
export type Count = (typeof COUNTS)[number];
export type ReportFigures = Record<ContenderName, Record<Count, Outcome>>;

const run = promisify(execFile);
/** Node as the functions have it. */
const ENV = parseEnv(readFileSync(join(import.meta.dirname, "../../../functions/.env"), "utf8"));

type Found = Made & Outcome;

async function runOne(script: string, name: ContenderName, count: Count, pages: number): Promise<Found> {
  const args = [script, name, String(count), String(pages)];
  const { stdout } = await run(process.execPath, args, {
    maxBuffer: 1 << 24,
    env: { ...process.env, ...ENV },
  });
  const found = JSON.parse(stdout.trim().split("\n").at(-1) ?? "") as Found;
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
  const script = await bundle();
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
  for (const { goal, found, isReached } of goalsOf(figures, firstProgressMs)) {
    console.log(`${isReached ? "reached" : "MISSED "}  ${goal}: ${found}`);
    if (!isReached) process.exitCode = 1;
  }
  return figures;
}
