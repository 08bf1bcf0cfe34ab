/**
 * `npm run grant`: lets a person in, or changes what she may do; the account is created if there is none yet.
 *
 * `--project ID --email ADDRESS --name NAME --role ROLE [--role ROLE] [--entity ID]…`. She signs in by email link.
 */
import { parseArgs } from "node:util";
import { type Auth, getAuth } from "firebase-admin/auth";
import { accessSchema } from "#domain/access.ts";
import { catalogueSchema } from "#domain/catalogue.ts";
import { ROLES } from "#domain/record/states.ts";
import { orRefuse, Refusal } from "./emulators/Refusal.ts";
import { onProject } from "./seed/onProject.ts";

const USAGE = `npm run grant -- --project ID --email ADDRESS --name NAME --role ${ROLES.join("|")} [--entity ID]`;

async function uidOf(auth: Auth, email: string, displayName: string): Promise<string> {
  const { users } = await auth.getUsers([{ email }]);
  const user = users[0] ?? (await auth.createUser({ email, displayName }));
  return user.uid;
}

await orRefuse(async () => {
  const { values } = parseArgs({
    options: {
      project: { type: "string" },
      email: { type: "string" },
      name: { type: "string" },
      role: { type: "string", multiple: true },
      entity: { type: "string", multiple: true, default: [] },
    },
  });
  const { project, email, name } = values;
  const roles = accessSchema.shape.roles.safeParse(values.role);
  if (!project || !email || !name || !roles.success) throw new Refusal(USAGE);
  const writes = roles.data.includes("focal") || roles.data.includes("office");
  if (writes && values.entity.length === 0)
    throw new Refusal("A focal point or a member of the Office writes for an entity: name it with --entity.");
  await onProject(project, async (db, app) => {
    const list = await db.doc("catalogues/entities").get();
    if (!list.exists)
      throw new Refusal(`${project} has no catalogues yet: npm run seed -- --project ${project}`);
    const known = catalogueSchema.shape.items.parse(list.get("items")).map(({ id }) => id);
    const stranger = values.entity.find((id) => !known.includes(id));
    if (stranger !== undefined) throw new Refusal(`No entity "${stranger}" in the catalogue.`);
    const auth = getAuth(app);
    const uid = await uidOf(auth, email, name);
    const claims = { roles: roles.data, entityIds: values.entity };
    await auth.setCustomUserClaims(uid, claims);
    const access = { ...claims, email, name, grantedAt: new Date(), grantedBy: "console" };
    await db.doc(`access/${uid}`).set(accessSchema.parse(access));
    console.log(`${email} may now come in to ${project} as ${roles.data.join(", ")}.`);
  });
});
