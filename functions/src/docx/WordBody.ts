/** The body of a Word file, block by block. Charts are their titles here: the table of each follows it. */
import type * as Docx from "docx";
import { type Block, type BlockOf, cellText } from "../domain/annualReport/block.ts";
import { plain } from "./plain.ts";
import { INK } from "./styles.ts";
import { WordTable } from "./WordTable.ts";

const LEVELS = { 1: "HEADING_1", 2: "HEADING_2", 3: "HEADING_3" } as const;

export class WordBody {
  readonly children: Docx.FileChild[] = [];
  readonly #docx: typeof Docx;

  constructor(docx: typeof Docx) {
    this.#docx = docx;
  }

  beginTable(block: BlockOf<"table">): WordTable {
    return new WordTable(this.#docx, block);
  }

  /** Adds a table with its title; one without rows is left out. */
  addTable({ title }: BlockOf<"table">, table: WordTable): void {
    if (table.isEmpty) return;
    const caption = this.#text(title, { style: "Caption" });
    this.children.push(caption, table.end(), this.#text("", { style: "Note" }));
  }

  add(block: Exclude<Block, { type: "table" }>): void {
    this.children.push(...this.#partsOf(block));
  }

  #partsOf(block: Exclude<Block, { type: "table" }>): Docx.FileChild[] {
    switch (block.type) {
      case "cover":
        return this.#coverOf(block);
      case "contents":
        return this.#contentsOf(block);
      case "letter":
        return this.#letterOf(block);
      case "heading": {
        const heading = this.#docx.HeadingLevel[LEVELS[block.level]];
        return [this.#text(block.text, { heading, pageBreakBefore: block.level === 1 })];
      }
      case "paragraph":
        return this.#paragraphs(block.text);
      case "note":
        return [this.#text(block.text, { style: "Note" })];
      case "list":
        return block.items.map((item) => this.#text(cellText(item), { bullet: { level: 0 } }));
      case "callout":
        return [
          this.#text(block.title, { style: "Callout" }, { bold: true }),
          ...block.items.map((item) => this.#text(item, { style: "Callout", bullet: { level: 0 } })),
        ];
      case "keyFigures":
        return block.figures.flatMap(({ text, label }) => [
          this.#text(text, { style: "KeyFigure" }),
          this.#text(label, { style: "Note" }),
        ]);
      case "progress":
        return [this.#text(block.text, { style: "Caption" })];
      case "barChart":
      case "periodChart":
      case "map":
        return [this.#text(block.title, { style: "Caption" })];
      case "pageBreak":
        return [this.#text("", { pageBreakBefore: true })];
    }
  }

  #coverOf({ title, subtitle, lines, logos = [] }: BlockOf<"cover">): Docx.FileChild[] {
    return [
      this.#text(title, { heading: this.#docx.HeadingLevel.TITLE, spacing: { before: 4_000 } }),
      this.#text(subtitle, { style: "Subtitle" }),
      ...lines.map((line) => this.#text(line)),
      ...logos.map((logo) => this.#text(logo, { style: "Placeholder", spacing: { before: 400 } })),
    ];
  }

  #contentsOf({ title }: BlockOf<"contents">): Docx.FileChild[] {
    const contents = new this.#docx.TableOfContents(plain(title), {
      hyperlink: true,
      headingStyleRange: "1-2",
    });
    const large = { bold: true, size: 42, color: INK.accent };
    return [this.#text(title, { pageBreakBefore: true }, large), contents];
  }

  #letterOf({ title, paragraphs, signature, isPlaceholder }: BlockOf<"letter">): Docx.FileChild[] {
    const heading = this.#docx.HeadingLevel.HEADING_1;
    return [
      this.#text(title, { heading, pageBreakBefore: true }),
      ...paragraphs.flatMap((text) => this.#paragraphs(text, isPlaceholder ? { style: "Placeholder" } : {})),
      ...signature.map((line, index) =>
        index === 0 ? this.#text(line, { spacing: { before: 900 } }, { bold: true }) : this.#text(line),
      ),
    ];
  }

  #paragraphs(text: string, options: Docx.IParagraphOptions = {}): Docx.Paragraph[] {
    return text.split(/\n{2,}/).map((part) => this.#text(part, options));
  }

  #text(text: string, options: Docx.IParagraphOptions = {}, run: Docx.IRunOptions = {}): Docx.Paragraph {
    const { Paragraph, TextRun } = this.#docx;
    const children = plain(text)
      .split("\n")
      .map((line, index) => new TextRun({ ...run, text: line, ...(index > 0 && { break: 1 }) }));
    return new Paragraph({ ...options, children });
  }
}
