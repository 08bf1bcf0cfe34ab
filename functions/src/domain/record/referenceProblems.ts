/** Whether what a record names exists: entities, lines, activities, codes and partners. */
import type { CatalogueId, CatalogueItem, Catalogues } from "../catalogue.ts";
import type { Field } from "../fields.ts";
import type { Indicator } from "../indicator.ts";
import type { Problem } from "../problem.ts";
import { ENVELOPE } from "./envelope.ts";
import { DETAILS } from "./kinds.ts";
import type { BitacoraRecord } from "./record.ts";

/** The documents that a record may name, as far as they were found. */
export interface References {
  readonly catalogues: Catalogues;
  /** Ids of the record's partners that exist. */
  readonly partnerIds: ReadonlySet<string>;
  readonly indicators: readonly Indicator[];
}

const isCatalogue = (from: string, catalogues: Catalogues): from is CatalogueId => from in catalogues;

function itemProblem(path: string, id: unknown, items: readonly CatalogueItem[]): Problem[] {
  const item = items.find((known) => known.id === id);
  if (!item) return [{ path, code: "unknown-reference" }];
  return item.active ? [] : [{ path, code: "retired-reference" }];
}

function catalogueProblems(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
  prefix: string,
  { catalogues }: References,
): Problem[] {
  return Object.entries(fields).flatMap(([name, field]) => {
    const value = values[name];
    const { from } = field;
    if (value === undefined || from === undefined || !isCatalogue(from, catalogues)) return [];
    const path = `${prefix}${name}`;
    return Array.isArray(value)
      ? value.flatMap((id, index) => itemProblem(`${path}.${index}`, id, catalogues[from]))
      : itemProblem(path, value, catalogues[from]);
  });
}

function milestoneProblems(record: BitacoraRecord, { indicators }: References): Problem[] {
  if (record.kind !== "milestone") return [];
  const indicator = indicators.find(({ id }) => id === record.details.indicatorId);
  if (indicator?.type !== "milestone") return [{ path: "details.indicatorId", code: "unknown-reference" }];
  return indicator.states.some(({ id }) => id === record.details.stateId)
    ? []
    : [{ path: "details.stateId", code: "unknown-reference" }];
}

/** The references of a complete record that lead nowhere, or to something retired. */
export function referenceProblems(record: BitacoraRecord, references: References): Problem[] {
  const { catalogues, partnerIds } = references;
  const activity = catalogues.activities.find(({ id }) => id === record.activityId);
  return [
    ...itemProblem("entityId", record.entityId, catalogues.entities),
    ...catalogueProblems(ENVELOPE, record, "", references),
    ...catalogueProblems(DETAILS[record.kind], record.details, "details.", references),
    ...(activity && activity.parentId !== record.lineId
      ? [{ path: "activityId", code: "other-line" } as const]
      : []),
    ...(record.partnerIds ?? []).flatMap((id, index): Problem[] =>
      partnerIds.has(id) ? [] : [{ path: `partnerIds.${index}`, code: "unknown-reference" }],
    ),
    ...milestoneProblems(record, references),
  ];
}
