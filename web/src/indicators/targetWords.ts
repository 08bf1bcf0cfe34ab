/** A target in words: `50 entre 2024 y 2027`, `al menos 2 cada año`. */
import { STRATEGY_YEARS } from "#domain/calendar.ts";
import type { Target } from "#domain/indicator.ts";
import { site } from "../i18n/site/site.ts";
import { amountWords } from "./measures.ts";

export function targetWords({ per, value, atLeast, currency, baseline }: Target): string {
  const amount = amountWords(value, currency);
  const asked = site(`target_${per}`, {
    target: atLeast ? site("atLeast", { target: amount }) : amount,
    first: STRATEGY_YEARS.first,
    last: STRATEGY_YEARS.last,
  });
  if (!baseline) return asked;
  return `${asked}; ${site("countingFrom", { baseline: amountWords(baseline.value, currency), year: baseline.year })}`;
}
