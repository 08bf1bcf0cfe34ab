/** What a queue of a record's files needs of Bitácora and of this computer. */
import { CallError, newRequestId } from "../../../data/call.ts";
import { announceEvidence, finishUpload, removeEvidence } from "../../../data/evidenceFiles.ts";
import type { RecordAddress } from "../../../data/records.ts";
import { sendFile } from "../../../data/uploadFile.ts";
import { forgetFile, isFileKept, keepFile } from "../../../local/keptFiles.ts";
import type { UploadStores } from "./UploadQueue.ts";

function unlessUnknown(error: unknown): undefined {
  if (error instanceof CallError && error.reason === "not-found") return undefined;
  throw error;
}

export function uploadStores(
  uid: string,
  { entityId, recordId }: RecordAddress,
): Omit<UploadStores, "saveRecord" | "settled"> {
  const address = { entityId, recordId };
  return {
    uid,
    newId: newRequestId,
    keep: (picked, isAnnounced) => keepFile(uid, { ...address, ...picked, isAnnounced }),
    isKept: (id) => isFileKept(uid, address, id),
    forget: (id) => forgetFile(uid, address, id),
    alone: (id, run) => navigator.locks.request(`bitacora/file/${id}`, run),
    announce: (id, file) => announceEvidence(address, id, file),
    send: sendFile,
    finish: (id) => finishUpload(address, id).catch(unlessUnknown),
    remove: (id) => removeEvidence(address, id).catch(unlessUnknown),
  };
}

/** Of a queue whose files are to be picked again when it is closed. */
export const NOTHING_KEPT: Pick<UploadStores, "keep" | "isKept" | "forget"> = {
  keep: async () => false,
  isKept: async () => false,
  forget: async () => {},
};
