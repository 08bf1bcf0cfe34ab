/** A problem of an indicator in a sentence: the words of all forms, and those of what only an indicator can get wrong. */
import type { Problem } from "#domain/problem.ts";
import type { Reference } from "../../../data/reference.ts";
import { both, type FieldText } from "../../../forms/fieldText.ts";
import { messageOf } from "../../../forms/messages.ts";
import { dayFromTyped } from "../../../forms/parse.ts";
import { type Bilingual, fill, language, nameOf, say } from "../../../i18n/language.ts";
import { DISTINCT_FIELD } from "./countedTexts.ts";
import { asMoney, type EditorField } from "./EditorField.ts";
import { type IndicatorValues, isAmountField, isMoney, whereOf } from "./IndicatorValues.ts";
import { type EditorName, editorFieldAt, INDICATOR_FIELDS } from "./indicatorFields.ts";

const ABOVE_ZERO = both("Revise {named}: debe ser mayor que cero", "Check {named}: it must be above zero");
const A_YEAR = both(
  "Escriba {named} con cuatro cifras, por ejemplo 2023",
  "Enter {named} in four figures, for example 2023",
);
const A_PERIOD = both(
  "Escriba {named} como 2025, 2025-S1 o 2025-03",
  "Enter {named} as 2025, 2025-S1 or 2025-03",
);
const OVERLAPS = both(
  "Este indicador cuenta lo mismo que {others}. Cambie lo que cuenta, o marque que así debe ser",
  "This indicator counts the same as {others}. Change what it counts, or tick that it is meant to",
);

const OWN: { readonly [Name in EditorName]?: { readonly [Code in Problem["code"]]?: Bilingual } } = {
  "rule.where.field": {
    twice: both(
      "Hay dos condiciones sobre el mismo dato: revise la {n}",
      "There are two conditions on the same field: check number {n}",
    ),
  },
  "observations.period": {
    "not-a-choice": A_PERIOD,
    "too-long": A_PERIOD,
    twice: both(
      "Hay dos observaciones del mismo periodo: cambie o quite la {n}",
      "There are two observations of the same period: change or remove number {n}",
    ),
  },
  "observations.value": {
    "not-whole": both(
      "Escriba {named} solo con números, por ejemplo 1.385,5",
      "Enter {named} in figures alone, for example 1.385,5",
    ),
  },
  "target.value": { "too-small": ABOVE_ZERO },
  "target.byYear": { "too-small": ABOVE_ZERO },
  "target.byEntity": { "too-small": ABOVE_ZERO },
  "target.baseline.value": {
    "too-large": both(
      "Revise la línea de base: debe ser menor que la meta",
      "Check the baseline: it must be below the target",
    ),
  },
  "target.baseline.year": { "not-whole": A_YEAR, "too-small": A_YEAR, "too-large": A_YEAR },
};

const AMOUNTS: readonly EditorName[] = [
  "target.value",
  "target.baseline.value",
  "target.byYear",
  "target.byEntity",
];

/** The field behind a path, with its number or name in its words. */
export function fieldAt(
  path: string,
  values: IndicatorValues,
  reference: Pick<Reference, "catalogues">,
): { readonly name: EditorName; readonly n: string; readonly field: EditorField } | undefined {
  const found = editorFieldAt(path);
  if (!found) return undefined;
  const { name } = found;
  const entity = name === "target.byEntity" && reference.catalogues.entities.find(({ id }) => id === found.n);
  const n = entity ? nameOf(entity) : found.n;
  const isDistinct = name === "of" && values.type === "distinct";
  const { field, text }: EditorField = isDistinct ? DISTINCT_FIELD : INDICATOR_FIELDS[name];
  const filled = (words: Bilingual): Bilingual => ({ es: fill(words.es, { n }), en: fill(words.en, { n }) });
  const words: FieldText = { ...text, label: filled(text.label), named: filled(text.named) };
  const condition = name === "rule.where.atLeast" ? whereOf(values)[Number(n) - 1] : undefined;
  const isAmount = isAmountField(condition?.field ?? "") || (AMOUNTS.includes(name) && isMoney(values));
  const asked: EditorField = { field, text: words };
  return { name, n, field: isAmount ? asMoney(asked) : asked };
}

/** «A», «B» y «C». */
function listOf(ids: readonly string[], { indicators }: Pick<Reference, "indicators">): string {
  const names = ids.map((id) => {
    const indicator = indicators.find((one) => one.id === id);
    const name = indicator ? nameOf(indicator) : id;
    return language() === "es" ? `«${name}»` : `“${name}”`;
  });
  return new Intl.ListFormat(language(), { type: "conjunction" }).format(names);
}

export function indicatorMessage(problem: Problem, values: IndicatorValues, reference: Reference): string {
  const { path, code, limit, others = [] } = problem;
  if (code === "overlaps") return say(OVERLAPS, { others: listOf(others, reference) });
  const found = fieldAt(path, values, reference);
  if (!found) return path;
  const { name, n, field } = found;
  const own = limit === undefined || name !== "target.baseline.value" ? OWN[name]?.[code] : undefined;
  if (own) return say(own, { named: say(field.text.named), n });
  const observation = name === "observations.consultedOn" ? values.observations[Number(n) - 1] : undefined;
  return messageOf(
    problem,
    { path, ...field, needed: true },
    observation ? { [path]: dayFromTyped(observation.consultedOn) } : {},
  );
}
