/** A draft in a form: its keeper, kept while the form is open, and drawn again when it changes. */
import { useEffect, useMemo, useReducer } from "preact/hooks";
import type { DraftRecord } from "#domain/record/record.ts";
import { EDITABLE_STATES } from "#domain/record/states.ts";
import type { Stored } from "../../data/read.ts";
import { createDraft, loadRecord, updateDraft } from "../../data/records.ts";
import { writtenValues } from "../../forms/formCheck.ts";
import { valuesOf } from "../../forms/values.ts";
import { checkContext, useApp } from "../context.ts";
import { DraftKeeper, type DraftStores, type Held } from "./DraftKeeper.ts";
import { forgetDraft, keepDraft, type LocalDraft } from "./localDrafts.ts";

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
    const stores: DraftStores<LocalDraft> = {
      create: (draft, values) => createDraft(draft, draft.kind, values),
      update: (draft, change) => updateDraft(draft, change),
      load: async (draft) => heldOf(await loadRecord(draft)),
      keep: (draft) => keepDraft(uid, draft),
      forget: (draft) => forgetDraft(uid, draft),
      written: (draft) => writtenValues(draft, checkContext(reference)),
    };
    const draft = kept ?? (stored && draftOf(stored, address));
    if (!draft) throw new Error(`there is no record ${address.entityId}/${address.recordId}`);
    return new DraftKeeper(draft, stores, () => draw(0));
  }, []);
  useEffect(() => {
    keeper.adopt(heldOf(stored));
    draw(0);
    const again = () => void keeper.flush();
    addEventListener("online", again);
    return () => {
      removeEventListener("online", again);
      keeper.close();
    };
  }, [keeper]);
  return keeper;
}

function draftOf({ data }: Stored<DraftRecord>, address: { entityId: string; recordId: string }): LocalDraft {
  const values = valuesOf(data);
  return { ...address, kind: data.kind, values, unread: {}, base: values, version: data.version };
}

const heldOf = (stored: Stored<DraftRecord> | undefined): Held | undefined =>
  stored && {
    values: valuesOf(stored.data),
    version: stored.data.version,
    isEditable: EDITABLE_STATES.includes(stored.data.state),
  };
