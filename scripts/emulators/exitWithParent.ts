/**
 * Loaded into firebase-tools before it starts: when the process that launched it is gone, for whatever
 * reason, it shuts the emulators down in good order (exporting their data), and ends what would stay behind.
 */
import { endProcessesOf } from "./endProcessesOf.ts";

const SHUTDOWN_MS = 30_000;

const run = process.env.BITACORA_EMULATORS_RUN;

process.once("disconnect", () => {
  process.kill(process.pid, "SIGTERM");
  setTimeout(() => process.exit(1), SHUTDOWN_MS).unref();
});
process.once("exit", () => {
  if (run) endProcessesOf(run);
});
