/** The functions' folder stands by itself: the cloud receives it, installs its lockfile and loads it. */
import { execFileSync } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const ROOT = join(import.meta.dirname, "..");
const REGION = "southamerica-east1";
const INSTALL_MS = 300_000;

/** What firebase deploy learns of a function. */
interface Endpoint {
  region?: string[];
  platform?: string;
}

let folder: string;
let endpoints: Record<string, Endpoint>;

const LIST = `
  const exported = await import("./lib/index.js");
  const endpoints = Object.entries(exported).map(([name, value]) => [name, value.__endpoint ?? {}]);
  process.stdout.write(JSON.stringify(Object.fromEntries(endpoints)));
  process.exit(0);
`;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "bitacora-functions-"));
  for (const part of ["lib", "package.json", "package-lock.json"]) {
    cpSync(join(ROOT, "functions", part), join(folder, part), { recursive: true });
  }
  execFileSync("npm", ["ci", "--omit=dev", "--prefer-offline", "--no-audit", "--no-fund"], {
    cwd: folder,
    stdio: "pipe",
  });
  const listed = execFileSync(process.execPath, ["--input-type=module", "--eval", LIST], {
    cwd: folder,
    encoding: "utf8",
    env: {
      PATH: process.env.PATH,
      GCLOUD_PROJECT: "demo-alone",
      FIREBASE_CONFIG: JSON.stringify({ projectId: "demo-alone", storageBucket: "demo-alone.appspot.com" }),
      FUNCTIONS_CONTROL_API: "true",
    },
  });
  endpoints = JSON.parse(listed);
}, INSTALL_MS);

afterAll(() => rmSync(folder, { recursive: true }));

test("loads from its own installation, and exports functions alone", () => {
  expect(Object.keys(endpoints).length).toBeGreaterThan(0);
  const strange = Object.entries(endpoints).filter(([, endpoint]) => endpoint.platform !== "gcfv2");
  expect(strange).toEqual([]);
});

test("exports every function that Hosting sends visitors to, in the region it names", () => {
  const { hosting } = JSON.parse(readFileSync(join(ROOT, "firebase.json"), "utf8")) as {
    hosting: { rewrites: { function?: { functionId: string; region: string } }[] };
  };
  const wanted = hosting.rewrites.flatMap((rewrite) => rewrite.function ?? []);
  expect(wanted.length).toBeGreaterThan(0);
  expect(wanted.filter(({ functionId }) => !(functionId in endpoints))).toEqual([]);
  expect(wanted.filter(({ region }) => region !== REGION)).toEqual([]);
  for (const { functionId, region } of wanted) expect(endpoints[functionId]?.region).toEqual([region]);
});
