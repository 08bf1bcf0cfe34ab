/** Tables of any length: the head comes back on each page, and a row stays whole where a page can hold it. */
import { type BlockOf, type Row as Cells, type Column, cellText } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_HEIGHT, BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";
import type { Line } from "../Typeface.ts";

const PAD_X = 5;
const PAD_Y = 3.5;

/** A column where it stands. */
interface Placed extends Column {
  readonly x: number;
  readonly width: number;
}

function placed(columns: readonly Column[]): Placed[] {
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  let x = PAGE.left;
  return columns.map((column) => {
    const width = (BODY_WIDTH * column.weight) / weights;
    x += width;
    return { ...column, x: x - width, width };
  });
}

const tallest = (cells: readonly (readonly Line[])[]): number =>
  Math.max(1, ...cells.map((lines) => lines.length));

interface Row {
  readonly cells: readonly (readonly Line[])[];
  readonly height: number;
}

class Table {
  readonly #paper: Paper;
  readonly #columns: readonly Placed[];
  readonly #head: readonly (readonly Line[])[];
  readonly #element: PDFKit.PDFStructureElement;
  #rowsUnderHead = 0;

  constructor(paper: Paper, columns: readonly Column[]) {
    this.#paper = paper;
    this.#columns = placed(columns);
    this.#head = this.#columns.map(({ title, width }) => paper.wrap(title, TEXT.head, width - 2 * PAD_X));
    this.#element = paper.open("Table");
  }

  get headHeight(): number {
    return tallest(this.#head) * TEXT.head.leading + 2 * PAD_Y + 2;
  }

  rowOf(row: Cells): Row {
    const cells = this.#columns.map(({ width }, index) =>
      this.#paper.wrap(cellText(row[index] ?? ""), TEXT.cell, width - 2 * PAD_X),
    );
    return { cells, height: tallest(cells) * TEXT.cell.leading + 2 * PAD_Y };
  }

  /** The head; where it comes back on a later page it is read no second time. */
  drawHead(first: boolean): void {
    const paper = this.#paper;
    const { headHeight } = this;
    const ground = () => {
      paper.rectangle(PAGE.left, paper.y, BODY_WIDTH, headHeight, COLOR.tint);
      paper.rule(PAGE.left, paper.y + headHeight, BODY_WIDTH, COLOR.accent, 1);
    };
    const draw = (index: number) => {
      const lines = this.#head[index] ?? [];
      const spare = (tallest(this.#head) - lines.length) * TEXT.head.leading;
      this.#cellLines(index, lines, TEXT.head, paper.y + PAD_Y + 1 + spare);
    };
    paper.artifact(() => {
      ground();
      if (!first) for (const index of this.#columns.keys()) draw(index);
    });
    if (first) {
      const row = paper.open("TR", this.#element);
      for (const index of this.#columns.keys())
        paper.element("TH", () => draw(index), row, { scope: "Column" });
      row.end();
    }
    paper.y += headHeight;
  }

  /**
   * A row on this page or the next; one that is taller than a page goes on over several.
   *
   * @param together - height of the row after it that must not be left alone on the next page, else 0
   */
  drawRow(row: Row, together: number): void {
    const paper = this.#paper;
    const wholePage = BODY_HEIGHT - this.headHeight;
    const both = row.height + together;
    if (this.#rowsUnderHead > 0 && both <= wholePage && !paper.fits(both)) this.#turn();
    else if (!paper.fits(row.height) && (row.height <= wholePage || !paper.fits(wholePage / 3))) this.#turn();
    const element = paper.open("TR", this.#element);
    const cells = this.#columns.map(() => paper.open("TD", element));
    let from = 0;
    for (;;) {
      const room = Math.floor((PAGE.height - PAGE.bottom - paper.y - 2 * PAD_Y) / TEXT.cell.leading);
      const part = row.cells.map((lines) => lines.slice(from, from + room));
      for (const [index, lines] of part.entries())
        if (from === 0 || lines.length > 0)
          cells[index]?.add(
            paper.content("TD", () => this.#cellLines(index, lines, TEXT.cell, paper.y + PAD_Y)),
          );
      paper.y += tallest(part) * TEXT.cell.leading + 2 * PAD_Y;
      from += room;
      if (from >= tallest(row.cells)) break;
      this.#turn();
    }
    paper.artifact(() => paper.rule(PAGE.left, paper.y, BODY_WIDTH));
    for (const cell of cells) cell.end();
    element.end();
    this.#rowsUnderHead += 1;
  }

  end(): void {
    this.#element.end();
  }

  #turn(): void {
    this.#paper.newPage();
    this.drawHead(false);
    this.#rowsUnderHead = 0;
  }

  #cellLines(
    index: number,
    lines: readonly Line[],
    style: typeof TEXT.cell | typeof TEXT.head,
    y: number,
  ): void {
    const column = this.#columns[index];
    if (!column) return;
    const { x, width, align } = column;
    this.#paper.lines(lines, style, { x: x + PAD_X, y, width: width - 2 * PAD_X, align });
  }
}

/**
 * Draws a table with its title; title, head and first row stay together.
 *
 * @param settled - waits until what is written has been taken, so that rows are never all held
 */
export async function drawTable(
  paper: Paper,
  { title, columns, rows }: BlockOf<"table">,
  settled: () => Promise<void>,
): Promise<void> {
  const caption = paper.wrap(title, TEXT.caption);
  const captionHeight = caption.length * TEXT.caption.leading + 5;
  const iterator = Symbol.asyncIterator in rows ? rows[Symbol.asyncIterator]() : rows[Symbol.iterator]();
  const first = await iterator.next();
  if (first.done) return;
  const table = new Table(paper, columns);
  let row: Row | undefined = table.rowOf(first.value);
  paper.y += 4;
  paper.ensure(captionHeight + table.headHeight + Math.min(row.height, BODY_HEIGHT / 3));
  paper.element("P", () => paper.lines(caption, TEXT.caption));
  paper.y += captionHeight;
  table.drawHead(true);
  let upcoming = await iterator.next();
  while (row !== undefined) {
    const following: Row | undefined = upcoming.done ? undefined : table.rowOf(upcoming.value);
    if (!upcoming.done) upcoming = await iterator.next();
    const page = paper.pages;
    table.drawRow(row, upcoming.done ? (following?.height ?? 0) : 0);
    if (paper.pages !== page) await settled();
    row = following;
  }
  table.end();
  paper.y += 14;
}
