/**
 * Drafts as this computer keeps them until Bitácora has them: every keystroke, also without a connection.
 *
 * They are read once, when the app starts, and written to IndexedDB with each change; other tabs hear of it at once.
 */
import type { Kind } from "#domain/record/kinds.ts";
import type { RecordAddress } from "../../data/records.ts";
import type { LocalDatabase } from "../../local/localDatabase.ts";
import { addressKey } from "../../local/Outbox.ts";
import { watchWrite } from "../../local/refusedStorage.ts";
import type { KeptDraft } from "./DraftKeeper.ts";

export interface LocalDraft extends RecordAddress, KeptDraft {
  readonly kind: Kind;
}

interface Opened {
  readonly uid: string;
  readonly database: LocalDatabase;
  readonly drafts: Map<string, LocalDraft>;
  readonly channel: BroadcastChannel;
}

let opened: Opened | undefined;
/** Hear of every draft that comes or goes. */
const watchers = new Set<() => void>();
const tell = () => {
  for (const watcher of watchers) watcher();
};
const listeners = new Set<(draft: LocalDraft) => void>();

/** Must be done before any other function here is of use. */
export async function openDrafts(uid: string, database: LocalDatabase): Promise<void> {
  const kept = await database.getAll("drafts");
  opened?.channel.close();
  const drafts = new Map(kept.map((draft) => [addressKey(draft), draft]));
  const channel = new BroadcastChannel(`bitacora/drafts/${uid}`);
  channel.onmessage = ({ data }: MessageEvent<{ key: string; draft?: LocalDraft }>) => {
    if (!data.draft) {
      drafts.delete(data.key);
      return tell();
    }
    drafts.set(data.key, data.draft);
    tell();
    for (const listener of listeners) listener(data.draft);
  };
  opened = { uid, database, drafts, channel };
}

function at(uid: string): Opened {
  if (opened?.uid !== uid) throw new Error("the drafts of this account are not open");
  return opened;
}

export function keepDraft(uid: string, draft: LocalDraft): void {
  const { drafts, database, channel } = at(uid);
  const key = addressKey(draft);
  drafts.set(key, draft);
  watchWrite(database.put("drafts", draft, key));
  channel.postMessage({ key, draft });
  tell();
}

export const keptDraft = (uid: string, address: RecordAddress): LocalDraft | undefined =>
  at(uid).drafts.get(addressKey(address));

export function forgetDraft(uid: string, address: RecordAddress): void {
  const { drafts, database, channel } = at(uid);
  const key = addressKey(address);
  drafts.delete(key);
  void database.delete("drafts", key);
  channel.postMessage({ key });
  tell();
}

/** Calls the watcher whenever a draft is kept or forgotten, in whatever tab; returns what stops that. */
export function onDrafts(watcher: () => void): () => void {
  watchers.add(watcher);
  return () => watchers.delete(watcher);
}

/** All that this person has on this computer and Bitácora may not have yet. */
export const keptDrafts = (uid: string): LocalDraft[] => [...at(uid).drafts.values()];

/** Calls the listener when another tab of this person writes the draft; returns what stops that. */
export function onKeptElsewhere(address: RecordAddress, listener: (draft: LocalDraft) => void): () => void {
  const key = addressKey(address);
  const hear = (draft: LocalDraft) => void (addressKey(draft) === key && listener(draft));
  listeners.add(hear);
  return () => listeners.delete(hear);
}
