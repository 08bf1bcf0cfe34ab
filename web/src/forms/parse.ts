/** What people type, turned into what records hold, and back; pure. */
import { formatNumber } from "#domain/format.ts";

const TYPED_DAY = /^\s*(\d{1,2})\s*[/.\- ]\s*(\d{1,2})\s*[/.\- ]\s*(\d{4})\s*$/;
const STORED_DAY = /^(\d{4})-(\d{2})-(\d{2})$/;

/**
 * A day typed as `27/2/2024` in the stored form `2024-02-27`, whether it exists or not, so that the check can say
 * so; anything else as it was typed, to be kept in the draft.
 */
export function dayFromTyped(typed: string): string {
  const parts = TYPED_DAY.exec(typed);
  if (!parts) return typed.trim();
  const [, date = "", month = "", year = ""] = parts;
  return `${year}-${month.padStart(2, "0")}-${date.padStart(2, "0")}`;
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

/** An amount as es-CO writes it (`1.385.979,5`) in cents, or `undefined` for anything else. */
export function centsFromTyped(typed: string): number | undefined {
  const [whole = "", fraction, ...rest] = typed.replace(/[\s$]/g, "").split(",");
  const units = countFromTyped(whole);
  if (units === undefined || rest.length > 0 || (fraction !== undefined && !/^\d{1,2}$/.test(fraction)))
    return undefined;
  const cents = units * 100 + Number((fraction ?? "").padEnd(2, "0"));
  return Number.isSafeInteger(cents) ? cents : undefined;
}

export const typedFromCents = (cents: number): string => formatNumber(cents / 100, "es", 2);
