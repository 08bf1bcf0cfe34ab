/** The editor's answers as a definition, or as near to one as they come: the domain's check says what is wrong. */
import { DIMENSIONS, type Dimension } from "#domain/indicator.ts";
import { DETAILS, KINDS, type Kind } from "#domain/record/kinds.ts";
import { centsFromTyped, countFromTyped, dayFromTyped, decimalFromTyped } from "../../../forms/parse.ts";
import {
  type ConditionValues,
  countedOf,
  type IndicatorValues,
  isAmountField,
  isMoney,
  type ObservationValues,
  type StateValues,
  TEXTS,
  whereOf,
} from "./IndicatorValues.ts";
import { idFromName } from "./idFromName.ts";

type Read = (typed: string) => number | undefined;

/** The number, below zero too; absent for a blank; what is no number stays as it was typed, for the check to say so. */
function numberFrom(typed: string, read: Read): number | string | undefined {
  const text = typed.trim();
  if (text === "") return undefined;
  const isNegative = /^[-−]/.test(text);
  const number = read(isNegative ? text.slice(1) : text);
  if (number === undefined) return text;
  return isNegative ? -number : number;
}

/** Without what is absent. */
const present = (object: Readonly<Record<string, unknown>>) =>
  Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined));

const written = (text: string): string | undefined => text.trim() || undefined;

const asChoice = (value: string): string | boolean =>
  value === "true" || value === "false" ? value === "true" : value;

function conditionFrom({ field, test, among, least }: ConditionValues): unknown {
  if (test === "in") return { field, in: among.map(asChoice) };
  if (test === "atLeast")
    return present({
      field,
      atLeast: numberFrom(least, isAmountField(field) ? centsFromTyped : countFromTyped),
    });
  return { field, present: test === "filled" };
}

const isDetail = (dimension: Dimension): boolean => KINDS.some((kind) => dimension in DETAILS[kind]);

/** The ways in which what is counted can be broken down: a detail is only its own kinds'. */
export function dimensionsFor(values: IndicatorValues): Dimension[] {
  const { source, kind } = countedOf(values);
  if (source !== "records" || values.type === "milestone" || !kind) return [];
  return DIMENSIONS.filter((dimension) => !isDetail(dimension) || dimension in DETAILS[kind as Kind]);
}

function targetFrom(values: IndicatorValues): unknown {
  const { per, value, atLeast, currency, baselineValue, baselineYear, byYear, byEntity } = values.target;
  if (per === "" || per === "none") return undefined;
  const read = isMoney(values) ? centsFromTyped : countFromTyped;
  const each = (amounts: Readonly<Record<string, string>>) => {
    const given = present(
      Object.fromEntries(Object.entries(amounts).map(([key, typed]) => [key, numberFrom(typed, read)])),
    );
    return Object.keys(given).length > 0 ? given : undefined;
  };
  const hasBaseline = per === "strategy" && (written(baselineValue) ?? written(baselineYear)) !== undefined;
  return present({
    per,
    value: numberFrom(value, read),
    atLeast: atLeast || undefined,
    currency: isMoney(values) ? written(currency) : undefined,
    baseline: hasBaseline
      ? present({
          value: numberFrom(baselineValue, read),
          year: numberFrom(baselineYear, countFromTyped),
        })
      : undefined,
    byYear: each(byYear),
    byEntity: each(byEntity),
  });
}

/** The ids of the states by their keys: those that are saved keep theirs. */
function stateIds(states: readonly StateValues[]): ReadonlyMap<string, string> {
  const isNew = (key: string) => key.startsWith("new:");
  const taken = new Set(states.map(({ key }) => key).filter((key) => !isNew(key)));
  return new Map(
    states.map(({ key, nameEs }) => {
      const id = isNew(key) ? idFromName(nameEs, taken) : key;
      taken.add(id);
      return [key, id];
    }),
  );
}

const observationFrom = (observation: ObservationValues) =>
  present({
    period: observation.period.trim(),
    value: numberFrom(observation.value, decimalFromTyped),
    citation: observation.citation.trim(),
    link: written(observation.link),
    consultedOn: dayFromTyped(observation.consultedOn),
  });

/** In the order of their periods, as a definition holds them. */
export const inOrder = (observations: readonly ObservationValues[]): ObservationValues[] =>
  observations.toSorted((a, b) => a.period.trim().localeCompare(b.period.trim()));

/** What only some types have. */
function typeFields(values: IndicatorValues): Record<string, unknown> {
  const measured = { unitEs: values.unitEs.trim(), unitEn: values.unitEn.trim(), target: targetFrom(values) };
  const possible = dimensionsFor(values);
  const dimensions = values.dimensions.filter((dimension) => possible.includes(dimension));
  switch (values.type) {
    case "count":
      return { ...measured, dimensions };
    case "sum":
      return { ...measured, dimensions, of: values.sumOf };
    case "distinct":
      return { ...measured, dimensions, of: values.distinctOf };
    case "milestone": {
      const ids = stateIds(values.states);
      return {
        states: values.states.map(({ key, nameEs, nameEn }) => ({
          id: ids.get(key),
          nameEs: nameEs.trim(),
          nameEn: nameEn.trim(),
        })),
        achievedState: ids.get(values.achievedKey) ?? "",
      };
    }
    case "statistic":
      return { ...measured, observations: values.observations.map(observationFrom) };
  }
}

/** What would be saved. Observations are taken in the order in which they stand. */
export function definitionFromValues(values: IndicatorValues): Record<string, unknown> {
  const counted = countedOf(values);
  return present({
    type: values.type,
    lineId: values.lineId,
    ...Object.fromEntries(
      TEXTS.filter((name) => !name.startsWith("unit")).map((name) => [name, values[name].trim()]),
    ),
    ...typeFields(values),
    rule: counted.source === "external" ? counted : { ...counted, where: whereOf(values).map(conditionFrom) },
    public: values.public === "" ? undefined : values.public === "yes",
    active: values.active,
    order: values.order,
    overlapsWith: values.overlapsWith.length > 0 ? values.overlapsWith : undefined,
  });
}
