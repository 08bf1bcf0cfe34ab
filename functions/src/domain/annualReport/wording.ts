/** The words that several sections of the annual report share. */
import { STRATEGY_YEARS } from "../calendar.ts";
import type { ReportStatus } from "../halfYearReport.ts";
import type { Currency } from "../indicator.ts";
import { inBoth } from "../reports/bilingual.ts";
import { NONE, type Writing } from "../reports/Writing.ts";
import type { AnnualIndicator } from "./annualIndicator.ts";
import type { AnnualInstrument, AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block, Column, Row } from "./block.ts";

/** The strategy's years as far as the report's: `2024` or `2024-2025`. */
export function spanOf({ year }: Pick<AnnualSnapshot, "year">): string {
  const { first, last } = STRATEGY_YEARS;
  return year <= first ? String(first) : `${first}-${Math.min(year, last)}`;
}

export const BODIES = ["intersectoral-commission", "internationalization-committee"] as const;

interface Shared {
  readonly bodies: Readonly<Record<(typeof BODIES)[number], string>>;
  readonly currencies: Readonly<Record<Currency, string>>;
  readonly scopes: Readonly<Record<AnnualInstrument["scope"], string>>;
  readonly instrumentStatuses: Readonly<Record<AnnualInstrument["status"], string>>;
  readonly reportStatuses: Readonly<Record<ReportStatus, string>>;
  readonly countedAs: string;
  readonly is: string;
  readonly version: (version: number) => string;
  readonly target: string;
}

export const SHARED = inBoth<Shared>(
  {
    bodies: {
      "intersectoral-commission": "Comisión Intersectorial para la Internacionalización",
      "internationalization-committee": "Comité para la Internacionalización",
    },
    currencies: { COP: "pesos colombianos", USD: "dólares", EUR: "euros" },
    scopes: { bilateral: "Bilateral", multilateral: "Multilateral" },
    instrumentStatuses: {
      negotiating: "En negociación",
      signed: "Firmado",
      active: "Vigente",
      ended: "Terminado",
      expired: "Vencido",
    },
    reportStatuses: {
      "not-started": "Sin empezar",
      "in-progress": "En preparación",
      "submitted-on-time": "Enviado a tiempo",
      "submitted-late": "Enviado tarde",
      returned: "Devuelto",
      approved: "Aprobado",
      "nothing-to-report": "Sin novedades",
    },
    countedAs: "Cómo se cuenta",
    is: "Qué es",
    version: (version) => ` (definición, versión ${version})`,
    target: "Meta",
  },
  {
    bodies: {
      "intersectoral-commission": "Intersectoral Commission for Internationalization",
      "internationalization-committee": "Internationalization Committee",
    },
    currencies: { COP: "Colombian pesos", USD: "US dollars", EUR: "euros" },
    scopes: { bilateral: "Bilateral", multilateral: "Multilateral" },
    instrumentStatuses: {
      negotiating: "In negotiation",
      signed: "Signed",
      active: "In force",
      ended: "Ended",
      expired: "Expired",
    },
    reportStatuses: {
      "not-started": "Not started",
      "in-progress": "In preparation",
      "submitted-on-time": "Sent on time",
      "submitted-late": "Sent late",
      returned: "Returned",
      approved: "Approved",
      "nothing-to-report": "Nothing to report",
    },
    countedAs: "How it is counted",
    is: "What it is",
    version: (version) => ` (definition, version ${version})`,
    target: "Target",
  },
);

/** A table, or one line that says why there is none. */
export const tableOr = (
  empty: string,
  title: string,
  columns: readonly Column[],
  rows: readonly Row[],
  more: { readonly hasRowHeads?: boolean; readonly isList?: boolean; readonly sheet?: string } = {},
): Block =>
  rows.length === 0 ? { type: "paragraph", text: empty } : { type: "table", title, columns, rows, ...more };

/** The rule and the target's source in small print; and the definition's version, once there is a later one. */
export function ruleNote({ type, rule, targetSource, version }: AnnualIndicator, w: Writing): Block {
  const t = SHARED[w.language];
  const lead = `${type === "statistic" ? t.is : t.countedAs}${version > 1 ? t.version(version) : ""}`;
  return { type: "note", text: `${lead}: ${w.pick(rule)} ${t.target}: ${w.pick(targetSource)}` };
}

/** A list in a cell. */
export const joined = (words: readonly string[]): string => words.join("; ") || NONE;
