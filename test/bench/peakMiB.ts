/** The memory of this process at its highest, in MiB. */
import { existsSync, readFileSync } from "node:fs";

/** Linux counts the memory of the process that began this one in `maxRSS`, but not in what it says of the process itself. */
export function peakMiB(): number {
  const status = existsSync("/proc/self/status") ? readFileSync("/proc/self/status", "utf8") : "";
  const [, peak] = /^VmHWM:\s+(\d+) kB$/m.exec(status) ?? [];
  return (peak === undefined ? process.resourceUsage().maxRSS : Number(peak)) / 1_024;
}
