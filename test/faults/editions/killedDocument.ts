/** Says what became of editions whose workers were killed. */
import type { Killed } from "./killEditions.ts";

export function killedDocument(
  { kills, editions, deathsIn, failures, unlisted, undisturbedMs, wrong }: Killed,
  command: string,
  at: Date,
): string {
  const rows: [string, string | number][] = [
    ["Workers killed (SIGKILL)", kills],
    ["Editions that they were at, each made in the end by another worker", editions],
    ["A worker that nobody kills takes", `${(undisturbedMs / 1000).toFixed(1)} s`],
    ...Object.entries(deathsIn)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([where, times]): [string, number] => [`… killed while it was ${where}`, times]),
    ...[...new Set(failures)].map((reason): [string, number] => [
      `Workers that failed by themselves, and were followed by another: ${reason}`,
      failures.filter((one) => one === reason).length,
    ]),
    ["Whole files that lay in the bucket at a death and were not listed yet", unlisted],
    ["Wrong: a file that is not whole, twice, of other bytes, left over; a second edition", wrong.length],
  ];
  return [
    "# Editions whose workers are killed: the last long run",
    "",
    `${at.toISOString().slice(0, 10)}, \`${command}\`. Written by that command; see \`killEditions.ts\` for what it does.`,
    "",
    "| | |",
    "|---|---:|",
    ...rows.map(([what, value]) => `| ${what} | ${value} |`),
    "",
    ...wrong.map((what) => `- ${what}`),
    wrong.length === 0 ? "Nothing was wrong." : "",
    "",
  ].join("\n");
}
