/** A definition as people read it, answer by answer: for its history. */

import { canonicalJson } from "#domain/canonicalJson.ts";
import { formatDay, formatNumber } from "#domain/format.ts";
import type { Condition, Definition, Rule, Target } from "#domain/indicator.ts";
import { itemOf, type Reference } from "../../../data/reference.ts";
import { both } from "../../../forms/fieldText.ts";
import { KIND_FORMS } from "../../../forms/kindForms.ts";
import { app } from "../../../i18n/app/app.ts";
import { type Bilingual, language, nameOf, say } from "../../../i18n/language.ts";
import { amountWords } from "../../../indicators/measures.ts";
import { targetWords } from "../../../indicators/targetWords.ts";
import { summableOptions } from "./CountedFields.tsx";
import { DISTINCT_FIELD } from "./countedTexts.ts";
import { type EditorField, YES_NO } from "./EditorField.ts";
import { isAmountField } from "./IndicatorValues.ts";
import { INDICATOR_FIELDS } from "./indicatorFields.ts";
import { type NamedField, namedFieldsOf } from "./namedFields.ts";
import { editorText } from "./texts.ts";

/** Fields of a definition that the form asks in several parts, or in words that need the form around them. */
const WHOLE: Readonly<Record<string, Bilingual>> = {
  rule: both("Qué cuenta", "What it counts"),
  target: both("Meta", "Target"),
  states: both("Estados", "States"),
  observations: both("Observaciones", "Observations"),
  dimensions: both("Desgloses", "Breakdowns"),
  order: both("Orden", "Order"),
};

/** In the order of the form, which does not ask the indicator's own place among the others. */
const NAMES = [
  ...["nameEs", "nameEn", "lineId", "type", "unitEs", "unitEn", "rule", "of", "overlapsWith", "dimensions"],
  ...["states", "achievedState", "observations", "ruleEs", "ruleEn", "target", "targetSourceEs"],
  ...["targetSourceEn", "public", "active"],
];

/** The fields that the definition has. */
export const definitionNames = (definition: Definition): string[] =>
  NAMES.filter((name) => Object.hasOwn(definition, name));

/** The fields in which two definitions differ. */
export function changedNames(before: Definition, after: Definition): string[] {
  const valueIn = (definition: object, name: string): unknown =>
    (definition as Readonly<Record<string, unknown>>)[name];
  return [...NAMES, "order"].filter(
    (name) => canonicalJson([valueIn(before, name)]) !== canonicalJson([valueIn(after, name)]),
  );
}

const asked = (name: string): EditorField | undefined =>
  (INDICATOR_FIELDS as Readonly<Record<string, EditorField>>)[name];

/** What a field of a definition is called. */
export function definitionLabel(name: string, { type }: Definition): string {
  const label = name === "of" && type === "distinct" ? DISTINCT_FIELD.text.label : WHOLE[name];
  return say(label ?? asked(name)?.text.label ?? { es: name, en: name });
}

function meaningOf(condition: Condition, field: NamedField | undefined): string {
  if ("present" in condition) return editorText(condition.present ? "conditionFilled" : "conditionBlank");
  if ("atLeast" in condition) {
    const least = isAmountField(condition.field) ? condition.atLeast / 100 : condition.atLeast;
    return editorText("conditionAtLeast", { value: formatNumber(least, language(), 2) });
  }
  const values = condition.in.map(
    (value) => field?.options.find(({ id }) => id === String(value))?.label ?? String(value),
  );
  return new Intl.ListFormat(language(), { type: "disjunction" }).format(values);
}

/** `Alcance: Bilateral o Multilateral`; a question is followed by its answer. */
function conditionWords(condition: Condition, rule: Rule, { catalogues }: Reference): string {
  const field = namedFieldsOf(rule, catalogues).find(({ path }) => path === condition.field);
  const name = field?.label ?? condition.field;
  return `${name}${name.endsWith("?") ? "" : ":"} ${meaningOf(condition, field)}`;
}

function ruleWords(rule: Rule, reference: Reference): string[] {
  if (rule.source === "external") return [editorText("countsNothing")];
  const source =
    rule.source === "records"
      ? say(KIND_FORMS[rule.kind].name)
      : say(INDICATOR_FIELDS["rule.source"].text.options[rule.source]);
  return [source, ...rule.where.map((condition) => conditionWords(condition, rule, reference))];
}

function targetLines(target: Target, { catalogues }: Reference): string[] {
  const each = (amounts: Readonly<Record<string, number>> = {}, name: (key: string) => string) =>
    Object.entries(amounts).map(([key, amount]) => `${name(key)}: ${amountWords(amount, target.currency)}`);
  const entityName = (id: string) => {
    const entity = itemOf(catalogues.entities, id);
    return entity ? nameOf(entity) : id;
  };
  return [targetWords(target), ...each(target.byYear, String), ...each(target.byEntity, entityName)];
}

function ofWords(definition: Definition): string {
  if (definition.type === "distinct") return editorText(`distinct_${definition.of}`);
  if (definition.type !== "sum") return "";
  return summableOptions(definition.rule.kind).find(({ id }) => id === definition.of)?.label ?? definition.of;
}

/** The answer in words, one thing a line; empty where the definition has none. */
export function definitionWords(name: string, definition: Definition, reference: Reference): string[] {
  const indicatorName = (id: string) => {
    const indicator = reference.indicators.find((one) => one.id === id);
    return indicator ? nameOf(indicator) : id;
  };
  const yesNo = (yes: boolean) => [say(yes ? YES_NO.yes : YES_NO.no)];
  const { type } = definition;
  switch (name) {
    case "type":
      return [say(INDICATOR_FIELDS.type.text.options[type])];
    case "lineId": {
      const line = itemOf(reference.catalogues.lines, definition.lineId);
      return [line ? nameOf(line) : definition.lineId];
    }
    case "rule":
      return ruleWords(definition.rule, reference);
    case "of":
      return [ofWords(definition)].filter((words) => words !== "");
    case "dimensions":
      return "dimensions" in definition
        ? definition.dimensions.map((dimension) => app(`by_${dimension}`))
        : [];
    case "target":
      return "target" in definition && definition.target ? targetLines(definition.target, reference) : [];
    case "states":
      return type === "milestone" ? definition.states.map(nameOf) : [];
    case "achievedState":
      return type === "milestone"
        ? definition.states.filter(({ id }) => id === definition.achievedState).map(nameOf)
        : [];
    case "observations":
      return type === "statistic"
        ? definition.observations.map(({ period, value, citation, consultedOn }) =>
            editorText("observationWords", {
              ...{ period, citation, value: formatNumber(value, language(), 6) },
              day: formatDay(consultedOn, language()),
            }),
          )
        : [];
    case "public":
      return yesNo(definition.public);
    case "active":
      return yesNo(definition.active);
    case "overlapsWith":
      return (definition.overlapsWith ?? []).map(indicatorName);
    default: {
      const value = (definition as unknown as Readonly<Record<string, unknown>>)[name];
      return value === undefined ? [] : [String(value)];
    }
  }
}
