/** The figures that editions hold, by the result that each is of, in the results' order; and how they differ. */
import type { Edition } from "#domain/edition.ts";
import { formatMoney, formatNumber } from "#domain/format.ts";
import { CURRENCIES, type Indicator } from "#domain/indicator.ts";
import { language, nameOf } from "../../../i18n/language.ts";
import { text } from "./texts.ts";

type Figures = NonNullable<Edition["figures"]>;

export interface FigureRow {
  readonly key: string;
  readonly indicator: Indicator;
  readonly value: number | string | undefined;
  /** What the edition before had; `undefined` where it had none, or there is none. */
  readonly before: number | string | undefined;
}

/** Of money there is one for each currency, `id~USD`. What is no result of the city's any more is left out. */
export function figureRowsOf(
  figures: Figures,
  indicators: readonly Indicator[],
  before: Figures = {},
): FigureRow[] {
  const keys = [...new Set([...Object.keys(figures), ...Object.keys(before)])];
  return indicators.flatMap((indicator) =>
    keys
      .filter((key) => key.split("~")[0] === indicator.id)
      .map((key) => ({ key, indicator, value: figures[key], before: before[key] })),
  );
}

/** A number as it is, money with its currency, of a milestone the name of its state. */
export function figureWords(
  { key, indicator }: Pick<FigureRow, "key" | "indicator">,
  value: number | string | undefined,
): string {
  if (value === undefined) return text("noFigure");
  const currency = CURRENCIES.find((code) => code === key.split("~")[1]);
  if (typeof value === "number")
    return currency ? formatMoney(value, currency, language()) : formatNumber(value, language());
  if (value === "no-information" || indicator.type !== "milestone") return text("noInformation");
  const state = indicator.states.find(({ id }) => id === value);
  return state ? nameOf(state) : value;
}
