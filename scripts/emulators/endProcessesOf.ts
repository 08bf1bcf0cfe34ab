/** Ends the processes that one run of the emulators has left behind. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/**
 * Sends SIGKILL to the processes of one run of the emulators.
 *
 * @param run - they carry it in their environment as `BITACORA_EMULATORS_RUN`; children inherit it, even
 * those that move to a group of their own (Java does)
 * @param group - the process group of firebase-tools, for its children that are given another environment;
 * the caller's own group goes last, with the caller
 */
export function endProcessesOf(run: string, group?: number): void {
  for (const pid of processesOf(run)) kill(pid);
  if (group !== undefined) kill(-group);
}

function kill(pid: number): void {
  try {
    process.kill(pid, "SIGKILL");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "ESRCH") throw error;
  }
}

/** The ids of the living processes, but this one, that belong to the run. */
export function processesOf(run: string): number[] {
  const mark = `BITACORA_EMULATORS_RUN=${run}`;
  if (process.platform === "win32") return [];
  const pids =
    process.platform === "linux"
      ? readdirSync("/proc")
          .filter((name) => /^\d+$/.test(name) && environmentOf(name).includes(mark))
          .map(Number)
      : execFileSync("ps", ["-A", "-E", "-ww", "-o", "pid=,command="], {
          encoding: "utf8",
          maxBuffer: 1 << 26,
        })
          .split("\n")
          .filter((line) => line.includes(mark))
          .map((line) => Number.parseInt(line, 10));
  return pids.filter((pid) => pid !== process.pid);
}

/** A process may end, or belong to someone else, while it is looked at: then it is none of ours. */
function environmentOf(pid: string): string {
  try {
    return readFileSync(`/proc/${pid}/environ`, "latin1");
  } catch {
    return "";
  }
}
