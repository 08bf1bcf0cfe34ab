/** Creates the sample accounts, their claims and their access, in the Auth emulator and nowhere else. */
import type { App } from "firebase-admin/app";
import { type Auth, getAuth } from "firebase-admin/auth";
import { getFirestore } from "firebase-admin/firestore";
import { accessHistoryOf, accessOf } from "#functions/store/collections.ts";
import { Refusal } from "../emulators/Refusal.ts";
import { SEED } from "./catalogueData.ts";
import { SAMPLE_ACCOUNTS, SAMPLE_PASSWORD } from "./sampleAccounts.ts";

async function exists(auth: Auth, uid: string): Promise<boolean> {
  const { users } = await auth.getUsers([{ uid }]);
  return users.length > 0;
}

/**
 * Leaves those who have a history as they are: what was changed or taken away in the app stays so.
 *
 * @throws Refusal where there is no Auth emulator: accounts with a known password belong in none but that
 */
export async function loadAccounts(app: App, now: Date): Promise<void> {
  if (!process.env.FIREBASE_AUTH_EMULATOR_HOST)
    throw new Refusal(
      "Sample accounts have a known password: they are created in the Auth emulator alone, and FIREBASE_AUTH_EMULATOR_HOST is not set.",
    );
  const auth = getAuth(app);
  const db = getFirestore(app);
  for (const { uid, email, name, roles, entityIds } of SAMPLE_ACCOUNTS) {
    if (!(await exists(auth, uid)))
      await auth.createUser({
        uid,
        email,
        emailVerified: true,
        displayName: name,
        password: SAMPLE_PASSWORD,
      });
    const access = accessOf(db).doc(uid);
    const first = accessHistoryOf(access).doc("1");
    if ((await first.get()).exists) continue;
    const claims = { roles: [...roles], entityIds: [...entityIds] };
    await auth.setCustomUserClaims(uid, claims);
    const batch = db.batch();
    batch.set(access, { ...claims, email, name, version: 1, grantedAt: now, grantedBy: SEED.by });
    batch.create(first, {
      ...{
        version: 1,
        covers: 1,
        scope: "access",
        action: "grant",
        requestId: SEED.by,
        at: now,
        by: SEED.by,
        byName: SEED.name,
      },
      ...{ email, name, after: claims },
    });
    await batch.commit();
  }
}
