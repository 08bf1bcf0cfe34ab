/** How an indicator grew towards its target: a finding, its chart, and its table. */
import type { Day } from "#domain/calendar.ts";
import { progressOf } from "#domain/counting/progress.ts";
import { formatMonth, formatNumber, formatPercent } from "#domain/format.ts";
import type { Currency, Target } from "#domain/indicator.ts";
import { DataTable } from "../components/DataTable.tsx";
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { type Chart, type ChartColumn, chartOf } from "./chartOf.ts";
import { FigureLink, type ListAddress } from "./FigureLink.tsx";
import { amountWords } from "./measures.ts";
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
  const { target: any, type } = indicator;
  const target = any?.currency === currency ? any : undefined;
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
        most={most}
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
  const words = { amount: withUnit(value), target: amount(asked), percent: formatPercent(share, language()) };
  if (period !== "strategy")
    return site("chartPeriod", {
      ...words,
      time: timeWords(period),
      target: target.atLeast ? site("atLeast", words) : words.target,
    });
  if (value === 0) return none;
  return site(value < asked ? "chartSome" : "chartDone", words);
}

const WIDTH = 640;
const HEIGHT = 290;
const BASE = HEIGHT - 56;
const TOP = 40;
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
  /** The highest that is drawn. */
  readonly most: number;
  readonly label: (value: number) => string;
}

function Columns({ chart: { columns, per }, most, label }: ColumnsProps) {
  const y = (value: number) => BASE - (value / most) * (BASE - TOP);
  const slot = WIDTH / columns.length;
  const asked = columns.findLast(({ target }) => target !== undefined)?.target;
  return (
    <svg class="columns" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      {columns.map(({ period, reached, target }, index) => (
        <g key={period}>
          {reached && (
            <>
              <rect
                class="column"
                x={(index + 0.15) * slot}
                width={slot * 0.7}
                y={y(reached.shown)}
                height={BASE - y(reached.shown)}
              />
              <text class="value" x={(index + 0.5) * slot} y={y(reached.shown) - 8}>
                {label(reached.shown)}
              </text>
            </>
          )}
          {target !== undefined && (
            <line class="target" x1={index * slot} x2={(index + 1) * slot} y1={y(target)} y2={y(target)} />
          )}
          <text class="label" x={(index + 0.5) * slot} y={BASE + 22}>
            {columnLabel(per, period)}
          </text>
          {/* S1 and S2 under their columns, the year once between them. */}
          {per === "half-year" && period.endsWith("S1") && (
            <text class="label" x={(index + 1) * slot} y={BASE + 44}>
              {period.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
      {asked !== undefined && (
        <text class="target-label" x={WIDTH} y={y(asked) - 10}>
          {site("chartTarget", { target: label(asked) })}
        </text>
      )}
    </svg>
  );
}

function columnLabel(per: Chart["per"], period: ChartColumn["period"]): string {
  if (per === "month") return formatMonth(period, language(), "short");
  return per === "half-year" ? period.slice(5) : period;
}
