/** What an entry of a record's history changed, in the reader's words: the form's labels, values as they are shown. */

import { valueAt } from "#domain/changesOf.ts";
import type { HistoryEntry } from "#domain/historyEntry.ts";
import { draftRecordSchema } from "#domain/record/record.ts";
import type { Reference } from "../../data/reference.ts";
import { type FormField, formFieldsOf } from "../../forms/formFields.ts";
import { isBlank } from "../../forms/isBlank.ts";
import { type Value, valuesOf } from "../../forms/values.ts";
import { say } from "../../i18n/language.ts";
import type { Linkable } from "./options.ts";
import { showValue } from "./showValue.ts";
import { viewText } from "./viewTexts.ts";

export interface ChangedField {
  readonly path: string;
  readonly label: string;
  readonly was: string;
  readonly is: string;
}

/** What the Office says of a record, which no form asks its entity. */
const OF_REVIEW = {
  "review.strategic": "historyStrategic",
  "review.strategicReason": "historyStrategicReason",
} as const;

const isOfReview = (path: string): path is keyof typeof OF_REVIEW => Object.hasOwn(OF_REVIEW, path);

const plain = (value: unknown): string => {
  if (typeof value === "boolean") return viewText(value ? "historyYes" : "historyNo");
  return value === null || value === undefined || value === "" ? viewText("historyNothing") : String(value);
};

/** In the form's order; what follows from other fields, and the state, which the entry's own word tells, are left out. */
export function changedFieldsOf(
  { before, after }: Pick<HistoryEntry, "before" | "after">,
  reference: Reference,
  links: Linkable,
): ChangedField[] {
  const record = draftRecordSchema.parse(after);
  const values = valuesOf(record);
  const shown = (formField: FormField, value: unknown): string =>
    value === null || value === undefined || isBlank(value as Value)
      ? viewText("historyNothing")
      : showValue(
          formField,
          value as Value,
          { kind: record.kind, entityId: record.entityId, values },
          reference,
          links,
        );
  const typed = formFieldsOf(record.kind)
    .filter(({ path }) => path in before)
    .map((formField) => ({
      path: formField.path,
      label: say(formField.text.label),
      was: shown(formField, before[formField.path]),
      is: shown(formField, valueAt(after, formField.path)),
    }));
  const decided = Object.keys(before)
    .filter(isOfReview)
    .map((path) => ({
      path,
      label: viewText(OF_REVIEW[path]),
      was: plain(before[path]),
      is: plain(valueAt(after, path)),
    }));
  return [...typed, ...decided];
}
