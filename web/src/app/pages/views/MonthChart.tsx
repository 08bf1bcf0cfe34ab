/** Records month by month: columns, the finding above them, and their table. */
import { formatMonth } from "#domain/format.ts";
import { DataTable } from "../../../components/DataTable.tsx";
import { language } from "../../../i18n/language.ts";
import { wholeNumber } from "../../../i18n/wholeNumber.ts";
import { monthWords, trendOf } from "./findings.ts";
import { views } from "./texts.ts";
import type { MonthCount, View } from "./viewOf.ts";

const WIDTH = 1000;
const HEIGHT = 240;
const BASE = HEIGHT - 52;
const TOP = 32;

export function MonthChart({ months, outsideMonths }: Pick<View<never>, "months" | "outsideMonths">) {
  const finding = trendOf(months);
  return (
    <figure class="chart">
      <figcaption>
        <h2>{finding}</h2>
        {outsideMonths > 0 && (
          <p class="note">
            {outsideMonths === 1
              ? views("trendOutsideOne")
              : views("trendOutside", { count: wholeNumber(outsideMonths) })}
          </p>
        )}
      </figcaption>
      <Columns months={months} />
      <details>
        <summary>
          {views("trendTable")}
          <span class="visually-hidden">: {finding}</span>
        </summary>
        <DataTable
          compact
          caption={finding}
          rows={months}
          rowKey={({ month }) => month}
          columns={[
            {
              head: views("columnMonth"),
              rowHead: true,
              cell: ({ month }) => monthWords(month),
            },
            { head: views("columnCount"), cell: ({ count }) => wholeNumber(count), numeric: true },
          ]}
        />
      </details>
    </figure>
  );
}

/** Each month has its letter where there is room; the year stands once under its first month. */
function Columns({ months }: { months: readonly MonthCount[] }) {
  const most = Math.max(1, ...months.map(({ count }) => count));
  const slot = WIDTH / Math.max(1, months.length);
  const y = (count: number) => BASE - (count / most) * (BASE - TOP);
  const isRoomy = months.length <= 14;
  const first = months.findIndex(({ count }) => count === most);
  return (
    <svg class="columns month-columns" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} aria-hidden="true">
      <line class="axis" x1="0" x2={WIDTH} y1={BASE} y2={BASE} />
      {months.map(({ month, count }, index) => (
        <g key={month}>
          <rect
            class="column"
            x={(index + 0.12) * slot}
            width={slot * 0.76}
            y={y(count)}
            height={BASE - y(count)}
          />
          {count > 0 && (isRoomy || index === first) && (
            <text class="value" x={(index + 0.5) * slot} y={y(count) - 8}>
              {wholeNumber(count)}
            </text>
          )}
          {isRoomy && (
            <text class="label" x={(index + 0.5) * slot} y={BASE + 22}>
              {formatMonth(month, language(), "short")}
            </text>
          )}
          {(index === 0 || month.endsWith("-01")) && (
            <>
              <line class="axis" x1={index * slot} x2={index * slot} y1={BASE} y2={BASE + 8} />
              <text class="label year" x={index * slot + 6} y={BASE + (isRoomy ? 46 : 26)}>
                {month.slice(0, 4)}
              </text>
            </>
          )}
        </g>
      ))}
    </svg>
  );
}
