/** The times of figures in words. */
import { STRATEGY_YEARS } from "#domain/calendar.ts";
import { formatMonth, formatPeriod } from "#domain/format.ts";
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";

const HALF = /^\d{4}-S[12]$/;
const MONTH = /^\d{4}-\d{2}$/;

const SPAN = { first: STRATEGY_YEARS.first, last: STRATEGY_YEARS.last };

/** Alone, as a table's row has it: `2026`, `primer semestre de 2026`, `febrero de 2026`. */
export function timeName(time: string): string {
  if (time === "strategy") return `${SPAN.first}-${SPAN.last}`;
  if (time === "before") return site("timeBefore", SPAN);
  if (HALF.test(time)) return formatPeriod(time, language());
  if (MONTH.test(time))
    return site("monthOf", { month: formatMonth(time, language()), year: time.slice(0, 4) });
  return time;
}

/** Inside a sentence: `en 2026`, `en el primer semestre de 2026`, `entre 2024 y 2027`, `antes de 2024`. */
export function timeWords(time: string): string {
  if (time === "strategy") return site("timeStrategy", SPAN);
  if (time === "before") return site("timeBefore", SPAN);
  return site(HALF.test(time) ? "timeHalf" : "timeOther", { time: timeName(time) });
}
