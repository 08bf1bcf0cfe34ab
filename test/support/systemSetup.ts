/** Once for all tests that need more than the code: builds it, sees to the tools, starts the emulators. */
import type { TestProject } from "vitest/node";
import { build } from "../../scripts/build.ts";
import { startEmulators } from "../../scripts/emulators/startEmulators.ts";
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
  await ensureBrowser();
  ensurePdfTools();
  build();
  const { projectId, hosts, env, stop } = await startEmulators({ projectId: PROJECT_ID, ports: "free" });
  provide("emulators", { projectId, hosts, env });
  return stop;
}
