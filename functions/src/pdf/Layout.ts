/** Lays out blocks on paper; headings wait for what they head, so that none is left alone at the foot of a page. */
import type { Block, BlockOf } from "../domain/annualReport/block.ts";
import { FigureReader } from "../domain/annualReport/figureLines.ts";
import { drawCallout } from "./blocks/callout.ts";
import { chartHeight, drawBarChart, drawPeriodChart, drawProgress } from "./blocks/charts.ts";
import { type Contents, drawContents } from "./blocks/contents.ts";
import { drawCover } from "./blocks/cover.ts";
import { drawLetter } from "./blocks/letter.ts";
import { drawMap, mapHeight } from "./blocks/map.ts";
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
import { Places } from "./Places.ts";
import { PAGE } from "./styles.ts";

/** The least height that must follow a heading on its page, by its level. */
const AFTER_HEADING = { 1: 160, 2: 160, 3: 90 } as const;

export class Layout {
  /** The lines of all figures that were drawn, for the file that goes with the pages. */
  figures = "";
  readonly #paper: Paper;
  readonly #settled: () => Promise<void>;
  readonly #places: Places;
  readonly #reader = new FigureReader();
  #headings: BlockOf<"heading">[] = [];
  #contents: Contents | undefined;
  #tagLevel = 0;

  constructor(paper: Paper, settled: () => Promise<void>) {
    this.#paper = paper;
    this.#settled = settled;
    this.#places = new Places(paper);
  }

  async draw(block: Block): Promise<void> {
    this.#reader.pass(block);
    if (block.type === "heading") {
      this.#headings.push(block);
      return;
    }
    if (this.#headings.length > 0) this.#drawHeadings(this.#leastHeight(block));
    await this.#drawBody(block);
  }

  /** @throws Error when a link leads to no place in the document */
  end(): void {
    if (this.#headings.length > 0) this.#drawHeadings(0);
    const paper = this.#paper;
    const from = paper.pages;
    if (this.#contents) drawContents(paper, this.#contents, this.#places.entries);
    this.#places.end();
    paper.close(this.#contents && { from, to: this.#contents.after });
  }

  #leastHeight(block: Block): number {
    if (block.type === "keyFigures") return keyFiguresHeight(this.#paper, block) + 30;
    if (block.type === "barChart" || block.type === "periodChart")
      return Math.min(chartHeight(this.#paper, block), PAGE.height / 2);
    if (block.type === "map") return mapHeight(this.#paper, block);
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
    for (const heading of headings) {
      const { level, text, id } = heading;
      if (level === 1) paper.beginSection(text);
      // No level is skipped for whoever hears them.
      this.#tagLevel = Math.min(level, this.#tagLevel + 1);
      this.#places.addHeading(
        { level, text, ...(id !== undefined && { id }) },
        drawHeading(paper, heading, this.#tagLevel),
      );
    }
  }

  async #drawBody(block: Exclude<Block, { type: "heading" }>): Promise<void> {
    const paper = this.#paper;
    switch (block.type) {
      case "cover":
        return drawCover(paper, block);
      case "contents":
        this.#contents = { title: block.title, after: paper.pages, element: paper.open("TOC") };
        // Whatever follows begins on a page of its own.
        paper.y = PAGE.height;
        return;
      case "letter": {
        paper.beginSection(block.title);
        const top = drawLetter(paper, block);
        this.#tagLevel = 1;
        this.#places.addHeading({ level: 1, text: block.title }, top);
        return;
      }
      case "paragraph":
        return drawParagraph(paper, block);
      case "note":
        return drawNote(paper, block);
      case "list":
        return drawList(paper, block);
      case "callout":
        return drawCallout(paper, block);
      case "keyFigures":
        return drawKeyFigures(paper, block);
      case "progress":
        return drawProgress(paper, block);
      case "barChart":
        return drawBarChart(paper, block);
      case "periodChart":
        return drawPeriodChart(paper, block);
      case "map":
        return drawMap(paper, block);
      case "table":
        return this.#drawTable(block);
      case "pageBreak":
        return paper.newPage();
    }
  }

  #drawTable(block: BlockOf<"table">): Promise<void> {
    return drawTable(this.#paper, block, {
      begun: (top) => {
        if (block.id !== undefined) this.#places.add(block.id, top);
      },
      read: (row) => {
        this.figures += this.#reader.linesOf(block, row);
      },
      settled: this.#settled,
    });
  }
}
