/**
 * `npm run admin`: lets people in, takes their access away and lists them, with the credentials of the environment.
 *
 * `grant --project ID --email ADDRESS --name NAME --role ROLE [--role ROLE] [--entity ID]…` replaces what the person
 * could do before; `revoke --project ID --email ADDRESS`; `list --project ID`. So the first administrator is made; the
 * rest can be done in the app. It does what the app does, and leaves the same history, by `console`.
 */
import { parseArgs } from "node:util";
import { getAuth } from "firebase-admin/auth";
import { grantSchema } from "#domain/access.ts";
import { ROLES } from "#domain/record/states.ts";
import type { AccessContext } from "#functions/jobs/AccessContext.ts";
import { CONSOLE, grantAccess, revokeAccess } from "#functions/jobs/changeAccess.ts";
import { jobContext } from "#functions/jobs/JobContext.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { accountsOf } from "#functions/store/accounts.ts";
import { accessOf } from "#functions/store/collections.ts";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { onProject } from "./seed/onProject.ts";

const USAGE = `npm run admin -- grant --project ID --email ADDRESS --name NAME --role ${ROLES.join("|")} [--entity ID]
npm run admin -- revoke --project ID --email ADDRESS
npm run admin -- list --project ID`;

const TOLD: Readonly<Record<string, string>> = {
  "last-admin": "This is the last administrator: make another one first.",
  "not-found": "Nobody with this address has access.",
  "changed-meanwhile": "Somebody else changed this person's access at the same moment: try again.",
  "entityIds missing": "A focal point or a member of the Office writes for an entity: name it with --entity.",
  "entityIds unexpected": "Only a focal point or a member of the Office writes for an entity.",
  "entityIds unknown-reference": "No such entity in the catalogue.",
  "entityIds retired-reference": "An entity that is no longer in use writes nothing.",
  "entityIds too-many": "Firebase holds no more entities of one person.",
};

function refusalOf({ details }: Rejection): Refusal {
  const [problem] = "problems" in details ? details.problems : [];
  const reason = problem ? `${problem.path} ${problem.code}` : "reason" in details ? details.reason : "";
  return new Refusal(TOLD[reason] ?? reason);
}

interface Options {
  readonly project: string;
  readonly email: string;
  readonly name: string | undefined;
  readonly role: readonly string[];
  readonly entity: readonly string[];
}

async function standingOf({ db, accounts }: AccessContext, email: string) {
  const uid = await accounts.find(email);
  const access = uid === undefined ? undefined : (await accessOf(db).doc(uid).get()).data();
  return { uid, version: access?.version ?? 0 };
}

async function grant(context: AccessContext, { project, email, name, role, entity }: Options): Promise<void> {
  const { version } = await standingOf(context, email);
  const requestId = crypto.randomUUID();
  const asked = grantSchema.safeParse({ requestId, email, name, roles: role, entityIds: entity, version });
  if (!asked.success) throw new Refusal(USAGE);
  await grantAccess(context, CONSOLE, asked.data);
  console.log(`${asked.data.email} may now come in to ${project} as ${asked.data.roles.join(", ")}.`);
}

async function revoke(context: AccessContext, { project, email }: Options): Promise<void> {
  const { uid, version } = await standingOf(context, email);
  if (uid === undefined || version === 0) throw new Refusal(`${email} has no access to ${project}.`);
  await revokeAccess(context, CONSOLE, { requestId: crypto.randomUUID(), uid, version });
  console.log(`${email} may no longer come in to ${project}.`);
}

async function list({ db }: AccessContext): Promise<void> {
  const people = (await accessOf(db).orderBy("email").get()).docs.map((snapshot) => snapshot.data());
  for (const { email, name, roles, entityIds } of people)
    console.log([email, name, roles.join(", "), entityIds.join(", ")].join(" · "));
}

const COMMANDS: Readonly<Record<string, (context: AccessContext, options: Options) => Promise<void>>> = {
  grant,
  revoke,
  list,
};

await orRefuse(async () => {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      project: { type: "string" },
      email: { type: "string", default: "" },
      name: { type: "string" },
      role: { type: "string", multiple: true, default: [] },
      entity: { type: "string", multiple: true, default: [] },
    },
  });
  const command = COMMANDS[positionals[0] ?? ""];
  const { project, email, name, role, entity } = values;
  if (!command || positionals.length > 1 || !project || (command !== list && email === ""))
    throw new Refusal(USAGE);
  await onProject(project, async (db, app) => {
    if (!(await db.doc("catalogues/entities").get()).exists)
      throw new Refusal(`${project} has no catalogues yet: npm run seed -- --project ${project}`);
    const context = { ...jobContext(db, () => new Date()), accounts: accountsOf(getAuth(app)) };
    try {
      await command(context, { project, email: email.toLowerCase(), name, role, entity });
    } catch (error) {
      throw error instanceof Rejection ? refusalOf(error) : error;
    }
  });
});
