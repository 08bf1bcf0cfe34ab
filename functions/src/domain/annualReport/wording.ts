/** The words that several sections of the annual report share. */
import { type Day, STRATEGY_YEARS, yearOf } from "../calendar.ts";
import { formatDay, formatMoney, formatMonth, formatNumber, formatPercent, formatPeriod } from "../format.ts";
import type { ReportStatus } from "../halfYearReport.ts";
import type { Currency } from "../indicator.ts";
import type { AnnualIndicator } from "./annualIndicator.ts";
import type { AnnualInstrument, AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block, Cell, Column } from "./block.ts";

export const number = (value: number): string => formatNumber(value, "es");
/** A number of somebody else's, with all the decimals that they gave. */
export const quoted = (value: number): string =>
  formatNumber(value, "es", String(value).split(".")[1]?.length ?? 0);
export const money = (minorUnits: number, currency: Currency): string =>
  formatMoney(minorUnits, currency, "es");
export const percent = (part: number, whole: number): string => formatPercent(part / whole, "es");
export const day = (value: Day | undefined): string => (value === undefined ? "–" : formatDay(value, "es"));

export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `a`, `a y b`, `a, b y c`. */
export const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} y ${words.at(-1)}`;

/** The strategy's years as far as the report's: `2024` or `2024-2025`. */
export function spanOf({ year }: Pick<AnnualSnapshot, "year">): string {
  const { first, last } = STRATEGY_YEARS;
  return year <= first ? String(first) : `${first}-${Math.min(year, last)}`;
}

/** `2025`, `primer semestre de 2025`, `marzo de 2025`. */
export function periodText(period: string): string {
  if (period.includes("S")) return formatPeriod(period, "es");
  return period.includes("-") ? `${formatMonth(period, "es")} de ${yearOf(period)}` : period;
}

export const BODY_NAMES = {
  "intersectoral-commission": "Comisión Intersectorial para la Internacionalización",
  "internationalization-committee": "Comité para la Internacionalización",
} as const;

export const CURRENCY_NAMES: Readonly<Record<Currency, string>> = {
  COP: "pesos colombianos",
  USD: "dólares",
  EUR: "euros",
};

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

/** The rule and the target's source in small print; and the definition's version, once there is a later one. */
export const ruleNote = ({ type, rule, targetSource, version }: AnnualIndicator): Block => ({
  type: "note",
  text: `${type === "statistic" ? "Qué es" : "Cómo se cuenta"}${version > 1 ? ` (definición, versión ${version})` : ""}: ${rule} Meta: ${targetSource}`,
});
