/** The architecture's arrows, its top level, and dependencies that agree between root and functions. */
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { forbiddenImports, importsOf, type SourceFile } from "./support/imports.ts";

const ROOT = join(import.meta.dirname, "..");
const TOP_LEVEL = [
  ".ci",
  ".firebaserc",
  ".gitignore",
  "LICENSE",
  "README.md",
  "biome.json",
  "firebase.json",
  "firestore.indexes.json",
  "firestore.rules",
  "functions",
  "package-lock.json",
  "package.json",
  "scripts",
  "storage.rules",
  "test",
  "tsconfig.json",
  "web",
];

/** All files of the project, those not yet committed too. */
function projectFiles(): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard"], {
    cwd: ROOT,
    encoding: "utf8",
  });
  return listed.split("\n").filter((path) => path !== "");
}

function read(path: string): string {
  return readFileSync(join(ROOT, path), "utf8");
}

/** The top-level entries that have no business there. */
function strangers(paths: readonly string[]): string[] {
  const entries = new Set(paths.map((path) => path.split("/")[0] ?? ""));
  return [...entries].filter((entry) => !TOP_LEVEL.includes(entry));
}

/** Dependencies of the one whose version in the other is not the same. */
function disagreements(functions: Record<string, string>, root: Record<string, string>): string[] {
  return Object.entries(functions)
    .filter(([name, version]) => root[name] !== version)
    .map(([name, version]) => `${name} ${version}, in the root ${root[name]}`);
}

/** Lines of an export list that are something else. */
function notExports(text: string): string[] {
  const rest = text
    .replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, "")
    .replace(/export\s*(?:\*|\{[^}]*\})\s*from\s*"[^"]+";/g, "");
  return rest.split("\n").filter((line) => line.trim() !== "");
}

describe("imports", () => {
  test("follow the arrows: triggers → jobs → {store, renderers} → domain ← web", () => {
    const files: SourceFile[] = projectFiles()
      .filter((path) => /^(functions\/src|web)\/.*\.(ts|tsx)$/.test(path))
      .map((path) => ({ path, text: read(path) }));
    expect(files.length).toBeGreaterThan(0);
    expect(forbiddenImports(files)).toEqual([]);
  });

  test.each([
    ["functions/src/domain/a.ts", 'import { b } from "../store/b.ts";'],
    ["functions/src/domain/a.ts", 'import { readFileSync } from "node:fs";'],
    ["functions/src/domain/a.ts", 'import * as z from "zod";'],
    ["functions/src/domain/a.ts", 'export * from "firebase-admin/firestore";'],
    ["functions/src/store/a.ts", 'import { run } from "../jobs/run.ts";'],
    ["functions/src/store/a.ts", 'import PDFDocument from "pdfkit";'],
    ["functions/src/jobs/a.ts", 'const { default: PDFDocument } = await import("pdfkit");'],
    ["functions/src/jobs/a.ts", 'import { on } from "../triggers/on.ts";'],
    ["functions/src/pdf/a.ts", 'import type { Firestore } from "@google-cloud/firestore";'],
    ["functions/src/pdf/a.ts", 'import { b } from "../store/b.ts";'],
    ["functions/src/xlsx/a.ts", 'import PDFDocument from "pdfkit";'],
    ["functions/src/docx/a.ts", 'import { renderPdf } from "../pdf/renderPdf.ts";'],
    ["functions/src/csv/a.ts", 'import { zip } from "fflate";'],
    ["functions/src/output/a.ts", 'import { renderPdf } from "../pdf/renderPdf.ts";'],
    ["functions/src/triggers/a.ts", 'import { render } from "../pdf/render.ts";'],
    ["functions/src/index.ts", 'export { job } from "./jobs/job.ts";'],
    ["web/app/a.tsx", 'import { records } from "#functions/store/records.ts";'],
    ["web/app/a.tsx", 'import { records } from "../../functions/src/store/records.ts";'],
    ["web/app/a.tsx", 'import "firebase-admin/app";'],
    ["functions/src/stray.ts", "export const a = 1;"],
  ])("are caught when they do not: %s with %s", (path, text) => {
    expect(forbiddenImports([{ path, text }])).toHaveLength(1);
  });

  test.each([
    ["functions/src/domain/a.ts", 'import * as z from "zod/mini";\nimport { b } from "./b.ts";'],
    ["functions/src/triggers/a.ts", 'import { job } from "../jobs/job.ts";'],
    ["functions/src/pdf/a.ts", 'import PDFDocument from "pdfkit";\nimport { readFileSync } from "node:fs";'],
    ["functions/src/xlsx/a.ts", 'import { Zip } from "fflate";\nimport { b } from "../output/b.ts";'],
    ["functions/src/jobs/a.ts", 'import { renderDocx } from "../docx/renderDocx.ts";'],
    ["web/app/a.tsx", 'import { b } from "#domain/b.ts";\nimport { getAuth } from "firebase/auth";'],
  ])("pass when they do: %s with %s", (path, text) => {
    expect(forbiddenImports([{ path, text }])).toEqual([]);
  });

  test("are read in all their forms, but not from comments", () => {
    const text = `
      import a from "a";
      import { b,
        c } from 'b';
      import "c";
      export * from "d";
      const e = await import("e");
      // import f from "f";
      /* import g from "g"; */
    `;
    expect(importsOf(text)).toEqual(["a", "b", "c", "d", "e"]);
  });
});

describe("the functions' entry", () => {
  test("is a list of exports and nothing else", () => {
    expect(notExports(read("functions/src/index.ts"))).toEqual([]);
  });

  test("is caught when it does more", () => {
    const text =
      '/** All. */\nexport { a } from "./triggers/a.ts";\ninitializeApp();\nexport * from "./triggers/b.ts";';
    expect(notExports(text)).toEqual(["initializeApp();"]);
  });
});

describe("the top level", () => {
  test("holds only what belongs there", () => expect(strangers(projectFiles())).toEqual([]));

  test("shows what does not", () => {
    expect(strangers(["web/index.html", "notes.md", "lib/a.ts"])).toEqual(["notes.md", "lib"]);
  });
});

describe("dependencies", () => {
  test("of the functions have the same versions in the root", () => {
    const functions = JSON.parse(read("functions/package.json"));
    const root = JSON.parse(read("package.json"));
    expect(disagreements(functions.dependencies, { ...root.dependencies, ...root.devDependencies })).toEqual(
      [],
    );
  });

  test("that differ are named", () => {
    expect(disagreements({ a: "1.0.0", b: "1.0.0" }, { a: "1.0.0", b: "2.0.0" })).toEqual([
      "b 1.0.0, in the root 2.0.0",
    ]);
  });
});
