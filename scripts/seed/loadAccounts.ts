/** Creates the sample accounts, their claims and their access, in the Auth emulator and nowhere else. */
import type { App } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { accessSchema } from "#domain/access.ts";
import { Refusal } from "../emulators/Refusal.ts";
import { SEED } from "./catalogueData.ts";
import { createMissing, type Document } from "./createMissing.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "./sampleAccounts.ts";

async function exists(auth: Auth, uid: string): Promise<boolean> {
  const { users } = await auth.getUsers([{ uid }]);
  return users.length > 0;
}

/** @throws Refusal where there is no Auth emulator: accounts with a known password belong in none but that */
export async function loadAccounts(app: App, now: Date): Promise<void> {
  if (!process.env.FIREBASE_AUTH_EMULATOR_HOST)
    throw new Refusal(
      "Sample accounts have a known password: they are created in the Auth emulator alone, and FIREBASE_AUTH_EMULATOR_HOST is not set.",
    );
  const auth = getAuth(app);
  for (const { uid, email, name, roles, entityIds } of SAMPLE_ACCOUNTS) {
    if (!(await exists(auth, uid)))
      await auth.createUser({
        uid,
        email,
        emailVerified: true,
        displayName: name,
        password: SAMPLE_PASSWORD,
      });
    await auth.setCustomUserClaims(uid, { roles, entityIds });
  }
  await createMissing(
    getFirestore(app),
    SAMPLE_ACCOUNTS.map(
      ({ uid, ...account }): Document => [
        `access/${uid}`,
        accessSchema.parse({ ...account, grantedAt: now, grantedBy: SEED.by }),
      ],
    ),
  );
}
