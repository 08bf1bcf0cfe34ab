/** Saves what the emulators hold, so that the next run can begin with it. */
import { renameSync, rmSync } from "node:fs";

/**
 * Replaces the kept data, but only once the new is complete.
 *
 * @param hub - where the emulators' hub listens, as host:port
 * @param dataDir - the directory to keep the data in
 */
export async function exportData({ hub, dataDir }: { hub: string; dataDir: string }): Promise<void> {
  const draft = `${dataDir}-draft`;
  const response = await fetch(`http://${hub}/_admin/export`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ path: draft, initiatedBy: "bitacora" }),
  });
  if (!response.ok) throw new Error(`The emulators' data could not be saved: ${await response.text()}`);
  rmSync(dataDir, { recursive: true, force: true });
  renameSync(draft, dataDir);
}
