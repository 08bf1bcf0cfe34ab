/** A record's values as people read them: codes by their names, days and numbers as the language writes them. */

import { isDay } from "#domain/calendar.ts";
import { formatLongDay, formatNumber } from "#domain/format.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Reference } from "../../data/reference.ts";
import type { FormField } from "../../forms/formFields.ts";
import type { Value, Values } from "../../forms/values.ts";
import { language } from "../../i18n/language.ts";
import { wholeNumber } from "../../i18n/wholeNumber.ts";
import { type Linkable, optionsOf } from "./options.ts";

interface Shown {
  readonly kind: Kind;
  readonly entityId: string;
  readonly values: Values;
}

/** The field's value in words; several stand one by line. */
export function showValue(
  formField: FormField,
  value: Value | undefined,
  record: Shown,
  reference: Reference,
  linkable: Linkable,
): string {
  if (value === undefined) return "";
  const { input } = formField.field;
  if (input === "day") return isDay(String(value)) ? formatLongDay(String(value), language()) : String(value);
  if (input === "count") return wholeNumber(Number(value));
  if (input === "amount") return formatNumber(Number(value) / 100, language(), 2);
  if (input === "line" || input === "paragraph" || input === "link") return String(value);
  // The record's own values decide which options there are: an amended one may name others.
  const options = optionsOf(
    formField,
    { ...record, values: { ...record.values, [formField.path]: value } },
    reference,
    linkable,
  );
  const codes = Array.isArray(value) ? value : [String(value)];
  return codes.map((code) => options.find(({ id }) => id === code)?.label ?? code).join("\n");
}
