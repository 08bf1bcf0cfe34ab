/** What a cell says, for a field of its kind: days in any usual writing, numbers as Colombia or Excel writes them. */

import { plainText } from "#domain/plainText.ts";
import { folded as plain } from "#domain/similarity/folded.ts";
import { centsFromTyped, countFromTyped, dayFromTyped, typedFromDay } from "../../forms/parse.ts";
import { dayOfSerial } from "../workbook/serialDay.ts";
import type { Cell } from "../workbook/Workbook.ts";

export type DayOrder = "dmy" | "mdy";

/** A text without what nobody sees; of a single line where the field is one. */
export function cleanText(text: string, isLine: boolean): string {
  const clean = plainText(text).replace(/\u00A0/g, " ");
  return (isLine ? clean.replace(/\s+/g, " ") : clean.replace(/[ \t]+$/gm, "")).trim();
}

export function textOfCell(cell: Cell | undefined, isLine: boolean): string {
  if (cell === undefined) return "";
  if (typeof cell === "boolean") return cell ? "Sí" : "No";
  if (typeof cell === "object") return "day" in cell ? typedFromDay(cell.day) : "";
  return cleanText(typeof cell === "number" ? numberText(cell) : cell, isLine);
}

/** Without an exponent or the noise of binary fractions. */
const numberText = (value: number): string =>
  Number.isInteger(value) ? BigInt(value).toString() : String(Number(value.toPrecision(15)));

const MONTHS = [
  ["ene", "jan"],
  ["feb"],
  ["mar"],
  ["abr", "apr"],
  ["may"],
  ["jun"],
  ["jul"],
  ["ago", "aug"],
  ["sep", "set"],
  ["oct"],
  ["nov"],
  ["dic", "dec"],
];
const monthOf = (word: string): number =>
  MONTHS.findIndex((starts) => starts.some((start) => word.startsWith(start))) + 1;

const stored = (year: number, month: number, date: number): string =>
  `${year}-${String(month).padStart(2, "0")}-${String(date).padStart(2, "0")}`;
/** Of two digits, this century's up to 2049. */
const yearOf = (digits: string): number =>
  digits.length > 2 ? Number(digits) : Number(digits) + (Number(digits) < 50 ? 2000 : 1900);

const ISO = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})(?:[T ].*)?$/;
const NUMBERS = /^(\d{1,2})\s*[-/. ]\s*(\d{1,2})\s*[-/. ]\s*(\d{4}|\d{2})(?:,?\s+\d{1,2}:.*)?$/;
const DATE_FIRST =
  /^(?:[a-z]+,?\s+)?(\d{1,2})(?:[-/. ]|\s*de\s+)+([a-z]{3,12})\.?(?:[-/., ]|\s*del?\s+)+(\d{4}|\d{2})$/;
const MONTH_FIRST = /^([a-z]{3,12})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/;

/**
 * The day in stored form, whether it exists or not, so that the check can say so; what is no day as it is written, cut to
 * what a draft holds.
 */
export function dayOfText(typed: string, order: DayOrder): string {
  const text = plain(typed).replace(/\s+/g, " ").trim();
  const iso = ISO.exec(text);
  if (iso) return stored(Number(iso[1]), Number(iso[2]), Number(iso[3]));
  const numbers = NUMBERS.exec(text);
  if (numbers) {
    const [, first = "", second = "", year = ""] = numbers;
    const [date, month] = order === "mdy" ? [second, first] : [first, second];
    return stored(yearOf(year), Number(month), Number(date));
  }
  const dateFirst = DATE_FIRST.exec(text);
  if (dateFirst) {
    const month = monthOf(dateFirst[2] ?? "");
    if (month > 0) return stored(yearOf(dateFirst[3] ?? ""), month, Number(dateFirst[1]));
  }
  const monthFirst = MONTH_FIRST.exec(text);
  if (monthFirst) {
    const month = monthOf(monthFirst[1] ?? "");
    if (month > 0) return stored(Number(monthFirst[3]), month, Number(monthFirst[2]));
  }
  return [...dayFromTyped(typed.replace(/\s+/g, " "))].slice(0, 24).join("");
}

/** Serial numbers that are days from 1950 to 2099, where the column holds days and the cell lost its style. */
const isSerial = (value: number): boolean => value >= 18_264 && value < 73_051;

export function dayOfCell(cell: Cell, order: DayOrder): string {
  if (typeof cell === "object") return "day" in cell ? cell.day : "";
  if (typeof cell === "number") {
    const day = isSerial(cell) ? dayOfSerial(cell, false) : undefined;
    return day ?? String(cell).slice(0, 24);
  }
  return typeof cell === "string" ? dayOfText(cleanText(cell, true), order) : String(cell);
}

/** Signs of money and names of currencies around a number. */
const CURRENCY = /\b(?:cop|usd|eur|us|pesos?|dolares?|euros?)\b|[$€]/gi;

/** A number as text with a dot before its decimals, or commas between its thousands: as Excel in English writes it. */
function fromEnglish(text: string): string | undefined {
  if (/^\d{1,3}(,\d{3})+(\.\d+)?$/.test(text) && (text.includes(".") || /,.*,/.test(text)))
    return text.replaceAll(",", "").replace(".", ",");
  return /^\d+\.\d{1,2}$/.test(text) ? text.replace(".", ",") : undefined;
}

const amountText = (text: string): string => {
  const bare = plain(text).replace(CURRENCY, "").replace(/\s/g, "");
  return fromEnglish(bare) ?? bare;
};

/** Whole cents, or `undefined` for what is no amount. */
export function centsOfCell(cell: Cell): number | undefined {
  if (typeof cell === "number") {
    const cents = Math.round(cell * 100);
    return Number.isSafeInteger(cents) && Math.abs(cents - cell * 100) < 0.001 * Math.max(1, Math.abs(cell))
      ? cents
      : undefined;
  }
  return typeof cell === "string" ? centsFromTyped(amountText(cleanText(cell, true))) : undefined;
}

/** A whole number, or `undefined` for anything else. */
export function countOfCell(cell: Cell): number | undefined {
  if (typeof cell === "number") return Number.isSafeInteger(cell) ? cell : undefined;
  if (typeof cell !== "string") return undefined;
  const text = cleanText(cell, true);
  const english = /^\d{1,3}(,\d{3})+$/.test(text) ? text.replaceAll(",", "") : text;
  return countFromTyped(english.replace(/[.,]0+$/, (zeros) => (zeros.length <= 3 ? "" : zeros)));
}
