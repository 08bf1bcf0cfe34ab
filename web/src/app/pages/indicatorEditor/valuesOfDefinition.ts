/** A definition as the editor's answers; `definitionFromValues` is the way back. */
import { formatNumber } from "#domain/format.ts";
import type { Condition, Definition, Rule, Target } from "#domain/indicator.ts";
import { typedFromCents, typedFromCount, typedFromDay } from "../../../forms/parse.ts";
import {
  blankCondition,
  blankIndicator,
  type ConditionValues,
  type IndicatorValues,
  isAmountField,
  type TargetValues,
  whereKeyOf,
} from "./IndicatorValues.ts";

function conditionValues(condition: Condition, index: number): ConditionValues {
  const blank = { ...blankCondition(`new:${index + 1}`), field: condition.field };
  if ("in" in condition) return { ...blank, test: "in", among: condition.in.map(String) };
  if ("present" in condition) return { ...blank, test: condition.present ? "filled" : "blank" };
  const typed = isAmountField(condition.field) ? typedFromCents : typedFromCount;
  return { ...blank, test: "atLeast", least: typed(condition.atLeast) };
}

const typedEach = (amounts: Readonly<Record<string, number>> = {}, typed: (amount: number) => string) =>
  Object.fromEntries(Object.entries(amounts).map(([key, amount]) => [key, typed(amount)]));

function targetValues(target: Target | undefined, isMoney: boolean): Partial<TargetValues> {
  if (!target) return { per: "none" };
  const typed = isMoney ? typedFromCents : typedFromCount;
  return {
    per: target.per,
    value: typed(target.value),
    atLeast: target.atLeast ?? false,
    currency: target.currency ?? "",
    baselineValue: target.baseline ? typed(target.baseline.value) : "",
    baselineYear: target.baseline ? String(target.baseline.year) : "",
    byYear: typedEach(target.byYear, typed),
    byEntity: typedEach(target.byEntity, typed),
  };
}

const countedValues = (rule: Rule): Partial<IndicatorValues> => {
  if (rule.source === "external") return {};
  return rule.source === "records" ? { source: rule.source, kind: rule.kind } : { source: rule.source };
};

/** What only some types have. */
function typeValues(definition: Definition): Partial<IndicatorValues> {
  switch (definition.type) {
    case "sum":
      return { sumOf: definition.of };
    case "distinct":
      return { distinctOf: definition.of };
    case "milestone":
      return {
        states: definition.states.map(({ id, nameEs, nameEn }) => ({ key: id, nameEs, nameEn })),
        achievedKey: definition.achievedState,
      };
    case "statistic":
      return {
        observations: definition.observations.map((observation, index) => ({
          key: `new:${index + 1}`,
          period: observation.period,
          value: formatNumber(observation.value, "es", 6),
          citation: observation.citation,
          link: observation.link ?? "",
          consultedOn: typedFromDay(observation.consultedOn),
        })),
      };
    default:
      return {};
  }
}

export function valuesOfDefinition(definition: Definition): IndicatorValues {
  const { type, lineId, rule, order, active, overlapsWith = [] } = definition;
  const { nameEs, nameEn, ruleEs, ruleEn, targetSourceEs, targetSourceEn } = definition;
  const blank = blankIndicator(order);
  const values: IndicatorValues = {
    ...blank,
    ...{ type, lineId, nameEs, nameEn, ruleEs, ruleEn, targetSourceEs, targetSourceEn, active, overlapsWith },
    public: definition.public ? "yes" : "no",
    ...("unitEs" in definition && { unitEs: definition.unitEs, unitEn: definition.unitEn }),
    ...("dimensions" in definition && { dimensions: definition.dimensions }),
    ...countedValues(rule),
    ...typeValues(definition),
  };
  const isMoney = definition.type === "sum" && definition.of === "money";
  const target = "target" in definition ? definition.target : undefined;
  return {
    ...values,
    target: { ...blank.target, ...targetValues(target, isMoney) },
    where: rule.source === "external" ? {} : { [whereKeyOf(values)]: rule.where.map(conditionValues) },
  };
}
