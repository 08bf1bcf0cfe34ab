/** What a figure measures: one thing, or money in several currencies, which are never added to one another. */
import { formatMoney, formatNumber } from "#domain/format.ts";
import type { Currency } from "#domain/indicator.ts";
import { language } from "../i18n/language.ts";
import type { ShownIndicator, ShownSeries } from "./ShownFigure.ts";

/** One series of a figure with its currency, where it is money. */
export interface Measure<S> {
  readonly currency?: Currency;
  readonly series: S;
}

export const isMoney = ({
  type,
  of,
}: {
  readonly type: ShownIndicator["type"];
  readonly of?: string;
}): boolean => type === "sum" && of === "money";

/** One measure; for money one for each currency that any record states, perhaps none. */
export const measuresOf = <S extends ShownSeries>(
  indicator: { readonly type: ShownIndicator["type"]; readonly of?: string },
  figure: S & { readonly byCurrency?: Readonly<Record<string, S>> },
): Measure<S>[] =>
  isMoney(indicator)
    ? Object.entries(figure.byCurrency ?? {}).map(([currency, series]) => ({
        currency: currency as Currency,
        series,
      }))
    : [{ series: figure }];

/** An amount as the reader's language writes it; of money it is in minor units. */
export const amountWords = (amount: number, currency: Currency | undefined): string =>
  currency === undefined ? formatNumber(amount, language()) : formatMoney(amount, currency, language());
