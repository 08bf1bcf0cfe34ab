/** What the editor of indicators holds: every answer as it was typed, those of other types and sources too. */
import type { Currency, Dimension, IndicatorType, Rule, Target } from "#domain/indicator.ts";
import type { Kind } from "#domain/record/kinds.ts";

export const TESTS = ["in", "atLeast", "filled", "blank"] as const;
/** What a condition asks of its field: one of some values, at least a number, to be filled in or not. */
export type Test = (typeof TESTS)[number];

/** Items of a list bear a key of their own, so that one can be taken away without the others losing their place. */
export interface ConditionValues {
  readonly key: string;
  readonly field: string;
  readonly test: Test | "";
  readonly among: readonly string[];
  readonly least: string;
}

export interface StateValues {
  /** The state's id; of one that is not saved yet, anything that no id can be. */
  readonly key: string;
  readonly nameEs: string;
  readonly nameEn: string;
}

export interface ObservationValues {
  readonly key: string;
  readonly period: string;
  readonly value: string;
  readonly citation: string;
  readonly link: string;
  readonly consultedOn: string;
}

export interface TargetValues {
  readonly per: Target["per"] | "none" | "";
  readonly value: string;
  readonly atLeast: boolean;
  readonly currency: Currency | "";
  readonly baselineValue: string;
  readonly baselineYear: string;
  /** What the source allots, by year and by entity; blank for what it does not. */
  readonly byYear: Readonly<Record<string, string>>;
  readonly byEntity: Readonly<Record<string, string>>;
}

export const TEXTS = [
  "nameEs",
  "nameEn",
  "unitEs",
  "unitEn",
  "ruleEs",
  "ruleEn",
  "targetSourceEs",
  "targetSourceEn",
] as const;

export interface IndicatorValues extends Readonly<Record<(typeof TEXTS)[number], string>> {
  readonly type: IndicatorType;
  readonly lineId: string;
  /** Counts alone choose it: sums and distinct counts are of records. */
  readonly source: Exclude<Rule["source"], "external">;
  readonly kind: Kind | "";
  /** By what is counted, so that another choice loses none and shows none that makes no sense there. */
  readonly where: Readonly<Record<string, readonly ConditionValues[]>>;
  readonly sumOf: string;
  readonly distinctOf: string;
  readonly dimensions: readonly Dimension[];
  readonly states: readonly StateValues[];
  readonly achievedKey: string;
  readonly observations: readonly ObservationValues[];
  readonly target: TargetValues;
  readonly public: "yes" | "no" | "";
  readonly active: boolean;
  readonly order: number;
  readonly overlapsWith: readonly string[];
}

const NO_TARGET: TargetValues = {
  ...{ per: "", value: "", atLeast: false, currency: "" },
  ...{ baselineValue: "", baselineYear: "", byYear: {}, byEntity: {} },
};

/** A new indicator: a count of records, the most usual, and nothing else answered. */
export const blankIndicator = (order: number): IndicatorValues => ({
  ...{ nameEs: "", nameEn: "", unitEs: "", unitEn: "", ruleEs: "", ruleEn: "" },
  ...{ targetSourceEs: "", targetSourceEn: "", type: "count", lineId: "", source: "records", kind: "" },
  ...{ where: {}, sumOf: "", distinctOf: "", dimensions: [], achievedKey: "", observations: [] },
  states: [blankState("new:1"), blankState("new:2")],
  target: NO_TARGET,
  ...{ public: "", active: true, order, overlapsWith: [] },
});

export const blankCondition = (key: string): ConditionValues => ({
  ...{ key, field: "", test: "", among: [], least: "" },
});
export const blankState = (key: string): StateValues => ({ key, nameEs: "", nameEn: "" });
export const blankObservation = (key: string): ObservationValues => ({
  ...{ key, period: "", value: "", citation: "", link: "", consultedOn: "" },
});

/** A key that none of the items has, and no id can be. */
export function newKey(items: readonly { readonly key: string }[]): string {
  const used = items.map(({ key }) => Number(key.replace("new:", ""))).filter(Number.isInteger);
  return `new:${Math.max(0, ...used) + 1}`;
}

/** The source and kind that the answers come to. */
export function countedOf({ type, source, kind }: IndicatorValues): {
  readonly source: Rule["source"];
  readonly kind?: Kind | "";
} {
  if (type === "statistic") return { source: "external" };
  if (type === "milestone") return { source: "records", kind: "milestone" };
  return type === "count" && source !== "records" ? { source } : { source: "records", kind };
}

/** Under which key the conditions of the answers lie. */
export const whereKeyOf = (values: IndicatorValues): string => {
  const { source, kind } = countedOf(values);
  return kind ?? source;
};
export const whereOf = (values: IndicatorValues): readonly ConditionValues[] =>
  values.where[whereKeyOf(values)] ?? [];

/** Whether amounts are money, and so are typed with cents. */
export const isMoney = ({ type, sumOf }: Pick<IndicatorValues, "type" | "sumOf">): boolean =>
  type === "sum" && sumOf === "money";

/** Fields carry their unit: these hold minor units of a currency. */
export const isAmountField = (path: string): boolean => path.endsWith("Cents");
