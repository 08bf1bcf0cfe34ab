/** What of a record repeats when the same thing is logged once more: all but its days, its files and its outcome. */

import type { Field, Fields } from "#domain/fields.ts";
import { ENVELOPE } from "#domain/record/envelope.ts";
import { DETAILS } from "#domain/record/kinds.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { type Values, valuesOf } from "../../forms/values.ts";

/** What belongs to the one record that was copied. */
const OWN = ["fileNumber", "lateReason", "details.outcome", "details.followUp", "details.document"];

export function copyOf(record: DraftRecord): Values {
  const details: Fields = DETAILS[record.kind];
  const envelope: Fields = ENVELOPE;
  const fieldAt = (path: string): Field | undefined =>
    path.startsWith("details.") ? details[path.slice("details.".length)] : envelope[path];
  return Object.fromEntries(
    Object.entries(valuesOf(record)).filter(
      ([path]) => fieldAt(path)?.input !== "day" && !OWN.includes(path),
    ),
  );
}
