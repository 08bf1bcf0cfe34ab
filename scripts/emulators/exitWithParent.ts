/**
 * Loaded into firebase-tools before it starts: when the process that launched it is gone, for whatever
 * reason, it shuts the emulators down in good order (exporting their data), and removes what would stay behind.
 */
import { rmSync } from "node:fs";
import { delimiter } from "node:path";
import { endProcessesOf } from "./endProcessesOf.ts";

const SHUTDOWN_MS = 30_000;

const { BITACORA_EMULATORS_RUN: run, BITACORA_EMULATORS_LITTER: litter } = process.env;

const shutDown = () => {
  // Only now, to come after what firebase-tools does when it exits: until now the parent would see to it.
  process.once("exit", () => {
    if (run) endProcessesOf(run);
    for (const path of litter?.split(delimiter) ?? []) rmSync(path, { recursive: true, force: true });
  });
  // Too early for firebase-tools to listen: it has started nothing yet.
  if (process.listenerCount("SIGTERM") === 0) process.exit(1);
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
};
if (process.connected) process.once("disconnect", shutDown);
else shutDown();
