/** The figures of a document one to a line, with where each stands: what a machine reads in the place of tables. */
import { BYTE_ORDER_MARK, csvLine } from "../csvLine.ts";
import type { Language } from "../format.ts";
import { type Block, type BlockOf, cellText, type Row } from "./block.ts";

const HEADS: Readonly<Record<Language, readonly string[]>> = {
  es: ["Sección", "Tabla", "Fila", "Columna", "Valor", "Como se imprime"],
  en: ["Section", "Table", "Row", "Column", "Value", "As printed"],
};

/** The file's beginning: its byte order mark and heads. */
export const figureHead = (language: Language): string => BYTE_ORDER_MARK + csvLine(HEADS[language]);

/** Reads a document in its order, and remembers the headings that stand over each table. */
export class FigureReader {
  readonly #over: string[] = [];

  /** Goes past a block. */
  pass(block: Block): void {
    if (block.type === "heading") this.#over.splice(block.level - 1, 3, block.text);
  }

  /** Where the document is: the headings over it, joined. */
  get section(): string {
    return this.#over.filter((text) => text !== undefined).join(" › ");
  }

  /** A line for each figure of a row; lists have none. */
  linesOf({ title, columns, isList }: BlockOf<"table">, row: Row): string {
    if (isList) return "";
    const [first = ""] = row;
    return row
      .map((cell, index) => {
        if (typeof cell === "string" || !("value" in cell)) return "";
        const head = columns[index]?.title ?? "";
        return csvLine([this.section, title, cellText(first), head, cell.value, cell.text]);
      })
      .join("");
  }
}
