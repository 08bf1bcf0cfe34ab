/** Loads a generated year of the city into a `demo-` project, whose pages and reports then say so. */
import type { Firestore } from "firebase-admin/firestore";
import { Refusal } from "../emulators/Refusal.ts";

/** @throws Refusal unless the project is a `demo-` one */
export function refuseRealProject(projectId: string): void {
  if (!projectId.startsWith("demo-"))
    throw new Refusal(`Generated data belongs in demo- projects alone, and "${projectId}" is none.`);
}

export async function loadDemo(db: Firestore): Promise<void> {
  await db.doc("config/system").set({ isDemo: true });
}
