/** What records need and the sheet has no column for: asked once, for all rows. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import type { Kind } from "#domain/record/kinds.ts";
import { type ImportField, importFieldsOf } from "./importFields.ts";
import { KIND_DETAIL } from "./synonyms.ts";

export interface MissingField {
  readonly field: ImportField;
  /** Kinds that are answered together: they offer the same choices. */
  readonly kinds: readonly Kind[];
  readonly isNeeded: boolean;
}

/** The usual line and activity are taken where none is said; what no two rows share is not asked for all. */
const NOT_ASKED = ["title", "happenedOn", "lineId", "activityId"];

const ofAllRows = ({ path, field }: ImportField): boolean =>
  !NOT_ASKED.includes(path) && field.input !== "day" && field.input !== "count" && field.input !== "amount";

/** In the order of the forms. Why it is logged late is offered too, since it is often the same for a whole sheet. */
export function missingFields(
  mapping: ImportMapping,
  kinds: readonly Kind[],
  kindIsSaid: boolean,
): MissingField[] {
  const mapped = new Set(mapping.columns.map(({ to }) => to));
  const found: MissingField[] = [];
  for (const kind of kinds)
    for (const field of importFieldsOf([kind])) {
      const { path, neededBy, isConditional } = field;
      // A column that says the kind mostly says this as well; where it does not, the row is told.
      if (mapped.has(path) || !ofAllRows(field) || (kindIsSaid && KIND_DETAIL[kind] === path)) continue;
      const isNeeded = neededBy.length > 0 && !isConditional;
      if (!isNeeded && path !== "lateReason" && path !== "details.outcome") continue;
      const at = found.findIndex(
        (one) => one.field.path === path && String(one.field.field.options) === String(field.field.options),
      );
      const before = found[at];
      if (before) found[at] = { ...before, kinds: [...before.kinds, kind] };
      else found.push({ field, kinds: [kind], isNeeded });
    }
  return found;
}
