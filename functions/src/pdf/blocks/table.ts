/** Tables of any length: the head comes back on each page, and a row stays whole where a page can hold it. */
import type { BlockOf, Row } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import type { Element } from "../Structure.ts";
import { BODY_HEIGHT, BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";
import type { Line } from "../Typeface.ts";
import {
  fractionsOf,
  PAD_X,
  PAD_Y,
  type Placed,
  placed,
  type RowCell,
  rowOf,
  type TableRow,
  tallest,
} from "./TableRow.ts";
import { underlined } from "./text.ts";

/** Rows that are looked at before the first is drawn, so that their decimals can be aligned. */
const LOOKED_AT = 100;

class Table {
  readonly columns: readonly Placed[];
  readonly #paper: Paper;
  readonly #fractions: readonly number[];
  readonly #head: readonly { readonly lines: readonly Line[] }[];
  readonly #hasRowHeads: boolean;
  readonly #element: Element;
  readonly #body: Element;
  readonly #headHeight: number;
  /** Heights of the rules between rows that the page still lacks. */
  #rules: number[] = [];
  #rowsUnderHead = 0;

  constructor(
    paper: Paper,
    { title, hasRowHeads = false }: BlockOf<"table">,
    columns: readonly Placed[],
    first: readonly TableRow[],
    begun: Reader["begun"],
  ) {
    this.#paper = paper;
    this.columns = columns;
    this.#hasRowHeads = hasRowHeads;
    this.#fractions = fractionsOf(first, columns);
    this.#head = columns.map((column) => ({
      lines: paper.wrap(column.title, TEXT.head, column.width - 2 * PAD_X),
    }));
    this.#headHeight = tallest(this.#head) * TEXT.head.leading + 2 * PAD_Y + 2;
    const caption = paper.wrap(title, TEXT.caption);
    const captionHeight = caption.length * TEXT.caption.leading + 5;
    const [one, two] = first.map(({ height }) => Math.min(height, BODY_HEIGHT / 4));
    paper.y += 4;
    paper.ensure(captionHeight + this.#headHeight + (one ?? 0) + (two ?? 0));
    begun(paper.y);
    this.#element = paper.open("Table");
    paper.element("Caption", () => paper.lines(caption, TEXT.caption), this.#element);
    paper.y += captionHeight;
    const head = paper.open("THead", this.#element);
    this.#drawHead(head);
    paper.end(head);
    this.#body = paper.open("TBody", this.#element);
  }

  /**
   * A row on this page or the next; one that is taller than a page goes on over several.
   *
   * @param together - height of the row after it that must not be left alone on the next page, else 0
   */
  drawRow(row: TableRow, together: number): void {
    const paper = this.#paper;
    const wholePage = BODY_HEIGHT - this.#headHeight;
    const both = row.height + together;
    if (this.#rowsUnderHead > 0 && both <= wholePage && !paper.fits(both)) this.#turn();
    else if (!paper.fits(row.height) && (row.height <= wholePage || !paper.fits(wholePage / 3))) this.#turn();
    const element = paper.open("TR", this.#body);
    if (paper.fits(row.height)) this.#drawWhole(row, element);
    else this.#drawInParts(row, element);
    paper.end(element);
    this.#rules.push(paper.y);
    this.#rowsUnderHead += 1;
  }

  end(): void {
    this.#drawRules();
    this.#paper.end(this.#body);
    this.#paper.end(this.#element);
    this.#paper.y += 14;
  }

  #tagOf(index: number): string {
    return index === 0 && this.#hasRowHeads ? "TH" : "TD";
  }

  #drawWhole(row: TableRow, element: Element): void {
    const paper = this.#paper;
    const draw = () => {
      for (const [index, cell] of row.cells.entries()) {
        if (cell.link) this.#drawLink(index, cell, element);
        else
          paper.leaf(this.#tagOf(index), element, () => this.#cellLines(index, cell, paper.y + PAD_Y), "Row");
      }
    };
    if (row.cells.some(({ link }) => link)) draw();
    else paper.inStyle(TEXT.cell, draw);
    paper.y += row.height;
  }

  #drawInParts(row: TableRow, element: Element): void {
    const paper = this.#paper;
    const cells = row.cells.map((_, index) => {
      const tag = this.#tagOf(index);
      return paper.open(tag, element, tag === "TH" ? { scope: "Row" } : undefined);
    });
    let from = 0;
    for (;;) {
      const room = Math.floor((PAGE.height - PAGE.bottom - paper.y - 2 * PAD_Y) / TEXT.cell.leading);
      const part = row.cells.map((cell) => ({ ...cell, lines: cell.lines.slice(from, from + room) }));
      for (const [index, cell] of part.entries()) {
        const own = cells[index];
        if (own && (from === 0 || cell.lines.length > 0))
          paper.mark(own, () => this.#cellLines(index, cell, paper.y + PAD_Y));
      }
      paper.y += tallest(part) * TEXT.cell.leading + 2 * PAD_Y;
      from += room;
      if (from >= row.lineCount) break;
      this.#turn();
    }
    for (const cell of cells) paper.end(cell);
  }

  #drawLink(index: number, { lines, style, link }: RowCell, row: Element): void {
    const paper = this.#paper;
    const { x, width } = this.columns[index] as Placed;
    const tag = this.#tagOf(index);
    const cell = paper.open(tag, row, tag === "TH" ? { scope: "Row" } : undefined);
    const element = paper.open("Link", cell);
    const y = paper.y + PAD_Y;
    paper.mark(element, () => paper.lines(lines, style, { x: x + PAD_X, y }));
    const box = [x + PAD_X, y, width - 2 * PAD_X, lines.length * style.leading] as const;
    if (link) paper.link(element, box, link.to, link.text);
    paper.end(element);
    paper.end(cell);
    underlined(paper, lines, style, x + PAD_X, y);
  }

  /** The head; where it comes back on a later page it is read no second time. */
  #drawHead(parent?: Element): void {
    const paper = this.#paper;
    const most = tallest(this.#head);
    const draw = (index: number) => {
      const { x, width, align } = this.columns[index] as Placed;
      const lines = this.#head[index]?.lines ?? [];
      const y = paper.y + PAD_Y + 1 + (most - lines.length) * TEXT.head.leading;
      paper.lines(lines, TEXT.head, { x: x + PAD_X, y, width: width - 2 * PAD_X, align });
    };
    paper.artifact(() => {
      paper.rectangle(PAGE.left, paper.y, BODY_WIDTH, this.#headHeight, COLOR.tint);
      paper.rule(PAGE.left, paper.y + this.#headHeight, BODY_WIDTH, COLOR.accent, 1);
      if (!parent) for (const index of this.columns.keys()) draw(index);
    });
    if (parent) {
      const row = paper.open("TR", parent);
      for (const index of this.columns.keys())
        paper.element("TH", () => draw(index), row, { scope: "Column" });
      paper.end(row);
    }
    paper.y += this.#headHeight;
  }

  #turn(): void {
    this.#drawRules();
    this.#paper.newPage();
    this.#drawHead();
    this.#rowsUnderHead = 0;
  }

  #drawRules(): void {
    if (this.#rules.length === 0) return;
    this.#paper.artifact(() => {
      for (const y of this.#rules) this.#paper.rule(PAGE.left, y, BODY_WIDTH);
    });
    this.#rules = [];
  }

  #cellLines(index: number, { lines, style, fraction }: RowCell, y: number): void {
    const { x, width, align } = this.columns[index] as Placed;
    const [line] = lines;
    // A figure that would leave its column, or none of the first rows had so many decimals, keeps to the edge.
    const behind = fraction === undefined ? 0 : Math.max(0, (this.#fractions[index] ?? 0) - fraction);
    const room = width - 2 * PAD_X;
    const moved = line && line.width + behind <= room ? behind : 0;
    this.#paper.lines(lines, style, { x: x + PAD_X, y, width: room - moved, align });
  }
}

/** Who follows the table as it is drawn. */
interface Reader {
  /** Is told the height at which it begins. */
  readonly begun: (top: number) => void;
  /** Is told each row, once. */
  readonly read: (row: Row) => void;
  /** Waits until what is written has been taken, so that rows are never all held. */
  readonly settled: () => Promise<void>;
}

/** Draws a table with its title; title, head and first rows stay together. One without rows is not drawn. */
export async function drawTable(
  paper: Paper,
  block: BlockOf<"table">,
  { begun, read, settled }: Reader,
): Promise<void> {
  const { rows } = block;
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const next = async (): Promise<Row | undefined> => {
    const upcoming = iterator.next();
    const { done, value } = "then" in upcoming ? await upcoming : upcoming;
    if (done) return undefined;
    read(value);
    return value;
  };
  const first: Row[] = [];
  while (first.length < LOOKED_AT) {
    const row = await next();
    if (!row) break;
    first.push(row);
  }
  if (first.length === 0) return;
  const columns = placed(paper, block.columns, first);
  const waiting = first.map((row) => rowOf(paper, row, columns));
  const table = new Table(paper, block, columns, waiting, begun);
  let isEnd = false;
  for (let row = waiting.shift(); row; row = waiting.shift()) {
    // What is drawn must know whether its follower is the last.
    while (!isEnd && waiting.length < 2) {
      const upcoming = await next();
      if (upcoming) waiting.push(rowOf(paper, upcoming, columns));
      else isEnd = true;
    }
    const last = isEnd && waiting.length === 1 ? waiting[0] : undefined;
    const page = paper.pages;
    table.drawRow(row, last?.height ?? 0);
    if (paper.pages !== page) await settled();
  }
  table.end();
}
