/** `npm run grant`, as one types it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { beforeAll, describe, expect, test } from "vitest";
import { accessSchema } from "#domain/access.ts";
import { withDates } from "#functions/store/converter.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { adminApp } from "../support/emulators.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/grant.ts");
const PROJECT = `demo-grant-${crypto.randomUUID().slice(0, 8)}`;
const app = adminApp(PROJECT);
const email = "ana@bitacora.example";
const person = ["--project", PROJECT, "--email", email, "--name", "Ana Díaz"];

function grant(args: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

async function standing() {
  const { uid, customClaims } = await getAuth(app).getUserByEmail(email);
  const access = await getFirestore(app).doc(`access/${uid}`).get();
  return { customClaims, access: accessSchema.parse(withDates(access.data())) };
}

beforeAll(() => loadCatalogues(getFirestore(app), new Date()));

describe("npm run grant", () => {
  test("lets a new person in, and changes her role when repeated", async () => {
    expect(grant([...person, "--role", "office", "--entity", "secretaria-general"])).toEqual({
      status: 0,
      stdout: `${email} may now come in to ${PROJECT} as office.\n`,
      stderr: "",
    });
    const claims = { roles: ["office"], entityIds: ["secretaria-general"] };
    expect(await standing()).toMatchObject({
      customClaims: claims,
      access: { ...claims, email, name: "Ana Díaz" },
    });

    grant([...person, "--role", "viewer"]);
    const fewer = { roles: ["viewer"], entityIds: [] };
    expect(await standing()).toMatchObject({ customClaims: fewer, access: fewer });
  });

  test.each([
    ["a role that there is not", ["--role", "mayor"], /^npm run grant -- --project ID/],
    ["a focal point without an entity", ["--role", "focal"], /name it with --entity/],
    ["an unknown entity", ["--role", "focal", "--entity", "sdx"], /No entity "sdx" in the catalogue/],
  ])("refuses %s in one line", (_, args, line) => {
    const { status, stderr } = grant([...person, ...args]);
    expect(status).toBe(1);
    expect(stderr).toMatch(line);
  });
});
