/** `node runOne.ts CONTENDER COUNT PAGES`: one contender in a process of its own, so that its memory is its own. */
import { existsSync, readFileSync } from "node:fs";
import { parseArgs } from "node:util";
import type { ContenderName, Made } from "./Outcome.ts";

const [name = "", count = "0", pages = "0"] = parseArgs({ allowPositionals: true }).positionals;

const CONTENDERS: Readonly<Record<ContenderName, () => Promise<Made>>> = {
  untagged: async () => (await import("./ours.ts")).ours(Number(count), false),
  tagged: async () => (await import("./ours.ts")).ours(Number(count), true),
  pdfmake: async () => (await import("./pdfmakeReport.ts")).pdfmakeReport(Number(count)),
  floor: async () => (await import("./floor.ts")).floor(Number(count), Number(pages)),
};

/** Linux counts the memory of the process that began this one in `maxRSS`, but not in what it says of the process itself. */
function peakKiB(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return peak === undefined ? process.resourceUsage().maxRSS : Number(peak);
}

const begun = performance.now();
const made = await CONTENDERS[name as ContenderName]();
const seconds = (performance.now() - begun) / 1_000;
const peakMiB = peakKiB() / 1_024;
console.log(JSON.stringify({ ...made, seconds, peakMiB }));
