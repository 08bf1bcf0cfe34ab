/** What a view shows, as a sentence: the titles of its charts. */
import type { Month } from "#domain/calendar.ts";
import { formatMonth } from "#domain/format.ts";
import type { Reference } from "../../../data/reference.ts";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { nameIn } from "./names.ts";
import { views } from "./texts.ts";
import type { View } from "./viewOf.ts";
import type { Dimension } from "./viewQuery.ts";
/** Who or what has most of the records. */
export function findingOf(
  { groups, gathered }: Pick<View<never>, "groups" | "gathered">,
  by: Dimension,
  reference: Reference,
): string {
  const named = groups.filter(({ value }) => value !== "");
  const [first] = named;
  if (!first) return views("findingNone");
  const name = (value: string) => nameIn(by, value, reference);
  const count = wholeNumber(first.count);
  const total = gathered === 1 ? views("recordOne") : views("recordMany", { count: wholeNumber(gathered) });
  const ties = named.filter((group) => group.count === first.count);
  if (named.length === 1 && first.count === gathered)
    return views("findingOnly", { name: name(first.value) });
  if (ties.length === 1)
    return views("finding", { name: name(first.value), count, total, rest: views(`rest_${by}`) });
  if (ties.length > 3) return views("findingTieMany", { count: ties.length, each: count, total });
  const names = ties.map(({ value }) => name(value));
  return views("findingTie", {
    names: names.slice(0, -1).join(", "),
    last: names.at(-1) ?? "",
    count,
    total,
  });
}

const capital = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}`;

/** `febrero de 2025` */
export const monthWords = (month: Month): string =>
  views("monthOfYear", { month: formatMonth(month, language()), year: month.slice(0, 4) });

/** Which month had most. */
export function trendOf(months: View<never>["months"]): string {
  const most = Math.max(0, ...months.map(({ count }) => count));
  const top = months.filter(({ count }) => count === most);
  const [first] = top;
  if (most === 0 || !first) return views("trendNone");
  return top.length === 1
    ? views("trendMost", { month: capital(monthWords(first.month)), count: wholeNumber(most) })
    : views("trendTie", { count: wholeNumber(most), months: wholeNumber(top.length) });
}
