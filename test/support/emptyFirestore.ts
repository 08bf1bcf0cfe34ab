/** Deletes all that a project has in the Firestore emulator. */

/** @throws Error where there is no emulator, or the project is none of its own */
export async function emptyFirestore(projectId: string): Promise<void> {
  const host = process.env.FIRESTORE_EMULATOR_HOST;
  if (host === undefined || !projectId.startsWith("demo-"))
    throw new Error(`"${projectId}" is no emulator's project`);
  const url = `http://${host}/emulator/v1/projects/${projectId}/databases/(default)/documents`;
  const response = await fetch(url, { method: "DELETE" });
  if (!response.ok) throw new Error(await response.text());
}
