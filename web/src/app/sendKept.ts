/** Sends the drafts and files that this computer has kept and no form is sending: those that were closed without a connection. */
import type { RecordAddress } from "../data/records.ts";
import { ownersOfKeptFiles } from "../local/keptFiles.ts";
import { addressKey, type Flushed } from "../local/Outbox.ts";
import { unlessFormOpen } from "./record/formLock.ts";
import { keptDraft, keptDrafts, type LocalDraft } from "./record/localDrafts.ts";

/** Those that a person has to look at, with the draft as it was then: until it is another, they are not tried again. */
const stuck = new Map<string, LocalDraft | undefined>();

/**
 * @param isQueued - whether the outbox sends it
 * @param flush - saves the draft and sends its files
 * @returns whether something went out
 */
export async function sendKept(
  uid: string,
  isQueued: (address: RecordAddress) => boolean,
  flush: (address: RecordAddress) => Promise<Flushed>,
): Promise<boolean> {
  const all = new Map(
    [...keptDrafts(uid), ...(await ownersOfKeptFiles(uid))].map((address) => [addressKey(address), address]),
  );
  let hasSent = false;
  for (const [key, address] of all) {
    const name = `${uid} ${key}`;
    const isSame = stuck.has(name) && stuck.get(name) === keptDraft(uid, address);
    if (isQueued(address) || isSame) continue;
    let is: Flushed["is"] | undefined;
    await unlessFormOpen(uid, address, async () => {
      ({ is } = await flush(address));
    });
    if (is === "waits") break;
    if (is === "stuck") stuck.set(name, keptDraft(uid, address));
    hasSent ||= is === "saved";
  }
  return hasSent;
}
