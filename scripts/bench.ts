/** `npm run bench -- rollup|sweep|report|edition|web [--json]`: measures a part; with `--json` the last line is one JSON object. */
import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { EMULATORS, type Emulator, type Emulators, startEmulators } from "./emulators/startEmulators.ts";

/** What can be measured, and the emulators that it needs. */
const BENCHES: Readonly<
  Record<
    string,
    {
      readonly emulators: readonly Emulator[];
      /** Whether what is built is measured. */
      readonly isBuilt?: boolean;
      readonly load: () => Promise<(emulators?: Emulators) => Promise<object>>;
    }
  >
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
  edition: {
    emulators: ["firestore", "storage"],
    load: async () => (await import("../test/bench/edition/edition.ts")).edition,
  },
  web: {
    emulators: EMULATORS,
    isBuilt: true,
    load: async () => (await import("../test/bench/web.ts")).web,
  },
};

await orRefuse(async () => {
  const { values, positionals } = parseArgs({
    options: { json: { type: "boolean", default: false } },
    allowPositionals: true,
  });
  const bench = BENCHES[positionals[0] ?? ""];
  if (!bench) throw new Refusal(`Which one? npm run bench -- ${Object.keys(BENCHES).join(" | ")}`);
  if (bench.isBuilt) build();
  const only = [...bench.emulators];
  const emulators =
    only.length === 0 ? undefined : await startEmulators({ projectId: "demo-bench", ports: "free", only });
  try {
    Object.assign(process.env, emulators?.env);
    // Imported only now: Google's libraries read the emulators' addresses when they are loaded.
    const run = await bench.load();
    const figures = await run(emulators);
    if (values.json) console.log(JSON.stringify(figures));
  } finally {
    await emulators?.stop();
  }
});
