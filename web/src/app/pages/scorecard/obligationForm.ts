/** What the form of an obligation holds, what is wrong with it, and what it asks to be saved; pure. */
import { daysOf, isDay } from "#domain/calendar.ts";
import {
  commonSections,
  type Extension,
  type Obligation,
  type ObligationInput,
} from "#domain/halfYear/obligation.ts";
import { type ReportSection, SECTION_IDS } from "#domain/halfYearReport.ts";
import type { FieldError } from "../../../components/ErrorSummary.tsx";
import { dayFromTyped, typedFromDay } from "../../../forms/parse.ts";
import { told } from "./texts.ts";

export interface ExtensionValues {
  readonly key: string;
  readonly entityId: string;
  readonly dueOn: string;
  readonly reason: string;
  /** Of one that stands. */
  readonly granted?: Pick<Extension, "byName" | "at">;
}

export interface OwnSections {
  readonly key: string;
  readonly entityId: string;
  readonly sections: readonly ReportSection[];
}

export interface ObligationValues {
  /** As it was typed. */
  readonly dueOn: string;
  readonly sections: readonly ReportSection[];
  readonly entityIds: readonly string[];
  readonly extensions: readonly ExtensionValues[];
  readonly own: readonly OwnSections[];
}

export function valuesOfObligation(obligation: Obligation): ObligationValues {
  const terms = Object.entries(obligation.terms ?? {});
  return {
    dueOn: typedFromDay(obligation.dueOn),
    sections: commonSections(obligation),
    entityIds: obligation.entityIds,
    extensions: terms.flatMap(([entityId, { extension }]) =>
      extension
        ? [
            {
              ...{ key: entityId, entityId, dueOn: typedFromDay(extension.dueOn), reason: extension.reason },
              granted: { byName: extension.byName, at: extension.at },
            },
          ]
        : [],
    ),
    own: terms.flatMap(([entityId, { sections }]) =>
      sections ? [{ key: entityId, entityId, sections }] : [],
    ),
  };
}

export const extensionId = (index: number, part: "entity" | "due" | "reason"): string =>
  `extension-${index}-${part}`;
export const ownId = (index: number): string => `own-${index}-entity`;

/** Each leads to its control. */
export function obligationErrors(values: ObligationValues, periodId: string): FieldError[] {
  const dueOn = dayFromTyped(values.dueOn);
  const [, last] = daysOf(periodId);
  const seen = (items: readonly { readonly entityId: string }[], index: number) =>
    items.slice(0, index).some(({ entityId }) => entityId === items[index]?.entityId);
  const entityErrors = (items: readonly { readonly entityId: string }[], index: number, id: string) => [
    ...(items[index]?.entityId === "" ? [{ id, message: told("entityMissing") }] : []),
    ...(items[index]?.entityId !== "" && seen(items, index) ? [{ id, message: told("entityTwice") }] : []),
  ];
  return [
    ...(isDay(dueOn) ? [] : [{ id: "dueOn", message: told("dueOnWrong") }]),
    ...(isDay(dueOn) && dueOn <= last ? [{ id: "dueOn", message: told("dueOnEarly") }] : []),
    ...values.extensions.flatMap((extension, index): FieldError[] => {
      const until = dayFromTyped(extension.dueOn);
      const id = extensionId(index, "due");
      return [
        ...entityErrors(values.extensions, index, extensionId(index, "entity")),
        ...(isDay(until) ? [] : [{ id, message: told("newDueWrong") }]),
        ...(isDay(until) && isDay(dueOn) && until <= dueOn ? [{ id, message: told("newDueEarly") }] : []),
        ...(extension.reason.trim() === ""
          ? [{ id: extensionId(index, "reason"), message: told("reasonMissing") }]
          : []),
      ];
    }),
    ...values.own.flatMap((_, index) => entityErrors(values.own, index, ownId(index))),
  ];
}

/** Of values without errors. */
export function inputOf({ dueOn, sections, entityIds, extensions, own }: ObligationValues): ObligationInput {
  const named = [...new Set([...extensions, ...own].map(({ entityId }) => entityId))];
  const terms = named.map((id) => {
    const extension = extensions.find(({ entityId }) => entityId === id);
    const ownSections = own.find(({ entityId }) => entityId === id)?.sections;
    return [
      id,
      {
        ...(extension && {
          extension: { dueOn: dayFromTyped(extension.dueOn), reason: extension.reason.trim() },
        }),
        ...(ownSections && { sections: inOrder(ownSections) }),
      },
    ] as const;
  });
  return {
    ...{ dueOn: dayFromTyped(dueOn), sections: inOrder(sections), entityIds: [...entityIds] },
    terms: Object.fromEntries(terms),
  };
}

const inOrder = (sections: readonly ReportSection[]): ReportSection[] =>
  SECTION_IDS.filter((id) => sections.includes(id));
