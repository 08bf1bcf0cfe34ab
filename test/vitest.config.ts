/** How the tests run: those that need no running system side by side, the rest one file after another. */
import { defineConfig } from "vitest/config";

const TEST = "*.test.{ts,tsx}";
/** Folders whose tests need neither built parts nor running emulators, or start what they need themselves. */
const ALONE = ["csv", "docx", "domain", "emulators", "web", "xlsx"].map(
  (folder) => `test/${folder}/**/${TEST}`,
);
/** Of the tests beside the folders, the one that needs the built functions. */
const NEEDS_BUILD = "test/functionsAlone.test.ts";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "alone",
          include: [...ALONE, `test/${TEST}`],
          exclude: [NEEDS_BUILD],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "system",
          include: [`test/*/**/${TEST}`, NEEDS_BUILD],
          exclude: ALONE,
          globalSetup: "test/support/systemSetup.ts",
          setupFiles: "test/support/emulatorEnvironment.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          expect: { poll: { timeout: 20_000 } },
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
