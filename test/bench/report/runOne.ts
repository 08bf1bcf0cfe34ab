/** `node runOne.ts CONTENDER COUNT PAGES`: one contender in a process of its own, so that its memory is its own. */
import { parseArgs } from "node:util";
import { peakMiB } from "../peakMiB.ts";
import type { ContenderName, Made } from "./Outcome.ts";

const [name = "", count = "0", pages = "0"] = parseArgs({ allowPositionals: true }).positionals;

const CONTENDERS: Readonly<Record<ContenderName, () => Promise<Made>>> = {
  untagged: async () => (await import("./ours.ts")).ours(Number(count), false),
  tagged: async () => (await import("./ours.ts")).ours(Number(count), true),
  pdfmake: async () => (await import("./pdfmakeReport.ts")).pdfmakeReport(Number(count)),
  floor: async () => (await import("./floor.ts")).floor(Number(count), Number(pages)),
};

const begun = performance.now();
const made = await CONTENDERS[name as ContenderName]();
const seconds = (performance.now() - begun) / 1_000;
console.log(JSON.stringify({ ...made, seconds, peakMiB: peakMiB() }));
