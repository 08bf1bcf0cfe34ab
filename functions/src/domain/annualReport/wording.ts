/** The words that several sections of the annual report share. */
import type { Day } from "../calendar.ts";
import { STRATEGY_YEARS } from "../catalogue.ts";
import { formatDay, formatNumber, formatPercent } from "../format.ts";
import type { ReportStatus } from "../halfYearReport.ts";
import type { AnnualCount, AnnualInstrument, AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block, Cell, Column } from "./block.ts";

export const number = (value: number): string => formatNumber(value, "es");
export const percent = (part: number, whole: number): string => formatPercent(part / whole, "es");
export const day = (value: Day | undefined): string => (value === undefined ? "–" : formatDay(value, "es"));

/** `a`, `a y b`, `a, b y c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} y ${words.at(-1)}`;

/** The strategy's years as far as the report's: `2024` or `2024-2025`. */
export function spanOf({ year }: Pick<AnnualSnapshot, "year">): string {
  const { first, last } = STRATEGY_YEARS;
  return year <= first ? String(first) : `${first}-${Math.min(year, last)}`;
}

/** What an indicator has achieved of its target: of the strategy's total, or of the year's. */
export function towardsTarget(indicator: AnnualCount): { value: number; target: number } | undefined {
  const { target } = indicator;
  if (!target) return undefined;
  return { value: target.per === "year" ? indicator.inYear : indicator.inStrategy, target: target.value };
}

export const BODY_NAMES = {
  "intersectoral-commission": "Comisión Intersectorial para la Internacionalización",
  "internationalization-committee": "Comité para la Internacionalización",
} as const;

export const SCOPE_NAMES: Readonly<Record<AnnualInstrument["scope"], string>> = {
  bilateral: "Bilateral",
  multilateral: "Multilateral",
};

export const INSTRUMENT_STATUS_NAMES: Readonly<Record<AnnualInstrument["status"], string>> = {
  negotiating: "En negociación",
  signed: "Firmado",
  active: "Vigente",
  ended: "Terminado",
  expired: "Vencido",
};

export const REPORT_STATUS_NAMES: Readonly<Record<ReportStatus, string>> = {
  "not-started": "Sin empezar",
  "in-progress": "En preparación",
  "submitted-on-time": "Enviado a tiempo",
  "submitted-late": "Enviado tarde",
  returned: "Devuelto",
  approved: "Aprobado",
  "nothing-to-report": "Sin novedades",
};

export const left = (title: string, weight: number): Column => ({ title, weight, align: "left" });
export const right = (title: string, weight: number): Column => ({ title, weight, align: "right" });

/** A table, or one line that says why there is none. */
export const tableOr = (
  empty: string,
  title: string,
  columns: readonly Column[],
  rows: readonly (readonly Cell[])[],
): Block =>
  rows.length === 0 ? { type: "paragraph", text: empty } : { type: "table", title, columns, rows };
