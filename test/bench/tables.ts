/** Says what was measured: a table of all ways of counting beside the engine, and the goals. */
import type { RollupFigures, RollupResult } from "./rollup.ts";

const WAYS = ["engine", "increment", "recount", "sharded"] as const;

const ROWS: readonly (readonly [string, keyof RollupFigures])[] = [
  ["wrong cells at the end", "error"],
  ["lone change: documents read", "readsPerChangeAtRest"],
  ["  documents written", "writesPerChangeAtRest"],
  ["  seconds until it is right", "secondsToRightAtRest"],
  ["burst: documents read per change", "readsPerChange"],
  ["  documents written per change", "writesPerChange"],
  ["  most writes of one document in any second", "hottestWritesPerSecond"],
  ["  … on average over any ten seconds", "hottestSustained"],
  ["  seconds from the last record until right", "secondsToRight"],
  ["  changes per second, at 10,000 records", "changesPerSecondAt10000"],
  ["mixed: documents read per change", "readsPerChangeMixed"],
  ["  documents written per change", "writesPerChangeMixed"],
  ["  seconds from the last record until right", "secondsToRightMixed"],
  ["  changes per second, at 100 records each", "changesPerSecond"],
];

const LABEL_WIDTH = 46;
const WIDTH = 20;

/** A figure, and how many times the engine's it is. */
function cell(value: number, engine: number): string {
  const ratio = engine > 0 && value > 0 ? ` (×${Number((value / engine).toPrecision(2))})` : "";
  return `${value}${ratio}`.padStart(WIDTH);
}

export const tableOf = (result: RollupResult): string =>
  [
    " ".repeat(LABEL_WIDTH) + WAYS.map((way) => way.padStart(WIDTH)).join(""),
    ...ROWS.map(
      ([label, name]) =>
        label.padEnd(LABEL_WIDTH) +
        WAYS.map((way) =>
          way === "engine"
            ? String(result.engine[name]).padStart(WIDTH)
            : cell(result[way][name] ?? 0, result.engine[name] ?? 0),
        ).join(""),
    ),
  ].join("\n");

/** Each goal of the engine, what was measured, and whether it was reached. */
export function goalsOf({ engine, recount }: RollupResult): string {
  const seen = engine.secondsToSeenAtRest ?? Number.POSITIVE_INFINITY;
  const lone = engine.readsPerChangeAtRest + engine.writesPerChangeAtRest;
  const inBurst = engine.readsPerChange + engine.writesPerChange;
  const times100 = engine.changesPerSecond / recount.changesPerSecond;
  const times10000 = engine.changesPerSecondAt10000 / recount.changesPerSecondAt10000;
  const goals: readonly (readonly [string, number, boolean])[] = [
    ["wrong cells: none", engine.error, engine.error === 0],
    ["documents of a lone change: at most 8", lone, lone <= 8],
    ["documents per change of the burst: at most 4", inBurst, inBurst <= 4],
    ["throughput, times recount at 100 records: at least 1", times100, times100 >= 1],
    ["throughput, times recount at 10,000 records: at least 20", times10000, times10000 >= 20],
    [
      "writes of the hottest document, sustained: about 1 a second",
      engine.hottestSustained,
      engine.hottestSustained <= 1.1,
    ],
    ["seconds until the Office sees a lone change: at most 3", seen, seen <= 3],
    ["seconds until it is published, before the CDN's minute: at most 60", seen, seen <= 60],
  ];
  const { sweepReads = 0, sweepSeconds = 0, foldReadsAtRest = 0, foldWritesAtRest = 0 } = engine;
  return [
    ...goals.map(
      ([goal, value, isReached]) =>
        `${isReached ? "reached" : "MISSED "}  ${goal.padEnd(68)}${Number(value.toFixed(2))}`,
    ),
    "",
    `Apart: after the burst the engine's sweep read ${sweepReads} documents to find the hundredth part that was lost, in ${sweepSeconds} s;`,
    `publishing a lone change read ${foldReadsAtRest} documents and wrote ${foldWritesAtRest}. In the cloud, the way of an event adds to all times.`,
  ].join("\n");
}
