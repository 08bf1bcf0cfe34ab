/** `npm run admin`, as one types it. */
import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { beforeAll, describe, expect, test } from "vitest";
import { accessHistoryOf, accessOf } from "#functions/store/collections.ts";
import { loadCatalogues } from "../../scripts/seed/loadCatalogues.ts";
import { adminApp } from "../support/emulators.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/admin.ts");
const PROJECT = `demo-admin-${crypto.randomUUID().slice(0, 8)}`;
const app = adminApp(PROJECT);
const db = getFirestore(app);
const email = "ana@bitacora.example";
const person = ["--project", PROJECT, "--email", email, "--name", "Ana Díaz"];

function admin(...args: string[]) {
  const { status, stdout, stderr } = spawnSync(process.execPath, [SCRIPT, ...args], { encoding: "utf8" });
  return { status, stdout, stderr };
}

async function standing(address = email) {
  const { uid, customClaims } = await getAuth(app).getUserByEmail(address);
  const history = (await accessHistoryOf(accessOf(db).doc(uid)).orderBy("version").get()).docs;
  return {
    claims: customClaims ?? {},
    access: (await accessOf(db).doc(uid).get()).data(),
    history: history.map((entry) => `${entry.data().action} by ${entry.data().by}`),
  };
}

beforeAll(() => loadCatalogues(db, new Date()));

describe("npm run admin", () => {
  test("makes the first administrator, and lists her", async () => {
    expect(admin("grant", ...person, "--role", "admin")).toEqual({
      status: 0,
      stdout: `${email} may now come in to ${PROJECT} as admin.\n`,
      stderr: "",
    });
    const claims = { roles: ["admin"], entityIds: [] };
    expect(await standing()).toEqual({
      claims,
      access: expect.objectContaining({ ...claims, email, name: "Ana Díaz", version: 1 }),
      history: ["grant by console"],
    });
    expect(admin("list", "--project", PROJECT).stdout).toBe(`${email} · Ana Díaz · admin · \n`);
  });

  test("changes what a person may do when it is repeated, and takes it away, with a history", async () => {
    const luz = ["--project", PROJECT, "--email", "Luz@bitacora.example"];
    admin("grant", ...luz, "--name", "Luz Mora", "--role", "focal", "--entity", "sdm");
    admin("grant", ...luz, "--name", "Luz Mora", "--role", "viewer");
    expect((await standing("luz@bitacora.example")).claims).toEqual({ roles: ["viewer"], entityIds: [] });
    expect(admin("revoke", ...luz).stdout).toBe(
      `luz@bitacora.example may no longer come in to ${PROJECT}.\n`,
    );
    expect(await standing("luz@bitacora.example")).toEqual({
      claims: {},
      access: undefined,
      history: ["grant by console", "change by console", "revoke by console"],
    });
  });

  test.each([
    ["a command that there is not", ["promote", ...person], /^npm run admin -- grant --project ID/],
    ["a role that there is not", ["grant", ...person, "--role", "mayor"], /^npm run admin -- grant/],
    [
      "a focal point without an entity",
      ["grant", ...person, "--role", "focal", "--role", "admin"],
      /name it with --entity/,
    ],
    ["an unknown entity", ["grant", ...person, "--role", "focal", "--entity", "sdx"], /No such entity/],
    ["to take the last administrator away", ["revoke", ...person.slice(0, 4)], /last administrator/],
    [
      "to revoke who has no access",
      ["revoke", ...person.slice(0, 3), "eva@bitacora.example"],
      /has no access/,
    ],
    ["a project without catalogues", ["list", "--project", "demo-empty"], /npm run seed/],
  ])("refuses %s in one line", (_, args, line) => {
    const { status, stderr } = admin(...args);
    expect(status).toBe(1);
    expect(stderr).toMatch(line);
  });

  test("says in one line that a real project needs credentials", () => {
    const { FIRESTORE_EMULATOR_HOST: _, ...rest } = process.env;
    const env = { ...rest, METADATA_SERVER_DETECTION: "none", HOME: "/nowhere", CLOUDSDK_CONFIG: "/nowhere" };
    const { GOOGLE_APPLICATION_CREDENTIALS: __, ...bare }: NodeJS.ProcessEnv = env;
    const { status, stderr } = spawnSync(process.execPath, [SCRIPT, "list", "--project", "real-project"], {
      encoding: "utf8",
      env: bare,
    });
    expect([status, stderr]).toEqual([
      1,
      expect.stringMatching(/^No credentials for real-project here: gcloud auth.*\n$/),
    ]);
  });
});
