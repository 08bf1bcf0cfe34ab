/** An indicator's breakdowns as tables with bars; every number opens its list. */

import { useState } from "preact/hooks";
import type { IndicatorFigure } from "#domain/counting/figures.ts";
import type { Currency, Indicator } from "#domain/indicator.ts";
import { type Column, DataTable } from "../../components/DataTable.tsx";
import { app } from "../../i18n/app/app.ts";
import { site } from "../../i18n/site/site.ts";
import { FigureLink } from "../../indicators/FigureLink.tsx";
import { amountWords, type Measure } from "../../indicators/measures.ts";
import { ProgressBar } from "../../indicators/ProgressBar.tsx";
import { timeName } from "../../indicators/timeWords.ts";
import { recordsUnitOf, unitOf } from "../../indicators/unitOf.ts";
import { useApp } from "../context.ts";
import { type Breakdown, type BreakdownRow, breakdownsOf } from "./breakdownsOf.ts";
import { listAddress } from "./sliceAddress.ts";
import { figureText } from "./texts.ts";
import { valueName } from "./valueName.ts";

interface Props {
  readonly indicator: Indicator;
  readonly figure: IndicatorFigure;
}

export function Breakdowns({ indicator, figure }: Props) {
  const breakdowns = breakdownsOf(indicator, figure);
  if (breakdowns.length === 0 || indicator.type === "milestone") return null;
  return (
    <section class="breakdowns" aria-labelledby="breakdowns">
      <h2 id="breakdowns">{app("breakdowns")}</h2>
      <p class="note">{figureText("breakdownsHelp")}</p>
      <div class="breakdown-grid">
        {breakdowns.map((breakdown) => (
          <BreakdownTable key={breakdown.by} indicator={indicator} breakdown={breakdown} />
        ))}
      </div>
    </section>
  );
}

/** Most rows that are shown at first; those of money say more. */
const SHOWN = 6;
const SHOWN_OF_MONEY = 4;

function BreakdownTable({ indicator, breakdown }: { indicator: Indicator; breakdown: Breakdown }) {
  const [isWhole, setWhole] = useState(false);
  const { by, measures, rows } = breakdown;
  const title = app(`by_${by}`);
  const shown = measures.length === 1 ? SHOWN : SHOWN_OF_MONEY;
  const columns = useColumns(indicator, breakdown);
  return (
    <section
      class={columns.length === 2 ? "self-evident" : measures.length > 1 ? "whole-width" : undefined}
      aria-labelledby={`by-${by}`}
    >
      <h3 id={`by-${by}`}>{title}</h3>
      <DataTable
        compact={measures.length === 1}
        caption={title}
        rows={isWhole ? rows : rows.slice(0, shown)}
        rowKey={({ key }) => key}
        columns={columns}
      />
      {rows.length > shown && !isWhole && (
        <button type="button" class="link-button" onClick={() => setWhole(true)}>
          {figureText("seeAllRows", { count: rows.length })}
          <span class="visually-hidden">: {title}</span>
        </button>
      )}
    </section>
  );
}

function useColumns(indicator: Indicator, { by, measures, rows }: Breakdown): Column<BreakdownRow>[] {
  const { reference } = useApp();
  const unit = unitOf(indicator);
  const most = Math.max(1, ...rows.map(({ amounts }) => amounts[0] ?? 0));
  const name = ({ key, slice }: BreakdownRow) => (slice.of ? valueName(slice.of, reference) : timeName(key));
  const open = (row: BreakdownRow, amount: number, currency: Currency | undefined, of: string) =>
    amount === 0 ? (
      "–"
    ) : (
      <FigureLink href={listAddress(indicator.id, row.slice)} of={`${of}, ${name(row)}`}>
        {amountWords(amount, currency)}
      </FigureLink>
    );
  const isSingle = measures.length === 1;
  const head = ({ currency }: Measure<unknown>): string =>
    isSingle ? site("tableValue") : (currency ?? figureText("columnRecords"));
  const has = (of: (row: BreakdownRow) => boolean) => rows.some(of);
  return [
    {
      head: app(`by_${by}`),
      rowHead: true,
      cell: (row) => (
        <>
          {name(row)}
          {isSingle && <ProgressBar share={(row.amounts[0] ?? 0) / most} />}
        </>
      ),
    },
    ...measures.map(
      (measure, index): Column<BreakdownRow> => ({
        head: head(measure),
        numeric: true,
        cell: (row) =>
          open(
            row,
            row.amounts[index] ?? 0,
            measure.currency,
            measure.currency || isSingle ? unit : recordsUnitOf(indicator),
          ),
      }),
    ),
    ...(has(({ target }) => target !== undefined)
      ? [
          {
            head: site("target"),
            numeric: true,
            cell: ({ target }: BreakdownRow) =>
              target === undefined ? "–" : amountWords(target, measures[0]?.currency),
          },
        ]
      : []),
    ...(has(({ reported }) => (reported ?? []).some((amount) => amount > 0))
      ? [
          {
            head: figureText("columnReported"),
            numeric: true,
            cell: (row: BreakdownRow) =>
              open(
                { ...row, slice: { ...row.slice, standing: "reported" } },
                row.reported?.at(-1) ?? 0,
                undefined,
                figureText("columnReported"),
              ),
          },
        ]
      : []),
  ];
}
