/** The evidence of a record as the app reads and writes it; its files go and come by functions and `sendFile`. */
import { collection, doc, query, serverTimestamp, setDoc, where } from "firebase/firestore/lite";
import {
  type Evidence,
  type EvidenceProblem,
  type EvidenceState,
  type EvidenceType,
  evidenceSchema,
} from "#domain/evidence.ts";
import { CallError, call, idToken } from "./call.ts";
import { services } from "./firebase.ts";
import { readQuery, type Stored } from "./read.ts";
import { type RecordAddress, recordPath } from "./records.ts";

const evidencePath = (address: RecordAddress): string => `${recordPath(address)}/evidence`;

/** In the order in which it was uploaded: all of it for the record's entity, what is ready for others. */
export async function loadEvidence(
  address: RecordAddress,
  whose: "own" | "others",
): Promise<Stored<Evidence>[]> {
  const all = collection(services().db, evidencePath(address));
  const found = await readQuery(
    whose === "own" ? query(all) : query(all, where("state", "==", "ready")),
    evidenceSchema,
  );
  return found
    .filter(({ data }) => data.state !== "removed")
    .toSorted((a, b) => a.data.createdAt.getTime() - b.data.createdAt.getTime());
}

/** What the server must know of a file before it is uploaded. */
export function announceEvidence(
  address: RecordAddress,
  id: string,
  file: { readonly name: string; readonly type: EvidenceType; readonly bytes: number },
): Promise<void> {
  const uid = services().auth.currentUser?.uid ?? "";
  const now = serverTimestamp();
  const { name, type, bytes } = file;
  return setDoc(doc(services().db, `${evidencePath(address)}/${id}`), {
    ...{ name, type, bytes, state: "uploading", version: 1 },
    ...{ createdAt: now, createdBy: uid, updatedAt: now, updatedBy: uid },
  });
}

/** Has the server look at the file. Repeated, it answers the same. */
export const finishUpload = (
  address: RecordAddress,
  evidenceId: string,
): Promise<{ state: EvidenceState; problem?: EvidenceProblem }> =>
  call("finishUpload", { ...address, evidenceId });

export const removeEvidence = (address: RecordAddress, evidenceId: string): Promise<unknown> =>
  call("removeEvidence", { ...address, evidenceId });

/**
 * Saves the file on the reader's computer.
 *
 * @throws CallError when the server refuses; TypeError when it cannot be reached
 */
export async function downloadEvidence(
  { entityId, recordId }: RecordAddress,
  { id, data }: Stored<Evidence>,
) {
  const response = await fetch(`/api/evidence-files/${entityId}/${recordId}/${id}`, {
    headers: { authorization: `Bearer ${await idToken()}` },
  });
  if (!response.ok) throw new CallError(String(response.status), await response.json());
  const address = URL.createObjectURL(await response.blob());
  const link = document.createElement("a");
  link.href = address;
  link.download = data.name;
  link.click();
  URL.revokeObjectURL(address);
}
