/** What is wrong with a field, in the reader's language: what was expected, and what to do. */
import { formatLongDay } from "#domain/format.ts";
import type { Problem, ProblemCode } from "#domain/problem.ts";
import { type Bilingual, language, say } from "../i18n/language.ts";
import { wholeNumber } from "../i18n/wholeNumber.ts";
import { both } from "./fieldText.ts";
import type { FormField } from "./formFields.ts";
import { typedFromCents, typedFromDay } from "./parse.ts";
import type { Values } from "./values.ts";

/** `{named}` is the field with its article; `{limit}` the bound, `{value}` the day that was typed. */
export const MESSAGES: Readonly<Record<ProblemCode, Bilingual>> = {
  missing: both("Escriba {named}", "Enter {named}"),
  "too-long": both(
    "Acorte {named}: caben {limit} caracteres",
    "Shorten {named}: there is room for {limit} characters",
  ),
  "too-many": both("Deje máximo {limit} en {named}", "Keep at most {limit} in {named}"),
  "too-large": both("Revise {named}: lo máximo es {limit}", "Check {named}: the most is {limit}"),
  "too-small": both("Revise {named}: no puede ser menor que cero", "Check {named}: it cannot be below zero"),
  "not-whole": both(
    "Escriba {named} solo con números, por ejemplo {example}",
    "Enter {named} in figures alone, for example {example}",
  ),
  "not-a-day": both(
    "Escriba {named} con día, mes y año, por ejemplo 27/2/2024",
    "Enter {named} with day, month and year, for example 27/2/2024",
  ),
  "no-such-day": both("El {value} no existe. Revise {named}", "{value} does not exist. Check {named}"),
  "not-a-link": both(
    "Escriba {named} completo, por ejemplo https://bogota.gov.co",
    "Enter {named} in full, for example https://bogota.gov.co",
  ),
  "not-a-choice": both("Elija de nuevo {named}", "Choose {named} again"),
  unexpected: both(
    "Borre y vuelva a escribir {named}: no lo pudimos leer",
    "Clear and enter {named} again: we could not read it",
  ),
  "in-the-future": both(
    "El {value} todavía no llega. Revise {named}",
    "{value} is still to come. Check {named}",
  ),
  "too-early": both(
    "Revise {named}: para este tipo de registro el primer año es {year}",
    "Check {named}: for this kind of record the first year is {year}",
  ),
  "before-start": both("Revise {named}: queda antes del inicio", "Check {named}: it lies before the start"),
  "too-far": both(
    "Revise {named}: la ley permite máximo {limit} años",
    "Check {named}: the law allows {limit} years at most",
  ),
  "late-reason-missing": both(
    "Escriba por qué se registra ahora: el informe de ese semestre ya venció",
    "Enter why it is logged now: that half-year's report has fallen due",
  ),
  "ground-missing": both(
    "Escriba la norma que permite que no sea público",
    "Enter the law that allows it not to be public",
  ),
  "unknown-reference": both(
    "Elija de nuevo {named}: lo que estaba ya no existe",
    "Choose {named} again: what was there no longer exists",
  ),
  "retired-reference": both(
    "Elija de nuevo {named}: lo que estaba ya no se usa",
    "Choose {named} again: what was there is no longer used",
  ),
  "other-line": both(
    "Esa actividad es de otra línea. Cambie la actividad o la línea de acción",
    "That activity belongs to another line. Change the activity or the line of action",
  ),
  "own-entity": both(
    "Quite su propia entidad de {named}: ya es la que registra",
    "Remove your own entity from {named}: it is the one that logs",
  ),
  twice: both(
    "Hay una entidad repetida en {named}. Deje una sola",
    "An entity is repeated in {named}. Keep one",
  ),
  "unknown-field": both(
    "Elija de nuevo {named}: lo que estaba no existe en lo que se cuenta",
    "Choose {named} again: what was there does not exist in what is counted",
  ),
  overlaps: both(
    "Revise {named}: cuenta lo mismo que otro indicador",
    "Check {named}: it counts the same as another indicator",
  ),
};

const CHOOSE = both("Elija {named}", "Choose {named}");
const MISSING_DAY = both("Escriba {named}, por ejemplo 27/2/2024", "Enter {named}, for example 27/2/2024");
/** Questions ask for an answer, not for "the who may know it". */
const MISSING_DISCLOSURE = both(
  "Elija si este registro es público, clasificado o reservado",
  "Choose whether this record is public, classified or reserved",
);

const CHOSEN = ["choice", "choices", "reference", "references"] as const;

function templateOf({ code }: Problem, { path, field }: FormField): Bilingual {
  if (code !== "missing") return MESSAGES[code];
  if (path === "disclosure") return MISSING_DISCLOSURE;
  if (path === "lateReason") return MESSAGES["late-reason-missing"];
  if (path === "legalGround") return MESSAGES["ground-missing"];
  if (field.input === "day") return MISSING_DAY;
  return CHOSEN.some((input) => input === field.input) ? CHOOSE : MESSAGES.missing;
}

/** A day in words, existing or not; one of a thirteenth month has no name and stays as it was typed. */
function dayInWords(value: unknown): string {
  const day = String(value ?? "");
  const month = Number(/^\d{4}-(\d{2})-\d{2}$/.exec(day)?.[1] ?? 0);
  return month >= 1 && month <= 12 ? formatLongDay(day, language()) : typedFromDay(day);
}

/** The problem in a sentence. */
export function messageOf(problem: Problem, formField: FormField, values: Values): string {
  const { limit = formField.field.max } = problem;
  const isAmount = formField.field.input === "amount";
  return say(templateOf(problem, formField), {
    named: say(formField.text.named),
    limit: isAmount ? typedFromCents(limit) : wholeNumber(limit),
    year: limit,
    value: dayInWords(values[formField.path]),
    example: isAmount ? "1.385.979,50" : "1.385",
  });
}
