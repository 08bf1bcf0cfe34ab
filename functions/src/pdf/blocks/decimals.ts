/** Figures below one another with their decimal marks in one line. */
import type { Language } from "../../domain/format.ts";

/** Digits with their grouping, and what is behind them; a text with two numbers is none. */
const NUMBERS: Readonly<Record<Language, RegExp>> = {
  es: /^(\D*\d[\d.]*)(|,\d+\D*|[^\d,]\D*)$/,
  en: /^(\D*\d[\d,]*)(|\.\d+\D*|[^\d.]\D*)$/,
};

/** What stands behind the decimal mark, mark and signs included: `,5 %` of `22,9 %`; undefined for no figure. */
export function fractionOf(text: string, language: Language): string | undefined {
  if (text === "–") return "";
  return NUMBERS[language].exec(text)?.[2];
}
