/** `npm run seed`, as one types it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { getFirestore } from "firebase-admin/firestore";
import { describe, expect, test } from "vitest";
import { adminApp } from "../support/emulators.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/seed.ts");

function command(args: readonly string[], env: NodeJS.ProcessEnv = {}) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], {
    encoding: "utf8",
    env: { ...process.env, GOOGLE_CLOUD_PROJECT: "", ...env },
  });
  return { status, stdout, stderr };
}

describe("npm run seed", () => {
  test("loads a project with its examples, and removes these in one step", async () => {
    const projectId = `demo-seed-${crypto.randomUUID().slice(0, 8)}`;
    const examples = getFirestore(adminApp(projectId)).collectionGroup("records").count();

    expect(command(["--project", projectId, "--examples"])).toEqual({
      status: 0,
      stdout: `${projectId} has its catalogues, indicators, networks and examples.\n`,
      stderr: "",
    });
    expect((await examples.get()).data().count).toBe(7);

    expect(command(["--project", projectId, "--remove-examples"]).stdout).toBe(
      `Removed 7 example records from ${projectId}.\n`,
    );
    expect((await examples.get()).data().count).toBe(0);
  });

  test.each([
    ["no project", [], {}, "Which project? npm run seed -- --project ID\n"],
    [
      "examples that are to come and to go",
      ["--project", "demo-a", "--examples", "--remove-examples"],
      {},
      "Either --examples or --remove-examples, not both.\n",
    ],
    [
      "a demo- project without emulators",
      ["--project", "demo-a"],
      { FIRESTORE_EMULATOR_HOST: "" },
      '"demo-a" can only be an emulator\'s project, and FIRESTORE_EMULATOR_HOST is not set: start the emulators with npm start, which loads it too.\n',
    ],
  ])("refuses %s in one line", (_, args, env, line) => {
    expect(command(args, env)).toEqual({ status: 1, stdout: "", stderr: line });
  });
});
