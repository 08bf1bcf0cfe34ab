/** Where drafts of records go: to this computer at once, and to Bitácora. */
import type { DraftRecord } from "#domain/record/record.ts";
import { EDITABLE_STATES } from "#domain/record/states.ts";
import type { Stored } from "../../data/read.ts";
import { createDraft, loadRecord, updateDraft } from "../../data/records.ts";
import type { Reference } from "../../data/reference.ts";
import { writtenValues } from "../../forms/formCheck.ts";
import { valuesOf } from "../../forms/values.ts";
import { checkContext } from "../context.ts";
import type { DraftStores, Held } from "./DraftKeeper.ts";
import { forgetDraft, keepDraft, type LocalDraft } from "./localDrafts.ts";

export const recordDraftStores = (uid: string, reference: Reference): DraftStores<LocalDraft> => ({
  create: (draft, values) => createDraft(draft, draft.kind, values),
  update: (draft, change) => updateDraft(draft, change),
  load: async (draft) => heldOf(await loadRecord(draft)),
  keep: (draft) => keepDraft(uid, draft),
  forget: (draft) => forgetDraft(uid, draft),
  written: (draft) => writtenValues(draft, checkContext(reference)),
});

export const heldOf = (stored: Stored<DraftRecord> | undefined): Held | undefined =>
  stored && {
    values: valuesOf(stored.data),
    version: stored.data.version,
    isEditable: EDITABLE_STATES.includes(stored.data.state),
  };
