/** What people type, turned into what records hold, and back; pure. */
import { formatNumber } from "#domain/format.ts";
import { folded } from "#domain/similarity/folded.ts";

const IN_FIGURES = /^(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})$/;
const YEAR_FIRST = /^(\d{4})[/.-](\d{1,2})[/.-](\d{1,2})$/;
/** A weekday before it and "de" between its parts, as people write it: `martes 27 de febrero de 2024`, `27-feb-2024`. */
const IN_WORDS =
  /^(?:[a-z]+,?\s+)?(\d{1,2})(?:o|er|º|°)?[\s/.-]*(?:de\s+)?([a-z]{3,})[\s/.,-]*(?:(?:de|del)\s+)?(\d{4})$/;
const STORED_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/** The beginnings by which months are known, in Spanish and English; the longest of them are unmistakable. */
const MONTHS: readonly (readonly string[])[] = [
  ["enero", "january"],
  ["febrero", "february"],
  ["marzo", "march"],
  ["abril", "april"],
  ["mayo", "may"],
  ["junio", "june"],
  ["julio", "july"],
  ["agosto", "august"],
  ["septiembre", "setiembre", "september"],
  ["octubre", "october"],
  ["noviembre", "november"],
  ["diciembre", "december"],
];

const monthNamed = (word: string): number =>
  MONTHS.findIndex((names) => names.some((name) => name.startsWith(word))) + 1;

const stored = (year: string, month: string | number, date: string): string =>
  `${year}-${String(month).padStart(2, "0")}-${date.padStart(2, "0")}`;

/**
 * A day typed as `27/2/2024`, `27-02-2024`, `27 feb 2024` or `2024-02-27` in the stored form `2024-02-27`, whether it
 * exists or not, so that the check can say so; anything else as it was typed, to be kept in the draft.
 */
export function dayFromTyped(typed: string): string {
  const text = folded(typed).trim();
  const [, date = "", month = "", year = ""] = IN_FIGURES.exec(text) ?? [];
  if (year !== "") return stored(year, month, date);
  const [, firstYear = "", thenMonth = "", thenDate = ""] = YEAR_FIRST.exec(text) ?? [];
  if (firstYear !== "") return stored(firstYear, thenMonth, thenDate);
  const [, wordDate = "", word = "", wordYear = ""] = IN_WORDS.exec(text) ?? [];
  const named = word === "" ? 0 : monthNamed(word);
  return named > 0 ? stored(wordYear, named, wordDate) : typed.trim();
}

/** The inverse: `27/2/2024`; what is not a day comes back as it is. */
export function typedFromDay(day: string): string {
  const parts = STORED_DAY.exec(day);
  return parts ? `${Number(parts[3])}/${Number(parts[2])}/${parts[1]}` : day;
}

const GROUPED = /^\d{1,3}(\.\d{3})+$/;

/** A whole number as es-CO writes it (`1.385.979`), or `undefined` for anything else. */
export function countFromTyped(typed: string): number | undefined {
  const digits = typed.replace(/\s/g, "");
  if (!/^\d+$/.test(digits) && !GROUPED.test(digits)) return undefined;
  const count = Number(digits.replaceAll(".", ""));
  return Number.isSafeInteger(count) ? count : undefined;
}

export const typedFromCount = (count: number): string => formatNumber(count, "es", 0);

/** A number as es-CO writes it (`1.385.979,5`), with as many decimals as there are; `undefined` for anything else. */
export function decimalFromTyped(typed: string): number | undefined {
  const [whole = "", fraction = "0", ...rest] = typed.split(",");
  const units = countFromTyped(whole);
  if (units === undefined || rest.length > 0 || !/^\d+$/.test(fraction.trim())) return undefined;
  return Number(`${units}.${fraction.trim()}`);
}

/** Signs and codes of the currencies, which the field itself names. */
const CURRENCY = /^(?:us\$|usd|cop|eur|[$€])|(?:usd|cop|eur|[$€])$/g;
/** As English writes it, where it cannot be read as es-CO does: `1,385,979.50`, `1385979.5`. */
const ENGLISH = /^(?:\d{1,3}(?:,\d{3}){2,}(?:\.\d{1,2})?|\d{1,3},\d{3}\.\d{1,2}|\d+\.\d{1,2})$/;

/**
 * An amount in cents, as es-CO writes it (`1.385.979,50`) or as people type it (`$ 1.385.979`, `1385979,5`,
 * `1,385,979.50`); `undefined` for anything that could be read in two ways (`1,385`), or not at all.
 */
export function centsFromTyped(typed: string): number | undefined {
  const bare = typed.toLowerCase().replace(/\s/g, "").replace(CURRENCY, "");
  const spanish = ENGLISH.test(bare) ? bare.replaceAll(",", "").replace(".", ",") : bare;
  const [whole = "", fraction, ...rest] = spanish.split(",");
  const units = countFromTyped(whole);
  if (units === undefined || rest.length > 0 || (fraction !== undefined && !/^\d{1,2}$/.test(fraction)))
    return undefined;
  const cents = units * 100 + Number((fraction ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

export const typedFromCents = (cents: number): string => formatNumber(cents / 100, "es", 2);
