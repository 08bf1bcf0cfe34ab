/** Days, months and half-years of Bogotá's calendar (UTC−5, no daylight saving since 1993). */

/** A day, `YYYY-MM-DD`. */
export type Day = string;
/** A month, `YYYY-MM`. */
export type Month = string;
/** A half-year, `YYYY-S1` or `YYYY-S2`. */
export type PeriodId = string;

/** First and last year of the strategy. */
export const STRATEGY_YEARS = { first: 2024, last: 2027 } as const;

const DAY = /^(\d{4})-(\d{2})-(\d{2})$/;
const BOGOTA_OFFSET_MS = -5 * 60 * 60 * 1000;

/** Whether the text is a day that exists, in four-digit years from 1800 on. */
export function isDay(text: string): boolean {
  const parts = DAY.exec(text);
  if (!parts) return false;
  const [year, month, date] = parts.slice(1).map(Number) as [number, number, number];
  const day = new Date(Date.UTC(year, month - 1, date));
  return year >= 1800 && day.getUTCMonth() === month - 1 && day.getUTCDate() === date;
}

/** The day it is in Bogotá at this instant. */
export const bogotaDay = (instant: Date): Day =>
  new Date(instant.getTime() + BOGOTA_OFFSET_MS).toISOString().slice(0, 10);

export const yearOf = (day: Day): number => Number(day.slice(0, 4));
export const monthOf = (day: Day): Month => day.slice(0, 7);

/** The half-year a day falls in. */
export const periodOf = (day: Day): PeriodId =>
  `${day.slice(0, 4)}-${Number(day.slice(5, 7)) <= 6 ? "S1" : "S2"}`;

/** The day that lies `days` after (or before, if negative). */
export function addDays(day: Day, days: number): Day {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** How many days lie from one day to another; negative where the other is earlier. */
export const daysBetween = (from: Day, to: Day): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);

/** The first and the last day of a half-year. */
export function daysOf(period: PeriodId): readonly [first: Day, last: Day] {
  const [year, half] = period.split("-");
  return half === "S1" ? [`${year}-01-01`, `${year}-06-30`] : [`${year}-07-01`, `${year}-12-31`];
}

/** The twelve months of a year, in order. */
export const monthsOf = (year: number): Month[] =>
  Array.from({ length: 12 }, (_, index) => `${year}-${String(index + 1).padStart(2, "0")}`);

/** Whether a year is one of the strategy's. */
export const inStrategy = (year: number): boolean =>
  year >= STRATEGY_YEARS.first && year <= STRATEGY_YEARS.last;

/** The half-years of a span of years, in order. */
export const halfYearsBetween = (first: number, last: number): PeriodId[] =>
  Array.from({ length: (last - first + 1) * 2 }, (_, index) => `${first + (index >> 1)}-S${(index % 2) + 1}`);

/** The half-years of the strategy, in order. */
export const STRATEGY_PERIODS: readonly PeriodId[] = halfYearsBetween(
  STRATEGY_YEARS.first,
  STRATEGY_YEARS.last,
);
