/**
 * Loaded into firebase-tools before it starts: when the process that launched it is gone, for whatever
 * reason, it saves the emulators' data, shuts them down, and removes what would stay behind.
 */
import { rmSync } from "node:fs";
import { delimiter } from "node:path";
import { endProcessesOf } from "./endProcessesOf.ts";
import { exportData } from "./exportData.ts";

const SHUTDOWN_MS = 30_000;

const { BITACORA_EMULATORS_RUN: run = "", BITACORA_EMULATORS_LITTER: litter = "" } = process.env;

/** Told by the launcher once all emulators are ready. Before that, what they hold must not replace what is kept. */
let keeping: { hub: string; dataDir?: string } | undefined;
process.on("message", (message: { keeping: typeof keeping }) => {
  keeping = message.keeping;
});

if (process.connected) process.once("disconnect", () => void shutDown());
else void shutDown();

async function shutDown(): Promise<void> {
  // Only now, to come after what firebase-tools does when it exits: until now the launcher would see to it.
  process.once("exit", () => {
    for (const path of litter.split(delimiter)) rmSync(path, { recursive: true, force: true });
    endProcessesOf(run, process.pid);
  });
  // Nobody reads what firebase-tools prints any more, which must not end it early.
  for (const stream of [process.stdout, process.stderr]) stream.on("error", () => {});
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
  if (!keeping) process.exit(1);
  const { hub, dataDir } = keeping;
  if (dataDir) await exportData({ hub, dataDir });
  process.kill(process.pid, "SIGTERM");
}
