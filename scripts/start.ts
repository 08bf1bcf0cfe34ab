/**
 * `npm start`: the whole system on this machine, its data kept between runs, until Ctrl-C.
 *
 * `--demo` adds a generated year of the city; `--free-ports` avoids the usual ones.
 */
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { build } from "./build.ts";
import { driveSchedules } from "./emulators/driveSchedules.ts";
import { orRefuse } from "./emulators/Refusal.ts";
import { startEmulators } from "./emulators/startEmulators.ts";
import { onceOrphaned } from "./onceOrphaned.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "./seed/sampleAccounts.ts";

const PROJECT_ID = "demo-bitacora";
const HOME = join(import.meta.dirname, "../.emulators");

await orRefuse(async () => {
  const { values: flags } = parseArgs({
    options: { demo: { type: "boolean", default: false }, "free-ports": { type: "boolean", default: false } },
  });
  mkdirSync(HOME, { recursive: true });
  const logFile = join(HOME, "emulators.log");
  const file = createWriteStream(logFile);
  const log = (line: string) => file.write(`${line}\n`);

  console.log("Building…");
  build();
  console.log("Starting the emulators (the Emulator UI is left out)…");
  const emulators = await startEmulators({
    projectId: PROJECT_ID,
    ports: flags["free-ports"] ? "free" : "fixed",
    dataDir: join(HOME, "data"),
    log,
  });
  const stop = () => {
    console.log("\nSaving the data and stopping…");
    void emulators.stop();
  };
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.once(signal, stop);
  onceOrphaned(stop);
  Object.assign(process.env, emulators.env);
  console.log("Loading catalogues and examples…");
  // Imported only now: Google's libraries read the emulators' addresses when they are loaded.
  const { seed } = await import("./seed.ts");
  await seed({ projectId: PROJECT_ID, examples: true, demo: flags.demo, accounts: true });
  driveSchedules(emulators, log);
  const accounts = SAMPLE_ACCOUNTS.map(({ email, name }) => `  ${email.padEnd(28)} ${name}`).join("\n");
  console.log(`
Bitácora is at http://${emulators.hosts.hosting.replace("127.0.0.1", "localhost")}
Sample accounts, password "${SAMPLE_PASSWORD}":
${accounts}
Its log: ${logFile}
Ctrl-C stops it and keeps the data.`);
  const { asked } = await emulators.ended;
  if (!asked) console.error(`The emulators have ended by themselves; see ${logFile}`);
  process.exit(asked ? 0 : 1);
});
