/** The figures of a document one to a line, with where each stands: what a machine reads in the place of tables. */
import { BYTE_ORDER_MARK, csvLine } from "../csvLine.ts";
import type { Language } from "../format.ts";
import { type BlockOf, cellText, type Row } from "./block.ts";

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  es: ["Sección", "Tabla", "Fila", "Columna", "Valor", "Como se imprime"],
  en: ["Section", "Table", "Row", "Column", "Value", "As printed"],
};

/** The file's beginning: its byte order mark and heads. */
export const figureHead = (language: Language): string => BYTE_ORDER_MARK + csvLine(HEADS[language]);

/**
 * A line for each figure of a row; lists have none.
 *
 * @param section - the headings over the table, joined
 */
export function figureLines(section: string, { title, columns, isList }: BlockOf<"table">, row: Row): string {
  if (isList) return "";
  const [first = ""] = row;
  return row
    .map((cell, index) =>
      typeof cell === "object" && "value" in cell
        ? csvLine([section, title, cellText(first), columns[index]?.title ?? "", cell.value, cell.text])
        : "",
    )
    .join("");
}
