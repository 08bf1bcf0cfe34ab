/** How the tests run: the pure ones at once and side by side, the rest one file after another on the emulators. */
import { defineConfig } from "vitest/config";

const NEEDS_BUILT_FUNCTIONS = "test/functionsAlone.test.ts";
const PURE = ["test/domain/**/*.test.ts", "test/web/**/*.test.{ts,tsx}", "test/*.test.ts"];

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "pure",
          include: PURE,
          exclude: [NEEDS_BUILT_FUNCTIONS],
          sequence: { groupOrder: 0 },
        },
      },
      {
        test: {
          name: "system",
          include: ["test/**/*.test.{ts,tsx}"],
          exclude: PURE.filter((glob) => glob !== "test/*.test.ts").concat("test/!(functionsAlone).test.ts"),
          globalSetup: "test/support/systemSetup.ts",
          setupFiles: "test/support/emulatorEnvironment.ts",
          fileParallelism: false,
          testTimeout: 60_000,
          hookTimeout: 120_000,
          sequence: { groupOrder: 1 },
        },
      },
    ],
  },
});
