/** Lays out blocks on paper; headings wait for what they head, so that none is left alone at the foot of a page. */
import type { Block, BlockOf } from "../domain/annualReport/block.ts";
import { barChartHeight, drawBarChart, drawProgress } from "./blocks/charts.ts";
import { drawContents, type Entry, type ReservedContents } from "./blocks/contents.ts";
import { drawCover } from "./blocks/cover.ts";
import { drawTable } from "./blocks/table.ts";
import {
  drawHeading,
  drawKeyFigures,
  drawList,
  drawNote,
  drawParagraph,
  headingHeight,
  keyFiguresHeight,
} from "./blocks/text.ts";
import type { Paper } from "./Paper.ts";
import { PAGE } from "./styles.ts";

/** The least height that must follow a heading on its page, by its level. */
const AFTER_HEADING = { 1: 160, 2: 160, 3: 90 } as const;

export class Layout {
  readonly #paper: Paper;
  readonly #settled: () => Promise<void>;
  readonly #entries: Entry[] = [];
  #headings: BlockOf<"heading">[] = [];
  #contents: ReservedContents | undefined;
  #bookmark: PDFKit.PDFOutline | undefined;

  constructor(paper: Paper, settled: () => Promise<void>) {
    this.#paper = paper;
    this.#settled = settled;
  }

  async draw(block: Block): Promise<void> {
    if (block.type === "heading") {
      this.#headings.push(block);
      return;
    }
    if (this.#headings.length > 0) this.#drawHeadings(this.#leastHeight(block));
    await this.#drawBody(block);
  }

  end(): void {
    if (this.#headings.length > 0) this.#drawHeadings(0);
    if (this.#contents) drawContents(this.#paper, this.#contents, this.#entries);
    this.#paper.root.end();
    this.#paper.closeTotal();
  }

  #leastHeight(block: Block): number {
    if (block.type === "keyFigures") return keyFiguresHeight(this.#paper, block) + 30;
    if (block.type === "barChart") return Math.min(barChartHeight(this.#paper, block), PAGE.height / 2);
    const highest = Math.min(...this.#headings.map(({ level }) => level)) as 1 | 2 | 3;
    return AFTER_HEADING[highest];
  }

  #drawHeadings(following: number): void {
    const headings = this.#headings;
    this.#headings = [];
    const paper = this.#paper;
    const own = headings.reduce((sum, heading) => sum + headingHeight(paper, heading), 0);
    // A part of its own opens a page, unless the last one has hardly begun.
    const opensPart = headings.some(({ level }) => level === 1);
    if (opensPart && paper.y > PAGE.height * 0.45) paper.newPage();
    else paper.ensure(own + following);
    for (const heading of headings) this.#note(heading, drawHeading(paper, heading));
  }

  /** Remembers a heading for the contents and the bookmarks. */
  #note({ level, text }: BlockOf<"heading">, top: number): void {
    if (level === 3) return;
    const { document, pages } = this.#paper;
    const destination = `h${String(this.#entries.length + 1).padStart(5, "0")}`;
    const y = Math.max(0, top - 16);
    document.addNamedDestination(destination, "XYZ", 0, y, null);
    this.#entries.push({ level, text, page: pages, destination });
    const place = { top: y, left: PAGE.width, expanded: level === 1 };
    if (level === 1) this.#bookmark = document.outline.addItem(text, place);
    else (this.#bookmark ?? document.outline).addItem(text, place);
  }

  async #drawBody(block: Exclude<Block, { type: "heading" }>): Promise<void> {
    const paper = this.#paper;
    switch (block.type) {
      case "cover":
        return drawCover(paper, block);
      case "contents":
        this.#reserveContents(block);
        return;
      case "paragraph":
        return drawParagraph(paper, block);
      case "note":
        return drawNote(paper, block);
      case "list":
        return drawList(paper, block);
      case "keyFigures":
        return drawKeyFigures(paper, block);
      case "progress":
        return drawProgress(paper, block);
      case "barChart":
        return drawBarChart(paper, block);
      case "table":
        return drawTable(paper, block, this.#settled);
      case "letter":
        for (const text of [block.title, ...block.paragraphs, ...block.signature])
          drawParagraph(paper, { text });
        return;
      case "callout":
        drawParagraph(paper, { text: block.title });
        return drawList(paper, { type: "list", items: block.items });
      case "periodChart":
      case "map":
        return drawParagraph(paper, { text: `${block.title}. ${block.alt}` });
      case "pageBreak":
        return paper.newPage();
    }
  }

  #reserveContents({ title }: BlockOf<"contents">): void {
    const paper = this.#paper;
    paper.reservePage();
    this.#contents = { title, page: paper.pages, element: paper.open("TOC") };
    paper.newPage();
  }
}
