/** Dependencies: pinned to one version each, and advisories heeded unless an exception still holds. */
import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import {
  auditReportSchema,
  type Exception,
  exceptionsSchema,
  openAdvisories,
} from "../scripts/openAdvisories.ts";

const read = (path: string): unknown =>
  JSON.parse(readFileSync(new URL(`../${path}`, import.meta.url), "utf8"));

/** As npm writes it: what is wrong with a package itself, and what it only inherits. */
const REPORT = auditReportSchema.parse({
  auditReportVersion: 2,
  vulnerabilities: {
    leaky: {
      severity: "high",
      via: [
        {
          source: 1,
          name: "leaky",
          title: "Leaks",
          url: "https://github.com/advisories/GHSA-aaaa-bbbb-cccc",
          severity: "high",
        },
      ],
    },
    heir: { severity: "high", via: ["leaky"] },
  },
});
const LINE = "high · leaky · Leaks · https://github.com/advisories/GHSA-aaaa-bbbb-cccc";
const EXCEPTION: Exception = {
  ...{ advisory: "GHSA-aaaa-bbbb-cccc", package: "leaky", reason: "Not reached by our code." },
  ...{ listedOn: "2026-01-01", until: "2026-06-30" },
};

test("tells each advisory once, however many packages and lockfiles inherit it", () => {
  expect(openAdvisories([REPORT, REPORT], [], "2026-03-01")).toEqual([LINE]);
});

test("leaves out what is listed until its day has passed, and nothing else", () => {
  expect(openAdvisories([REPORT], [EXCEPTION], "2026-06-30")).toEqual([]);
  expect(openAdvisories([REPORT], [EXCEPTION], "2026-07-01")).toEqual([LINE]);
  expect(openAdvisories([REPORT], [{ ...EXCEPTION, package: "other" }], "2026-03-01")).toEqual([LINE]);
});

test("the listed exceptions are complete", () => {
  expect(exceptionsSchema.safeParse(read("scripts/auditExceptions.json")).error).toBeUndefined();
});

test.each(["", "functions/"])(
  "every dependency of %s package.json is pinned, and locked at that version",
  (folder) => {
    const { dependencies = {}, devDependencies = {} } = read(`${folder}package.json`) as Record<
      string,
      Record<string, string>
    >;
    const { packages } = read(`${folder}package-lock.json`) as {
      packages: Record<string, { version: string }>;
    };
    const named = { ...dependencies, ...devDependencies };
    expect(Object.keys(named).length).toBeGreaterThan(0);
    const locked = Object.keys(named).map((name) => [name, packages[`node_modules/${name}`]?.version]);
    expect(Object.fromEntries(locked)).toEqual(named);
    expect(Object.values(named).filter((version) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
  },
);
