/** Calls back when the command that started this process is gone: npm, when killed, does not tell what it runs. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { basename } from "node:path";

const LOOK_MS = 500;

export function onceOrphaned(callBack: () => void): void {
  const starter = starterPid();
  const parent = process.ppid;
  const timer = setInterval(() => {
    if (process.ppid === parent && isAlive(starter)) return;
    clearInterval(timer);
    callBack();
  }, LOOK_MS);
  timer.unref();
}

/** The parent; or its parent, where npm has put a shell between itself and us. */
function starterPid(): number {
  const { command, parent } = processInfo(process.ppid);
  return process.env.npm_lifecycle_event && /^-?(ba|da)?sh$/.test(command) ? parent : process.ppid;
}

function processInfo(pid: number): { command: string; parent: number } {
  if (process.platform === "linux") {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    const field = (name: string) => new RegExp(`^${name}:\\s*(.*)$`, "m").exec(status)?.[1] ?? "";
    return { command: field("Name"), parent: Number(field("PPid")) };
  }
  const line = execFileSync("ps", ["-o", "ppid=,comm=", "-p", String(pid)], { encoding: "utf8" }).trim();
  const [parent = "", ...command] = line.split(/\s+/);
  return { command: basename(command.join(" ")), parent: Number(parent) };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
