/** Sends the files of a record that this computer kept, without a form. */
import type { RecordAddress } from "../../../data/records.ts";
import { keptFilesOf } from "../../../local/keptFiles.ts";
import { UploadQueue } from "./UploadQueue.ts";
import { uploadStores } from "./uploadStores.ts";

/** `stuck`: Bitácora did not take one of them; a person has to look at it. */
export type FilesSent = "sent" | "waits" | "stuck";

/** Of a record that Bitácora has. */
export async function sendKeptFiles(uid: string, address: RecordAddress): Promise<FilesSent> {
  const kept = await keptFilesOf(uid, address);
  if (kept.length === 0) return "sent";
  const stores = uploadStores(uid, address);
  let isRefused = false;
  const queue = new UploadQueue(
    {
      ...stores,
      saveRecord: async () => true,
      settled: async () => {},
      finish: async (id) => {
        const finished = await stores.finish(id);
        isRefused ||= finished?.state === "quarantined";
        return finished;
      },
    },
    () => {},
  );
  queue.restore(kept);
  await queue.idle();
  if (isRefused || queue.uploads.some(({ phase }) => phase === "failed")) return "stuck";
  return queue.uploads.length > 0 ? "waits" : "sent";
}
