/** The tables of what sectors or entities contributed: as many figures side by side as a page is wide. */
import { type AnnualIndicator, isMeasure, isMoney } from "../annualIndicator.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block, Column } from "../block.ts";
import { CURRENCY_NAMES, capital, left, money, number, right } from "../wording.ts";

export type Contribution = Pick<AnnualSnapshot["sectors"][number], "approved" | "reported" | "figures">;

/** A column of figures, with what stands in it. */
interface FigureColumn {
  readonly column: Column;
  readonly amountOf: (part: Contribution) => number;
  readonly write: (value: number) => string;
}

const NAME_WEIGHT = 46;
/** Width of a table, in the columns' weights: figures beyond it go on in another table. */
const MOST_WEIGHT = 120;

const RECORD_COLUMNS: readonly FigureColumn[] = [
  { column: right("Aprobados", 16), amountOf: ({ approved }) => approved, write: number },
  { column: right("En revisión", 16), amountOf: ({ reported }) => reported, write: number },
];

function columnsOf(indicator: AnnualIndicator): FigureColumn[] {
  const valueIn = ({ figures }: Contribution, currency?: string): number =>
    figures.find((figure) => figure.indicatorId === indicator.id && figure.currency === currency)?.value ?? 0;
  if (isMeasure(indicator) && indicator.shared)
    return [{ column: right(capital(indicator.unit), 20), amountOf: (part) => valueIn(part), write: number }];
  if (!isMoney(indicator) || !indicator.shared) return [];
  return indicator.currencies.map(({ currency }) => ({
    column: right(`${capital(indicator.unit)}, ${CURRENCY_NAMES[currency]}`, 36),
    amountOf: (part) => valueIn(part, currency),
    write: (value) => money(value, currency),
  }));
}

/** As many columns to a table as find room, the records' first. */
function tablesOf(indicators: readonly AnnualIndicator[]): FigureColumn[][] {
  const tables: FigureColumn[][] = [[...RECORD_COLUMNS]];
  const weightOf = (columns: readonly FigureColumn[]) =>
    columns.reduce((sum, { column }) => sum + column.weight, NAME_WEIGHT);
  for (const figure of indicators.flatMap(columnsOf)) {
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
): Iterable<Block> {
  for (const [index, figures] of tablesOf(indicators).entries()) {
    const shown = parts.filter((part) => index === 0 || figures.some(({ amountOf }) => amountOf(part) !== 0));
    if (shown.length === 0) continue;
    yield {
      type: "table",
      title: `${index === 0 ? "Registros y resultados" : "Más resultados"} ${of.by}, ${of.year}`,
      columns: [left(of.first, NAME_WEIGHT), ...figures.map(({ column }) => column)],
      rows: shown.map((part) => [part.label, ...figures.map(({ amountOf, write }) => write(amountOf(part)))]),
    };
  }
}
