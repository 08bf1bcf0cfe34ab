/** What a test asks of the running emulators. */
import { type App, getApps, initializeApp } from "firebase-admin/app";
import { inject } from "vitest";

/** The project in which the functions' triggers fire. */
export const projectId = inject("emulators").projectId;

/** Each emulator as host:port: auth, firestore, functions, storage, hosting, tasks. */
export const hosts = inject("emulators").hosts as Record<
  "auth" | "firestore" | "functions" | "storage" | "hosting" | "tasks",
  string
>;

/**
 * Google's admin library on the emulators, once for each project.
 *
 * @param project - any `demo-…` name gives a test a Firestore of its own, where no trigger fires
 */
export function adminApp(project: string = projectId): App {
  const existing = getApps().find(({ name }) => name === project);
  return existing ?? initializeApp({ projectId: project, storageBucket: `${project}.appspot.com` }, project);
}
