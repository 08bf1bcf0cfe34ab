/**
 * Once for all tests that need more than the code: builds it, sees to the tools, starts the emulators.
 *
 * `EMULATORS=firestore,auth npm test -- test/rules` starts these alone, and builds nothing that they do not
 * serve: quicker, while one works on what needs no more.
 */
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.ts";
import { EMULATORS, type Emulator, startEmulators } from "../../scripts/emulators/startEmulators.ts";
import { ensureBrowser } from "./findBrowser.ts";
import { ensurePdfTools } from "./pdfTools.ts";

/** The functions' triggers fire in this project alone; in any other a test has Firestore to itself. */
const PROJECT_ID = "demo-test";

declare module "vitest" {
  interface ProvidedContext {
    emulators: { projectId: string; hosts: Record<string, string>; env: Record<string, string> };
  }
}

export default async function setUp({ provide }: TestProject): Promise<() => Promise<void>> {
  const only = asked();
  await ensureBrowser();
  ensurePdfTools();
  if (only.includes("functions")) build(["functions"]);
  if (only.includes("hosting")) build(["web"]);
  const { projectId, hosts, env, stop } = await startEmulators({
    projectId: PROJECT_ID,
    ports: "free",
    only,
  });
  provide("emulators", { projectId, hosts, env });
  return stop;
}

function asked(): readonly Emulator[] {
  const names = process.env.EMULATORS?.split(",");
  const unknown = names?.filter((name) => !EMULATORS.some((emulator) => emulator === name)) ?? [];
  if (unknown.length > 0) throw new Error(`EMULATORS names no emulator: ${unknown.join(", ")}`);
  return names ? EMULATORS.filter((emulator) => names.includes(emulator)) : EMULATORS;
}
