/** The tables of what sectors or entities contributed: as many figures side by side as a page is wide. */
import { inBoth } from "../../reports/bilingual.ts";
import { capital, left, right, type Writing } from "../../reports/Writing.ts";
import { type AnnualIndicator, isMeasure, isMoney } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Cell, Column } from "../block.ts";
import { SHARED } from "../wording.ts";

export type Contribution = Pick<AnnualSnapshot["sectors"][number], "approved" | "reported" | "figures">;

/** A column of figures, with what stands in it. */
interface FigureColumn {
  readonly column: Column;
  readonly amountOf: (part: Contribution) => number;
  readonly write: (value: number) => Cell;
}

const NAME_WEIGHT = 46;
/** Width of a table, in the columns' weights: figures beyond it go on in another table. */
const MOST_WEIGHT = 120;

const TEXTS = inBoth(
  {
    approved: "Aprobados",
    reported: "En revisión",
    first: (by: string, year: number) => `Registros y resultados ${by}, ${year}`,
    more: (by: string, year: number) => `Más resultados ${by}, ${year}`,
  },
  {
    approved: "Approved",
    reported: "Under review",
    first: (by: string, year: number) => `Records and results ${by}, ${year}`,
    more: (by: string, year: number) => `More results ${by}, ${year}`,
  },
);

const recordColumns = (w: Writing): FigureColumn[] => [
  {
    column: right(TEXTS[w.language].approved, 16),
    amountOf: ({ approved }) => approved,
    write: (value) => w.figure(value),
  },
  {
    column: right(TEXTS[w.language].reported, 16),
    amountOf: ({ reported }) => reported,
    write: (value) => w.figure(value),
  },
];

function columnsOf(indicator: AnnualIndicator, w: Writing): FigureColumn[] {
  const valueIn = ({ figures }: Contribution, currency?: string): number =>
    figures.find((figure) => figure.indicatorId === indicator.id && figure.currency === currency)?.value ?? 0;
  if (isMeasure(indicator) && indicator.shared)
    return [
      {
        column: right(capital(w.pick(indicator.unit)), 20),
        amountOf: (part) => valueIn(part),
        write: (value) => w.figure(value),
      },
    ];
  if (!isMoney(indicator) || !indicator.shared) return [];
  return indicator.currencies.map(({ currency }) => ({
    column: right(`${capital(w.pick(indicator.unit))}, ${SHARED[w.language].currencies[currency]}`, 36),
    amountOf: (part) => valueIn(part, currency),
    write: (value) => w.amount(value, currency),
  }));
}

/** As many columns to a table as find room, the records' first. */
function tablesOf(indicators: readonly AnnualIndicator[], w: Writing): FigureColumn[][] {
  const tables: FigureColumn[][] = [recordColumns(w)];
  const weightOf = (columns: readonly FigureColumn[]) =>
    columns.reduce((sum, { column }) => sum + column.weight, NAME_WEIGHT);
  for (const figure of indicators.flatMap((indicator) => columnsOf(indicator, w))) {
    const last = tables.at(-1) ?? [];
    if (weightOf([...last, figure]) <= MOST_WEIGHT) last.push(figure);
    else tables.push([figure]);
  }
  return tables;
}

/** One table, or several of the same rows; those that would hold nothing but zeros are left out of the later ones. */
export function* figureTables(
  of: { readonly first: string; readonly by: string; readonly year: number },
  parts: readonly (Contribution & { readonly label: string })[],
  indicators: readonly AnnualIndicator[],
  w: Writing,
): Iterable<Block> {
  const t = TEXTS[w.language];
  for (const [index, figures] of tablesOf(indicators, w).entries()) {
    const shown = parts.filter((part) => index === 0 || figures.some(({ amountOf }) => amountOf(part) !== 0));
    if (shown.length === 0) continue;
    yield {
      type: "table",
      title: (index === 0 ? t.first : t.more)(of.by, of.year),
      columns: [left(of.first, NAME_WEIGHT), ...figures.map(({ column }) => column)],
      rows: shown.map((part) => [part.label, ...figures.map(({ amountOf, write }) => write(amountOf(part)))]),
      hasRowHeads: true,
    };
  }
}
