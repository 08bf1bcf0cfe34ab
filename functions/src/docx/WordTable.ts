/** A table for Word: its head comes back on each page, and its rows stay whole. */
import type * as Docx from "docx";
import { type BlockOf, type Cell, type Column, cellText, type Row } from "../domain/annualReport/block.ts";
import { plain } from "./plain.ts";
import { BODY_WIDTH, INK } from "./styles.ts";

const NO_LINE = { style: "none", size: 0, color: "auto" } as const;
const LINE = { style: "single", size: 4, color: INK.rule } as const;

function widthsOf(columns: readonly Column[]): number[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  return columns.map(({ weight }) => Math.floor((BODY_WIDTH * weight) / weights));
}

export class WordTable {
  readonly #docx: typeof Docx;
  readonly #block: BlockOf<"table">;
  readonly #widths: readonly number[];
  readonly #rows: Docx.TableRow[] = [];

  constructor(docx: typeof Docx, block: BlockOf<"table">) {
    this.#docx = docx;
    this.#block = block;
    this.#widths = widthsOf(block.columns);
  }

  get isEmpty(): boolean {
    return this.#rows.length === 0;
  }

  add(row: Row): void {
    const cells = this.#block.columns.map((column, index) =>
      this.#cell(column, index, row[index] ?? "", "Cell"),
    );
    this.#rows.push(new this.#docx.TableRow({ children: cells, cantSplit: true }));
  }

  end(): Docx.Table {
    const { Table, TableRow, WidthType, TableLayoutType } = this.#docx;
    const heads = this.#block.columns.map((column, index) =>
      this.#cell(column, index, column.title, "HeadCell"),
    );
    const head = new TableRow({ children: heads, tableHeader: true, cantSplit: true });
    return new Table({
      rows: [head, ...this.#rows],
      columnWidths: this.#widths,
      width: { size: BODY_WIDTH, type: WidthType.DXA },
      layout: TableLayoutType.FIXED,
      margins: { top: 50, bottom: 50, left: 90, right: 90 },
      borders: {
        top: LINE,
        bottom: LINE,
        left: NO_LINE,
        right: NO_LINE,
        insideHorizontal: LINE,
        insideVertical: NO_LINE,
      },
    });
  }

  #cell({ align }: Column, index: number, cell: Cell, style: "Cell" | "HeadCell"): Docx.TableCell {
    const { AlignmentType, ExternalHyperlink, Paragraph, TableCell, TextRun, WidthType } = this.#docx;
    const alignment = align === "right" ? AlignmentType.RIGHT : AlignmentType.LEFT;
    const paragraphs = cellText(cell)
      .split("\n")
      .map((line) => {
        const run = new TextRun(plain(line));
        const isLink = typeof cell === "object" && "to" in cell && !cell.to.startsWith("#");
        const child = isLink ? new ExternalHyperlink({ link: cell.to, children: [run] }) : run;
        return new Paragraph({ style, alignment, children: [child] });
      });
    return new TableCell({
      children: paragraphs,
      width: { size: this.#widths[index] ?? 0, type: WidthType.DXA },
      ...(style === "HeadCell" && { shading: { fill: INK.tint } }),
    });
  }
}
