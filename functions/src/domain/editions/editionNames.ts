/** What editions and their files are called, for people: on screens, in mails and on a reader's own computer. */
import type { Edition, EditionFile } from "../edition.ts";
import { safeFileName } from "../fileName.ts";
import { formatMonth, type Language } from "../format.ts";

export type NamedEdition = Pick<Edition, "kind" | "year" | "month" | "periodId" | "entityName" | "number">;

/** `Informe anual 2025`, `Monthly report, February 2026`, `Informe semestral 2026-1, Secretaría de Movilidad`. */
export function reportName(
  { kind, year, month, periodId, entityName }: Omit<NamedEdition, "number">,
  language: Language,
): string {
  const isSpanish = language === "es";
  if (kind === "annual") return isSpanish ? `Informe anual ${year}` : `Annual report ${year}`;
  if (kind === "monthly") {
    const name = formatMonth(month ?? "", language);
    return isSpanish ? `Informe mensual, ${name} de ${year}` : `Monthly report, ${name} ${year}`;
  }
  const half = `${year}-${periodId?.at(-1)}`;
  const of = entityName === undefined ? "" : `, ${entityName}`;
  return isSpanish ? `Informe semestral ${half}${of}` : `Half-year report ${half}${of}`;
}

/** `Informe anual 2025 (edición 2)`. */
export const editionName = (edition: NamedEdition, language: Language): string =>
  `${reportName(edition, language)} (${language === "es" ? "edición" : "edition"} ${edition.number})`;

/** Beside the extension, for files that it alone does not tell apart. */
const REMARKS: { readonly [F in EditionFile["format"]]?: Readonly<Record<Language, string>> } = {
  csv: { es: "cifras", en: "figures" },
  json: { es: "datos", en: "data" },
  ndjson: { es: "registros", en: "records" },
};

/** `Informe anual 2025 - Bitácora (edición 2).pdf`. */
export function editionFileName(
  edition: NamedEdition,
  { format, language }: Pick<EditionFile, "format" | "language">,
): string {
  const remark = REMARKS[format]?.[language];
  return fileName(edition, language, remark, format);
}

/** `Informe anual 2025 - Bitácora (edición 2, firmado).pdf`. */
export const signedFileName = (edition: NamedEdition): string => fileName(edition, "es", "firmado", "pdf");

function fileName(
  edition: NamedEdition,
  language: Language,
  remark: string | undefined,
  extension: string,
): string {
  const number = `${language === "es" ? "edición" : "edition"} ${edition.number}`;
  const end = ` - Bitácora (${[number, remark].filter(Boolean).join(", ")}).${extension}`;
  const name = safeFileName(reportName(edition, language));
  // An entity's name may be long: it is cut, and what tells editions apart stays.
  return safeFileName([...name].slice(0, 120 - [...end].length).join("") + end);
}
