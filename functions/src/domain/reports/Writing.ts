/** How a report writes numbers, days and names in its language. */
import type { Cell, Column, FigureCell } from "../annualReport/block.ts";
import { type Day, type Month, yearOf } from "../calendar.ts";
import {
  formatDay,
  formatLongDay,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  type Language,
} from "../format.ts";
import type { Currency } from "../indicator.ts";
import type { Bilingual } from "./bilingual.ts";
import type { NameList } from "./names.ts";

/** Stands in a cell for what there is none of. */
export const NONE = "–";

export interface Writing {
  readonly language: Language;
  number(value: number): string;
  /** A number of somebody else's, with all the decimals that they gave. */
  quoted(value: number): string;
  money(minorUnits: number, currency: Currency): string;
  percent(part: number, whole: number): string;
  share(share: number): string;
  day(day: Day | undefined): string;
  longDay(day: Day): string;
  month(month: Month, length?: "long" | "short"): string;
  /** `marzo de 2025`, `March 2025`. */
  monthOfYear(month: Month): string;
  /** A year, a half-year or a month in words. */
  period(period: string): string;
  /** `a`, `a y b`, `a, b y c`. */
  listed(words: readonly string[]): string;
  pick(text: Bilingual): string;
  /** A code's name; the code where no catalogue has it. */
  name(list: NameList, id: string): string;
  /** Its short name, where it has one. */
  short(list: NameList, id: string): string;
  figure(value: number): FigureCell;
  amount(minorUnits: number, currency: Currency): FigureCell;
  rate(part: number, whole: number): Cell;
}

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

export const left = (title: string, weight: number): Column => ({ title, weight, align: "left" });
export const right = (title: string, weight: number): Column => ({ title, weight, align: "right" });

function writing(language: Language): Writing {
  const isSpanish = language === "es";
  const monthOfYear = (month: Month) =>
    [formatMonth(month, language), yearOf(month)].join(isSpanish ? " de " : " ");
  const number = (value: number) => formatNumber(value, language);
  const money = (minorUnits: number, currency: Currency) => formatMoney(minorUnits, currency, language);
  const share = (value: number) => formatPercent(value, language);
  const name = (list: NameList, id: string) => list[id]?.[language] ?? id;
  return {
    language,
    ...{ number, money, share, name, monthOfYear },
    quoted: (value) => formatNumber(value, language, String(value).split(".")[1]?.length ?? 0),
    percent: (part, whole) => share(part / whole),
    day: (day) => (day === undefined ? NONE : formatDay(day, language)),
    longDay: (day) => formatLongDay(day, language),
    month: (month, length) => formatMonth(month, language, length),
    period: (period) => {
      if (period.includes("S")) return formatPeriod(period, language);
      return period.includes("-") ? monthOfYear(period) : period;
    },
    listed: (words) => {
      const and = isSpanish ? " y " : " and ";
      return words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")}${and}${words.at(-1)}`;
    },
    pick: (text) => text[language],
    short: (list, id) => list[id]?.[isSpanish ? "shortEs" : "shortEn"] ?? name(list, id),
    figure: (value) => ({ text: number(value), value }),
    amount: (minorUnits, currency) => ({ text: money(minorUnits, currency), value: minorUnits / 100 }),
    rate: (part, whole) => (whole === 0 ? NONE : { text: share(part / whole), value: part / whole }),
  };
}

const WRITINGS: Readonly<Record<Language, Writing>> = { es: writing("es"), en: writing("en") };

export const writingIn = (language: Language): Writing => WRITINGS[language];
