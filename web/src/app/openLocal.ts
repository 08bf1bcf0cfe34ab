/** What this computer holds for the person at work: drafts, what is on its way, and the records to be listed. */
import { CallError, call, newRequestId } from "../data/call.ts";
import { isUnreachable } from "../data/isUnreachable.ts";
import { recordSource } from "../data/recordSource.ts";
import { loadRecord, type RecordAddress } from "../data/records.ts";
import type { Reference } from "../data/reference.ts";
import type { Session } from "../data/session.ts";
import { hasKeptFiles } from "../local/keptFiles.ts";
import { localDatabase } from "../local/localDatabase.ts";
import { Mirror } from "../local/Mirror.ts";
import { type Attempt, addressKey, type Flushed, Outbox, type Queued } from "../local/Outbox.ts";
import { scopesOf } from "../local/scopesOf.ts";
import { DraftKeeper } from "./record/DraftKeeper.ts";
import { forgetDraft, keptDraft, keptDrafts, openDrafts } from "./record/localDrafts.ts";
import { recordDraftStores } from "./record/recordDraftStores.ts";

export interface Local {
  readonly mirror: Mirror;
  readonly outbox: Outbox;
  /** Sends the drafts and files that no form is sending; whether something went out. */
  readonly sendKept: () => Promise<boolean>;
}

export async function openLocal({ actor }: Session, reference: Reference): Promise<Local> {
  const database = await localDatabase(actor.uid);
  await openDrafts(actor.uid, database);
  const outbox = new Outbox(await database.getAll("outbox"), {
    keep: (queued) => database.put("outbox", queued, addressKey(queued)),
    kept: (address) => database.get("outbox", addressKey(address)),
    drop: (queued) => database.delete("outbox", addressKey(queued)),
    newId: newRequestId,
    flush: (address) => flush(actor.uid, reference, address),
    submit: (queued) => submit(actor.uid, queued),
    alone: (run) =>
      navigator.locks.request(`bitacora/outbox/${actor.uid}`, { ifAvailable: true }, async (lock) => {
        if (lock) await run();
      }),
  });
  return {
    outbox,
    mirror: await Mirror.open(database, scopesOf(actor), recordSource),
    sendKept: async () => {
      if (keptDrafts(actor.uid).length + (await database.count("files")) === 0) return false;
      const { sendKept } = await import("./sendKept.ts");
      const isQueued = (address: RecordAddress) => outbox.find(address) !== undefined;
      const result = await navigator.locks.request(
        `bitacora/kept/${actor.uid}`,
        { ifAvailable: true },
        (lock) => lock && sendKept(actor.uid, isQueued, (address) => flush(actor.uid, reference, address)),
      );
      return result ?? false;
    },
  };
}

/** Saves what is kept of a draft, and sends its files, as its form would. */
async function flush(uid: string, reference: Reference, address: RecordAddress): Promise<Flushed> {
  const saved = await save(uid, reference, address);
  if (saved.is !== "saved" || !(await hasKeptFiles(uid, address))) return saved;
  const { sendKeptFiles } = await import("./record/evidence/sendKeptFiles.ts");
  const is = await sendKeptFiles(uid, address);
  if (is === "sent") return saved;
  return is === "waits" ? { is } : { is, reason: "file-refused" };
}

async function save(uid: string, reference: Reference, address: RecordAddress): Promise<Flushed> {
  const kept = keptDraft(uid, address);
  if (kept) {
    const keeper = new DraftKeeper(kept, recordDraftStores(uid, reference), () => {});
    const isSaved = await keeper.flush();
    keeper.close();
    if (isSaved) return { is: "saved", version: keeper.draft.version };
    return keeper.state === "unreachable" ? { is: "waits" } : { is: "stuck", reason: keeper.state };
  }
  try {
    const record = await loadRecord(address);
    return record ? { is: "saved", version: record.data.version } : { is: "stuck", reason: "not-found" };
  } catch (error) {
    if (isUnreachable(error)) return { is: "waits" };
    throw error;
  }
}

/** A call that may be made again: the server is busy, or wants the person to sign in anew. */
const LATER = ["UNAUTHENTICATED", "UNAVAILABLE", "RESOURCE_EXHAUSTED", "DEADLINE_EXCEEDED"];
const EXPIRED = ["auth/user-token-expired", "auth/user-disabled", "auth/invalid-user-token"];

async function submit(uid: string, queued: Queued & { version: number }): Promise<Attempt> {
  const { entityId, recordId, version, requestId } = queued;
  try {
    await call("submitRecord", { entityId, recordId, version, requestId });
  } catch (error) {
    if (error instanceof CallError) {
      if (LATER.includes(error.status)) return { is: "waits" };
      return { is: "stuck", reason: error.reason ?? "failed", problems: error.problems };
    }
    const isExpired = error instanceof Error && "code" in error && EXPIRED.includes(String(error.code));
    if (isUnreachable(error) || isExpired) return { is: "waits" };
    throw error;
  }
  forgetDraft(uid, queued);
  return { is: "sent" };
}
