/** Drafts as this computer keeps them until Bitácora has them: every keystroke, also without a connection. */
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import type { RecordAddress } from "../../data/records.ts";
import type { KeptDraft } from "./DraftKeeper.ts";

export interface LocalDraft extends RecordAddress, KeptDraft {
  readonly kind: Kind;
}

const PREFIX = "bitacora/draft/";
const keyOf = (uid: string, { entityId, recordId }: RecordAddress): string =>
  `${PREFIX}${uid}/${entityId}/${recordId}`;

export const keepDraft = (uid: string, draft: LocalDraft): void =>
  localStorage.setItem(keyOf(uid, draft), JSON.stringify(draft));

export function keptDraft(uid: string, address: RecordAddress): LocalDraft | undefined {
  const text = localStorage.getItem(keyOf(uid, address));
  const draft: LocalDraft | undefined = text === null ? undefined : JSON.parse(text);
  return draft && KINDS.includes(draft.kind) ? draft : undefined;
}

export const forgetDraft = (uid: string, address: RecordAddress): void =>
  localStorage.removeItem(keyOf(uid, address));

/** All that this person has on this computer and Bitácora may not have yet. */
export function keptDrafts(uid: string): LocalDraft[] {
  const prefix = `${PREFIX}${uid}/`;
  return Object.keys(localStorage)
    .filter((key) => key.startsWith(prefix))
    .flatMap((key) => {
      const [entityId = "", recordId = ""] = key.slice(prefix.length).split("/");
      return keptDraft(uid, { entityId, recordId }) ?? [];
    });
}
