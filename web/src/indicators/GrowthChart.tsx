/** How an indicator grew towards its target: a finding, its chart, and its table. */
import type { Day } from "#domain/calendar.ts";
import { periodChartShapes } from "#domain/charts/periodChartShapes.ts";
import { progressOf } from "#domain/counting/progress.ts";
import { formatMonth, formatNumber, formatPercent } from "#domain/format.ts";
import type { Currency, Target } from "#domain/indicator.ts";
import { DataTable } from "../components/DataTable.tsx";
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { type Chart, type ChartColumn, chartOf } from "./chartOf.ts";
import { FigureLink, type ListAddress } from "./FigureLink.tsx";
import { amountWords } from "./measures.ts";
import { ShapeMark } from "./ShapeMark.tsx";
import type { ShownIndicator, ShownSeries } from "./ShownFigure.ts";
import { timeName, timeWords } from "./timeWords.ts";
import { unitOf } from "./unitOf.ts";

interface Props {
  readonly indicator: ShownIndicator;
  /** The measure that is drawn, and its currency where it is money. */
  readonly series: ShownSeries;
  readonly currency?: Currency;
  readonly cutOffOn: Day;
  readonly list: ListAddress;
}

export function GrowthChart({ indicator, series, currency, cutOffOn, list }: Props) {
  const { type } = indicator;
  const target = indicator.target?.currency === currency ? indicator.target : undefined;
  const chart = chartOf({ type, ...(target && { target }) }, series, cutOffOn);
  const most = Math.max(
    1,
    ...chart.columns.flatMap(({ reached, target }) => [reached?.shown ?? 0, target ?? 0]),
  );
  const isInMillions = currency !== undefined && most >= MILLION * CENTS;
  const unit = unitOf(indicator);
  const amount = (value: number) => amountWords(value, currency);
  const finding = findingOf(target, series, { unit, cutOffOn, amount, isRunning: chart.isRunning });
  const past = chart.columns.flatMap(({ period, target, reached }) =>
    reached ? [{ period, target, ...reached }] : [],
  );
  return (
    <figure class="chart">
      <figcaption>
        <h2>{finding}</h2>
        <p class="note">
          {[
            site(chart.isRunning ? "chartRunning" : `chartEach_${chart.per}`),
            type === "distinct" && site("chartDistinct"),
            isInMillions && site("chartMillions"),
          ]
            .filter(Boolean)
            .join(" ")}
        </p>
      </figcaption>
      <Columns
        chart={chart}
        label={(value) => columnAmount(value, { isMoney: currency !== undefined, isInMillions })}
      />
      <details>
        <summary>
          {site("chartTable")}
          <span class="visually-hidden">: {finding}</span>
        </summary>
        <DataTable
          compact
          caption={finding}
          rows={past}
          rowKey={({ period }) => period}
          columns={[
            { head: site("tableTime"), cell: ({ period }) => timeName(period), rowHead: true },
            {
              head: site(chart.isRunning ? "tableNew" : "tableValue"),
              cell: ({ period, added }) => (
                <FigureLink
                  href={list({ standing: "approved", time: period })}
                  of={`${unit}, ${timeWords(period)}`}
                >
                  {amount(added)}
                </FigureLink>
              ),
              numeric: true,
            },
            ...(chart.isRunning
              ? [
                  {
                    head: site("tableTotal"),
                    cell: ({ shown }: { shown: number }) => amount(shown),
                    numeric: true,
                  },
                ]
              : []),
          ]}
        />
      </details>
    </figure>
  );
}

interface Finding {
  readonly unit: string;
  readonly cutOffOn: Day;
  readonly amount: (value: number) => string;
  readonly isRunning: boolean;
}

/** What the chart shows, as a sentence. */
function findingOf(target: Target | undefined, series: ShownSeries, finding: Finding): string {
  const { unit, cutOffOn, amount, isRunning } = finding;
  const withUnit = (value: number) => `${amount(value)} ${unit}`.trim();
  const none = site("chartNone", { unit: unit || site("amounts") });
  if (!target) {
    const words = { amount: withUnit(series.value), time: timeWords("strategy") };
    return series.value === 0 ? none : site(isRunning ? "chartSum" : "chartDifferent", words);
  }
  const { period, value, target: asked, share } = progressOf(target, series, cutOffOn);
  const percent = formatPercent(share, language());
  const words = { amount: withUnit(value), target: amount(asked) };
  if (period !== "strategy")
    return site("chartPeriod", {
      ...words,
      time: timeWords(period),
      target: target.atLeast ? site("atLeast", words) : words.target,
    });
  if (value === 0) return none;
  if (value >= asked) return site("chartDone", words);
  return site("chartSome", { count: amount(value), goal: withUnit(asked), percent });
}

const FRAME = { width: 640, height: 290, textSize: 15 } as const;
const MILLION = 1_000_000;
const CENTS = 100;

/** Above a column there is room for some seven characters: money stands there without its sign. */
function columnAmount(
  value: number,
  how: { readonly isMoney: boolean; readonly isInMillions: boolean },
): string {
  const units = value / (how.isMoney ? CENTS : 1) / (how.isInMillions ? MILLION : 1);
  return formatNumber(units, language(), units < CENTS ? 1 : 0);
}

interface ColumnsProps {
  readonly chart: Chart;
  readonly label: (value: number) => string;
}

function Columns({ chart: { columns, per }, label }: ColumnsProps) {
  const periods = columns.map(({ period, reached, target }) => ({
    label: columnLabel(per, period),
    ...(per === "half-year" && { group: period.slice(0, 4) }),
    ...(reached && { reached: { value: reached.shown, text: label(reached.shown) } }),
    ...(target !== undefined && { target: { value: target, text: label(target) } }),
  }));
  const asked = periods.findLast(({ target }) => target !== undefined)?.target;
  const targetText = asked && site("chartTarget", { target: asked.text });
  return (
    <svg class="columns" viewBox={`0 0 ${FRAME.width} ${FRAME.height}`} aria-hidden="true">
      {periodChartShapes(periods, FRAME, targetText).map((shape, index) => (
        <ShapeMark key={index} shape={shape} />
      ))}
    </svg>
  );
}

function columnLabel(per: Chart["per"], period: ChartColumn["period"]): string {
  if (per === "month") return formatMonth(period, language(), "short");
  return per === "half-year" ? period.slice(5) : period;
}
