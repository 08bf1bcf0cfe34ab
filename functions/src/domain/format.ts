/** How numbers and days are written: one way for screen, paper and spreadsheet, the same on every machine. */
import type { Day, Month, PeriodId } from "./calendar.ts";
import type { Currency } from "./indicator.ts";

export type Language = "es" | "en";

const MONTHS: Readonly<Record<Language, readonly string[]>> = {
  es: [
    "enero",
    "febrero",
    "marzo",
    "abril",
    "mayo",
    "junio",
    "julio",
    "agosto",
    "septiembre",
    "octubre",
    "noviembre",
    "diciembre",
  ],
  en: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
  ],
};

const partsOf = (day: Day): [year: number, month: number, date: number] =>
  day.split("-").map(Number) as [number, number, number];

const monthName = (month: number, language: Language): string => MONTHS[language][month - 1] ?? "";

/** `27 de febrero de 2024`, `27 February 2024`. */
export function formatLongDay(day: Day, language: Language): string {
  const [year, month, date] = partsOf(day);
  const words = [date, monthName(month, language), year];
  return words.join(language === "es" ? " de " : " ");
}

/** `27/2/2024`, `27 Feb 2024`: never an order that could be read in two ways. */
export function formatDay(day: Day, language: Language): string {
  const [year, month, date] = partsOf(day);
  return language === "es"
    ? `${date}/${month}/${year}`
    : `${date} ${monthName(month, language).slice(0, 3)} ${year}`;
}

/** The month's name alone: `febrero`, or `feb` when short. */
export function formatMonth(month: Month, language: Language, length: "long" | "short" = "long"): string {
  const name = monthName(Number(month.slice(5, 7)), language);
  return length === "short" ? name.slice(0, 3) : name;
}

/** `primer semestre de 2025`, `first half of 2025`. */
export function formatPeriod(periodId: PeriodId, language: Language): string {
  const year = periodId.slice(0, 4);
  const first = periodId.endsWith("S1");
  if (language === "en") return `${first ? "first" : "second"} half of ${year}`;
  return `${first ? "primer" : "segundo"} semestre de ${year}`;
}

/**
 * `1.385.979,5` (es) or `1,385,979.5` (en), rounded half away from zero, without zeros at the end.
 *
 * @param decimals - most digits after the comma
 */
export function formatNumber(value: number, language: Language, decimals = 1): string {
  const [group, point] = language === "es" ? [".", ","] : [",", "."];
  const power = 10 ** decimals;
  const rounded = Math.round((Math.abs(value) + Number.EPSILON) * power) / power;
  const [whole = "0", fraction = ""] = rounded.toFixed(decimals).split(".");
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group);
  const rest = fraction.replace(/0+$/, "");
  const digits = rest === "" ? grouped : `${grouped}${point}${rest}`;
  return value < 0 && rounded !== 0 ? `-${digits}` : digits;
}

/** A share of one as `22,9 %` (es) or `22.9%` (en). */
export const formatPercent = (share: number, language: Language): string =>
  `${formatNumber(share * 100, language)}${language === "es" ? " " : ""}%`;

/** What stands before and after an amount. */
const MONEY: Readonly<
  Record<Language, Readonly<Record<Currency, readonly [before: string, after: string]>>>
> = {
  es: { COP: ["$ ", " COP"], USD: ["US$ ", ""], EUR: ["€ ", ""] },
  en: { COP: ["COP ", ""], USD: ["US$", ""], EUR: ["€", ""] },
};

/**
 * `US$ 1.250.000`, `$ 3.200.000.000 COP`, `€ 90,50` (es) or `US$1,250,000`, `COP 3,200,000,000`, `€90.50` (en); both
 * digits of the cents, or none of them.
 *
 * @param minorUnits - whole cents
 */
export function formatMoney(minorUnits: number, currency: Currency, language: Language): string {
  const cents = Math.abs(minorUnits) % 100;
  const whole = formatNumber((Math.abs(minorUnits) - cents) / 100, language, 0);
  const rest = cents === 0 ? "" : `${language === "es" ? "," : "."}${String(cents).padStart(2, "0")}`;
  const [before, after] = MONEY[language][currency];
  return `${minorUnits < 0 ? "-" : ""}${before}${whole}${rest}${after}`;
}

/** Ordinary spaces in the place of those that forbid a break, which Intl and people's keyboards produce. */
export const withPlainSpaces = (text: string): string => text.replace(/[\u00a0\u2007\u202f]/g, " ");
