/** The figures that a month's report shows, each by a name of its own. */
import { formatDay } from "../../format.ts";
import type { Bilingual } from "../bilingual.ts";
import type { ReportFigure } from "../changes/changes.ts";
import type { MonthlySnapshot } from "./monthlySnapshot.ts";

type Span = "inMonth" | "before" | "inYear" | "inStrategy";

/** What its columns look at. */
const SPANS: Readonly<Record<Span, Bilingual>> = {
  inMonth: { es: "en el mes", en: "in the month" },
  before: { es: "en el mes anterior", en: "in the month before" },
  inYear: { es: "acumulado del año", en: "in the year so far" },
  inStrategy: { es: "en la estrategia", en: "in the strategy" },
};
const spans = Object.keys(SPANS) as Span[];

const amountFigures = (
  head: Pick<ReportFigure, "key" | "indicatorId" | "name" | "currency">,
  amounts: Readonly<Record<Span, number>>,
): ReportFigure[] =>
  spans.map((id) => ({
    ...{ ...head, span: SPANS[id], figure: amounts[id] },
    ...(id !== "inMonth" && { key: `${head.key}~${id}`, isDetail: true }),
  }));

/**
 * What the month added to each result, of money by currency, and what its other columns say; then the milestones that
 * moved, each on its day.
 */
export function figuresOfMonth({ indicators, news }: MonthlySnapshot): ReportFigure[] {
  return [
    ...indicators.flatMap((one) => {
      const head = { key: one.id, indicatorId: one.id, name: one.name };
      return one.type === "measure"
        ? amountFigures(head, one)
        : one.currencies.flatMap(({ currency, ...amounts }) =>
            amountFigures({ ...head, key: `${one.id}~${currency}`, currency }, amounts),
          );
    }),
    ...news.map(({ id, name, state, since }) => ({
      ...{ key: `${id}~${since}`, indicatorId: id, name, figure: state.es, stateName: state },
      isDetail: true,
      span: { es: formatDay(since, "es"), en: formatDay(since, "en") },
    })),
  ];
}
