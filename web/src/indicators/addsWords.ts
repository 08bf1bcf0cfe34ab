/** What a record adds to a figure, where that is not simply one. */
import type { Currency } from "#domain/indicator.ts";
import { site } from "../i18n/site/site.ts";
import { amountWords, isMoney } from "./measures.ts";
import type { ShownIndicator } from "./ShownFigure.ts";

interface Counting {
  readonly type: ShownIndicator["type"];
  readonly of?: string;
}

/**
 * `undefined` for a record that counts as one: a sum's amounts, by currency or the one quantity, and that an amendment
 * took the record out of the figure, or changed what it adds.
 *
 * @param adds - records at "", and each part beside it
 */
export function addsWords(indicator: Counting, adds: Readonly<Record<string, number>>): string | undefined {
  const { "": records = 0, ...parts } = adds;
  const amounts =
    indicator.type === "sum"
      ? Object.entries(parts).map(([part, amount]) =>
          amountWords(amount, isMoney(indicator) ? (part as Currency) : undefined),
        )
      : [];
  const amended = records < 0 ? [site("stoppedCounting")] : records === 0 ? [site("changedByAmendment")] : [];
  const words = [...amounts, ...amended];
  return words.length > 0 ? words.join(", ") : undefined;
}
