/**
 * `npm run audit`: asks the registry for advisories on what both lockfiles pin, and fails on any that
 * `auditExceptions.json` does not list. Where the registry does not answer it says so, and fails nothing.
 */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { type AuditReport, auditReportSchema, exceptionsSchema, openAdvisories } from "./openAdvisories.ts";

const ROOT = join(import.meta.dirname, "..");
const FOLDERS = ["", "functions"];

/** `undefined` where the registry gave no report. */
function reportOf(folder: string): AuditReport | undefined {
  const { stdout } = spawnSync("npm", ["audit", "--json", "--package-lock-only"], {
    cwd: join(ROOT, folder),
    encoding: "utf8",
  });
  try {
    return auditReportSchema.safeParse(JSON.parse(stdout)).data;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

const reports = FOLDERS.map(reportOf).filter((report) => report !== undefined);
if (reports.length < FOLDERS.length) {
  console.log("The registry answers no audit from here: dependencies were not checked for known advisories.");
} else {
  const file = readFileSync(join(import.meta.dirname, "auditExceptions.json"), "utf8");
  const { exceptions } = exceptionsSchema.parse(JSON.parse(file));
  const open = openAdvisories(reports, exceptions, new Date().toISOString().slice(0, 10));
  for (const line of open) console.error(line);
  console.log(`${open.length} open advisories, ${exceptions.length} listed exceptions`);
  process.exitCode = open.length > 0 ? 1 : 0;
}
