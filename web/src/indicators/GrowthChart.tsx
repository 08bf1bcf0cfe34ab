/** The running total of an indicator by half-year against its target: a finding, its chart, and its table. */
import type { Day } from "#domain/calendar.ts";
import { formatNumber, formatPercent, formatPeriod } from "#domain/format.ts";
import { DataTable } from "../components/DataTable.tsx";
import { language } from "../i18n/language.ts";
import { site } from "../i18n/site/site.ts";
import { type HalfYear, halfYearsOf, type ShownFigure } from "./progress.ts";

interface Props {
  readonly figure: ShownFigure;
  readonly unit: string;
  readonly target: number;
  readonly cutOffOn: Day;
}

const WIDTH = 640;
const HEIGHT = 290;
const BASE = HEIGHT - 56;
const TOP = 40;
/** The whole strategy is on the axis, so that what is still to come is seen too. */
const SLOTS = 8;

export function GrowthChart({ figure, unit, target, cutOffOn }: Props) {
  const halfYears = halfYearsOf(figure, cutOffOn);
  const values = {
    value: formatNumber(figure.value, language()),
    target: formatNumber(target, language()),
    percent: formatPercent(figure.value / target, language()),
    unit,
  };
  const key = figure.value === 0 ? "chartNone" : figure.value < target ? "chartSome" : "chartDone";
  return (
    <figure class="chart">
      <figcaption>
        <h2>{site(key, values)}</h2>
        <p class="note">{site("chartNote")}</p>
      </figcaption>
      <Columns halfYears={halfYears} target={target} />
      <details>
        <summary>{site("chartTable")}</summary>
        <DataTable
          caption={site(key, values)}
          rows={halfYears}
          rowKey={({ periodId }) => periodId}
          columns={[
            {
              head: site("tablePeriod"),
              cell: ({ periodId }) => formatPeriod(periodId, language()),
              rowHead: true,
            },
            { head: site("tableNew"), cell: ({ added }) => formatNumber(added, language()), numeric: true },
            { head: site("tableTotal"), cell: ({ total }) => formatNumber(total, language()), numeric: true },
          ]}
        />
      </details>
    </figure>
  );
}

function Columns({ halfYears, target }: { halfYears: readonly HalfYear[]; target: number }) {
  const most = Math.max(target, ...halfYears.map(({ total }) => total));
  const y = (value: number) => BASE - (value / most) * (BASE - TOP);
  const slot = WIDTH / SLOTS;
  return (
    <svg class="columns" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      {halfYears.map(({ periodId, total }, index) => (
        // S1 and S2 under their columns, the year once between them.
        <g key={periodId}>
          <rect
            class="column"
            x={index * slot + 12}
            width={slot - 24}
            y={y(total)}
            height={BASE - y(total)}
          />
          <text class="value" x={(index + 0.5) * slot} y={y(total) - 8}>
            {formatNumber(total, language())}
          </text>
          <text class="label" x={(index + 0.5) * slot} y={BASE + 22}>
            {periodId.slice(5)}
          </text>
          {periodId.endsWith("S1") && (
            <text class="label" x={(index + 1) * slot} y={BASE + 44}>
              {periodId.slice(0, 4)}
            </text>
          )}
        </g>
      ))}
      <line class="target" x1="0" x2={WIDTH} y1={y(target)} y2={y(target)} />
      <text class="target-label" x={WIDTH} y={y(target) - 10}>
        {site("chartTarget", { target: formatNumber(target, language()) })}
      </text>
    </svg>
  );
}
