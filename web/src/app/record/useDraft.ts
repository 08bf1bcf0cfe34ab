/** A draft in a form: its keeper, kept while the form is open, and drawn again when it changes. */
import { useEffect, useMemo, useReducer } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../../data/read.ts";
import { valuesOf } from "../../forms/values.ts";
import { useApp } from "../context.ts";
import { DraftKeeper, type SaveState } from "./DraftKeeper.ts";
import { holdForm } from "./formLock.ts";
import { type LocalDraft, onKeptElsewhere } from "./localDrafts.ts";
import { heldOf, recordDraftStores } from "./recordDraftStores.ts";

/** What Bitácora does not have yet; the browser asks before the page is closed. */
const UNSAVED: readonly SaveState[] = ["local", "saving", "unreachable", "clash"];

/** Of a stored record and what this computer kept of it, at least one must be there. */
export function useDraft(
  stored: Stored<DraftRecord> | undefined,
  kept: LocalDraft | undefined,
  address: { entityId: string; recordId: string },
): DraftKeeper<LocalDraft> {
  const { session, reference } = useApp();
  const { uid } = session.actor;
  const [, draw] = useReducer((count: number) => count + 1, 0);
  // One keeper for as long as the form stands: its parent gives each record a form of its own.
  const keeper = useMemo(() => {
    const draft = kept ?? (stored && draftOf(stored, address));
    if (!draft) throw new Error(`there is no record ${address.entityId}/${address.recordId}`);
    return new DraftKeeper(draft, recordDraftStores(uid, reference), () => draw(0));
  }, []);
  useEffect(() => {
    keeper.adopt(heldOf(stored));
    draw(0);
    const release = holdForm(uid, address);
    const again = () => void keeper.flush();
    const warn = (event: BeforeUnloadEvent) => {
      if (UNSAVED.includes(keeper.state)) event.preventDefault();
    };
    const stop = onKeptElsewhere(address, (draft) => keeper.hear(draft));
    addEventListener("online", again);
    addEventListener("beforeunload", warn);
    return () => {
      stop();
      release();
      removeEventListener("online", again);
      removeEventListener("beforeunload", warn);
      keeper.close();
    };
  }, [keeper]);
  return keeper;
}

/**
 * Saves what is to be saved, for what belongs to the record: whether Bitácora took it.
 *
 * @throws TypeError when it cannot be reached
 */
export async function flushed(keeper: DraftKeeper<LocalDraft>): Promise<boolean> {
  const isSaved = await keeper.flush();
  if (keeper.state === "unreachable") throw new TypeError("Bitácora cannot be reached");
  return isSaved;
}

function draftOf({ data }: Stored<DraftRecord>, address: { entityId: string; recordId: string }): LocalDraft {
  const values = valuesOf(data);
  return { ...address, kind: data.kind, values, unread: {}, base: values, version: data.version };
}
