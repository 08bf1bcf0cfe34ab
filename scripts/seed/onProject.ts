/** Opens a project for one piece of work: the emulators where the environment says so, else the real one. */
import { type App, applicationDefault, deleteApp, initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { Refusal } from "../emulators/Refusal.ts";

/** Asked for before anything else: Firestore's library does not tell whoever awaits it that there are none. */
async function refuseWithoutCredentials(projectId: string): Promise<void> {
  try {
    await applicationDefault().getAccessToken();
  } catch (error) {
    const why = error instanceof Error ? error.message.split("\n")[0] : "";
    throw new Refusal(
      `No credentials for ${projectId} here: gcloud auth application-default login, or GOOGLE_APPLICATION_CREDENTIALS. ${why}`,
    );
  }
}

/**
 * @throws Refusal for a `demo-` project outside of the Firestore emulator, since there is none such in the cloud, and
 * where the environment has no credentials for a real one
 */
export async function onProject<T>(
  projectId: string,
  work: (db: Firestore, app: App) => Promise<T>,
): Promise<T> {
  if (projectId.startsWith("demo-") && !process.env.FIRESTORE_EMULATOR_HOST)
    throw new Refusal(
      `"${projectId}" can only be an emulator's project, and FIRESTORE_EMULATOR_HOST is not set: start the emulators with npm start, which loads it too.`,
    );
  if (!process.env.FIRESTORE_EMULATOR_HOST) await refuseWithoutCredentials(projectId);
  const app = initializeApp({ projectId }, crypto.randomUUID());
  try {
    const db = getFirestore(app);
    return await work(db, app);
  } finally {
    await deleteApp(app);
  }
}
