/** The sheets that blocks are drawn on: pages with their heads and feet, a place to write, and reading order. */
import type { DocumentInfo } from "../domain/annualReport/block.ts";
import { internalsOf, type Reference } from "./pdfkitInternals.ts";
import { BODY_WIDTH, COLOR, type Color, type FaceName, PAGE, TEXT, type TextStyle } from "./styles.ts";
import type { Line, Typeface } from "./Typeface.ts";

type Element = PDFKit.PDFStructureElement;
type Content = PDFKit.PDFStructureContent;

/** Room for the number of the last page, which every foot shows and none knows yet. */
const TOTAL_WIDTH = 24;

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

/** A colour as the three numbers that PDF wants. */
const rgb = (color: Color): string =>
  [1, 3, 5].map((at) => fixed(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");

export class Paper {
  readonly document: PDFKit.PDFDocument;
  readonly info: DocumentInfo;
  readonly faces: Readonly<Record<FaceName, Typeface>>;
  /** The root of the reading order. */
  readonly root: Element;
  /** The next free height on the page, from its top. */
  y: number = PAGE.top;
  /** Pages begun so far; the contents, written last, count from the start. */
  pages = 0;
  readonly #total: Reference;

  constructor(document: PDFKit.PDFDocument, info: DocumentInfo, faces: Readonly<Record<FaceName, Typeface>>) {
    this.document = document;
    this.info = info;
    this.faces = faces;
    this.root = document.struct("Document");
    document.addStructure(this.root);
    this.#total = internalsOf(document).ref({
      Type: "XObject",
      Subtype: "Form",
      BBox: [0, -4, TOTAL_WIDTH, 12],
      Resources: { Font: { [faces.regular.id]: faces.regular.reference } },
    });
  }

  /** Begins a sheet without head or foot. */
  bareSheet(): void {
    this.document.addPage();
    this.pages += 1;
    this.y = PAGE.top;
    this.#drawMark();
  }

  /** Begins a page with its running head and its number. */
  newPage(number = this.pages + 1): void {
    this.bareSheet();
    this.#drawFrame(number);
  }

  /** Whether so much height is left on the page. */
  fits(height: number): boolean {
    return this.y + height <= PAGE.height - PAGE.bottom;
  }

  /** Goes to a new page unless so much height is left. */
  ensure(height: number): void {
    if (!this.fits(height)) this.newPage();
  }

  /** Keeps a place for pages that are written last, so that the numbers after it are right. */
  reservePage(): void {
    this.pages += 1;
  }

  wrap(text: string, style: TextStyle, width = BODY_WIDTH): Line[] {
    return this.faces[style.face].wrap(text, style.size, width);
  }

  /** One line of text with the top of its line box at `y`. */
  line(line: Line, style: TextStyle, x: number, y: number): void {
    const face = this.faces[style.face];
    internalsOf(this.document).page.fonts[face.id] ??= face.reference;
    const baseline = y + (style.leading + style.size * 0.7) / 2;
    this.#write(`${rgb(style.color)} rg ${face.show(line, style.size, x, baseline)}`);
  }

  /** Lines below one another; `align` says which edge of the width they keep to. */
  lines(
    lines: readonly Line[],
    style: TextStyle,
    { x = PAGE.left, y = this.y, width = BODY_WIDTH, align = "left" }: Partial<LinesAt> = {},
  ): void {
    for (const [index, line] of lines.entries()) {
      const free = align === "right" ? width - line.width : align === "center" ? (width - line.width) / 2 : 0;
      this.line(line, style, x + free, y + index * style.leading);
    }
  }

  rectangle(x: number, y: number, width: number, height: number, color: Color): void {
    this.#write(`${rgb(color)} rg ${[x, y, width, height].map(fixed).join(" ")} re f`);
  }

  /** A horizontal rule. */
  rule(x: number, y: number, width: number, color: Color = COLOR.rule, thickness = 0.6): void {
    this.rectangle(x, y - thickness / 2, width, thickness, color);
  }

  /** Draws what is no content: rules, grounds, heads and feet. */
  artifact(draw: () => void, type: "Pagination" | "Layout" = "Layout"): void {
    this.document.markContent("Artifact", { type });
    draw();
    this.document.endMarkedContent();
  }

  /** Draws a piece of content; it must be put into an element to be read. */
  content(tag: string, draw: () => void): Content {
    const content = this.document.markStructureContent(tag);
    draw();
    this.document.endMarkedContent();
    return content;
  }

  /** Opens an element, in the root unless told otherwise; whoever opens it ends it. */
  open(tag: string, parent: Element = this.root, options: object = {}): Element {
    const element = this.document.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** Draws an element that has no others within. */
  element(tag: string, draw: () => void, parent: Element = this.root, options: object = {}): void {
    const element = this.open(tag, parent, options);
    element.add(this.content(tag, draw));
    element.end();
  }

  /** Writes the number of pages where every foot waits for it. */
  closeTotal(): void {
    const { regular } = this.faces;
    const [line] = regular.wrap(String(this.pages), TEXT.running.size, TOTAL_WIDTH);
    if (line) this.#total.write(`1 0 0 -1 0 0 cm ${regular.show(line, TEXT.running.size, 0, 0)}`);
    this.#total.end();
  }

  #write(operators: string): void {
    this.document.addContent(operators);
  }

  #drawMark(): void {
    const { mark } = this.info;
    if (mark === undefined) return;
    this.artifact(() => {
      this.rectangle(0, 0, PAGE.width, 22, COLOR.mark);
      this.lines(this.wrap(mark, TEXT.mark), TEXT.mark, { x: 0, y: 5, width: PAGE.width, align: "center" });
    }, "Pagination");
  }

  #drawFrame(number: number): void {
    this.artifact(() => {
      this.lines(this.wrap(this.info.runningHead, TEXT.running).slice(0, 1), TEXT.running, { y: 44 });
      this.rule(PAGE.left, 62, BODY_WIDTH);
      const footY = PAGE.height - 40;
      const words = this.info.language === "es" ? `Página ${number} de` : `Page ${number} of`;
      const [line] = this.wrap(words, TEXT.running);
      this.lines(line ? [line] : [], TEXT.running, { y: footY });
      const totalX = PAGE.left + (line?.width ?? 0) + 2;
      const { page } = internalsOf(this.document);
      page.xobjects.Total = this.#total;
      const baseline = footY + (TEXT.running.leading + TEXT.running.size * 0.7) / 2;
      this.#write(`q 1 0 0 -1 ${fixed(totalX)} ${fixed(baseline)} cm /Total Do Q`);
    }, "Pagination");
  }
}

interface LinesAt {
  x: number;
  y: number;
  width: number;
  align: "left" | "right" | "center";
}
