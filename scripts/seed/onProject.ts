/** Opens a project for one piece of work: the emulators where the environment says so, else the real one. */
import { type App, deleteApp, initializeApp } from "firebase-admin/app";
import { type Firestore, getFirestore } from "firebase-admin/firestore";
import { Refusal } from "../emulators/Refusal.ts";

/** @throws Refusal for a `demo-` project outside of the Firestore emulator: there is none such in the cloud */
export async function onProject<T>(
  projectId: string,
  work: (db: Firestore, app: App) => Promise<T>,
): Promise<T> {
  if (projectId.startsWith("demo-") && !process.env.FIRESTORE_EMULATOR_HOST)
    throw new Refusal(
      `"${projectId}" can only be an emulator's project, and FIRESTORE_EMULATOR_HOST is not set: start the emulators with npm start, which loads it too.`,
    );
  const app = initializeApp({ projectId }, crypto.randomUUID());
  try {
    const db = getFirestore(app);
    return await work(db, app);
  } finally {
    await deleteApp(app);
  }
}
