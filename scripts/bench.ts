/** `npm run bench -- rollup|sweep|report [--json]`: measures a part; with `--json` the last line is one JSON object. */
import { parseArgs } from "node:util";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { type Emulator, startEmulators } from "./emulators/startEmulators.ts";

/** What can be measured, and the emulators that it needs. */
const BENCHES: Readonly<
  Record<string, { emulators: readonly Emulator[]; load: () => Promise<() => Promise<object>> }>
> = {
  rollup: {
    emulators: ["firestore"],
    load: async () => (await import("../test/bench/rollup.ts")).rollup,
  },
  sweep: {
    emulators: ["firestore"],
    load: async () => (await import("../test/bench/sweep.ts")).sweep,
  },
  report: {
    emulators: [],
    load: async () => (await import("../test/bench/report/report.ts")).report,
  },
};

await orRefuse(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const bench = BENCHES[positionals[0] ?? ""];
  if (!bench) throw new Refusal(`Which one? npm run bench -- ${Object.keys(BENCHES).join(" | ")}`);
  const only = [...bench.emulators];
  const emulators =
    only.length === 0 ? undefined : await startEmulators({ projectId: "demo-bench", ports: "free", only });
  try {
    Object.assign(process.env, emulators?.env);
    // Imported only now: Google's libraries read the emulators' addresses when they are loaded.
    const run = await bench.load();
    const figures = await run();
    if (values.json) console.log(JSON.stringify(figures));
  } finally {
    await emulators?.stop();
  }
});
