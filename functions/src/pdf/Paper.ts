/** The sheets that blocks are drawn on: pages with their heads and feet, a place to write, and reading order. */
import type { DocumentInfo } from "../domain/annualReport/block.ts";
import { Feet } from "./Feet.ts";
import { deflateInto, type Internals, internalsOf, Notation, textNotation } from "./pdfkitInternals.ts";
import { placeName } from "./placeName.ts";
import type { Attributes, Element, Structure } from "./Structure.ts";
import { BODY_WIDTH, COLOR, type Color, type FaceName, PAGE, rgb, TEXT, type TextStyle } from "./styles.ts";
import type { Line, Typeface } from "./Typeface.ts";

const fixed = (value: number): string => String(Math.round(value * 100) / 100);

/** Where a line stands in its box: its baseline, from the top. */
export const baselineOf = ({ leading, size }: TextStyle): number => (leading + size * 0.7) / 2;

interface LinesAt {
  x: number;
  y: number;
  width: number;
  align: "left" | "right" | "center";
}

export class Paper {
  readonly document: PDFKit.PDFDocument;
  readonly info: DocumentInfo;
  readonly faces: Readonly<Record<FaceName, Typeface>>;
  readonly structure: Structure;
  /** The next free height on the page, from its top. */
  y: number = PAGE.top;
  /** Names of the places in the document that links lead to. */
  readonly linked: string[] = [];
  readonly #internals: Internals;
  readonly #feet: Feet;
  /** What is drawn on the present page and not yet handed to pdfkit. */
  #content: string[] = [];
  /** The style that text is set in without saying so again. */
  #style: TextStyle | undefined;
  /** The part of the document that the page is in, at its head; undefined on a bare sheet. */
  #section: string | undefined;
  #nextSection: string | undefined;
  #isFramed = false;

  constructor(
    document: PDFKit.PDFDocument,
    info: DocumentInfo,
    faces: Readonly<Record<FaceName, Typeface>>,
    structure: Structure,
  ) {
    this.document = document;
    this.info = info;
    this.faces = faces;
    this.structure = structure;
    this.#internals = internalsOf(document);
    this.#feet = new Feet(this.#internals, faces.regular, info.language);
  }

  /** The root of the reading order. */
  get root(): Element {
    return this.structure.root;
  }

  /** Pages begun so far. */
  get pages(): number {
    return this.#feet.count;
  }

  /** Begins a sheet without head or foot. */
  bareSheet(): void {
    this.#endPage();
    this.document.addPage();
    this.#feet.addSheet();
    this.y = PAGE.top;
    this.#drawMark();
  }

  /** Begins a page with its running head and its number. */
  newPage(): void {
    this.bareSheet();
    this.#isFramed = true;
  }

  /** Draws an element with one piece of content and no others within, of which there are many. */
  leaf(tag: string, parent: Element, draw: () => void, scope?: "Row"): void {
    this.#tag(() => this.structure.leaf(tag, parent, tag === "TH" ? scope : undefined), draw);
  }

  /** Names the part that begins here; a page bears the name of the part that it begins with. */
  beginSection(title: string): void {
    if (this.#section === undefined || this.y <= PAGE.top) this.#section = title;
    this.#nextSection = title;
  }

  /** Whether so much height is left on the page. */
  fits(height: number): boolean {
    return this.y + height <= PAGE.height - PAGE.bottom;
  }

  /** Goes to a new page unless so much height is left. */
  ensure(height: number): void {
    if (!this.fits(height)) this.newPage();
  }

  wrap(text: string, style: TextStyle, width = BODY_WIDTH): Line[] {
    return this.faces[style.face].wrap(text, style.size, width);
  }

  /** One line of text with the top of its line box at `y`. */
  line(line: Line, style: TextStyle, x: number, y: number): void {
    if (line.words.length === 0) return;
    const face = this.faces[style.face];
    const { fonts } = this.#internals.page;
    for (const { fonts: others } of line.words)
      for (const font of others ?? []) fonts[font.id] ??= font.ref();
    const shown = face.show(line, style.size, x, y + baselineOf(style));
    if (this.#style === style) this.#content.push(shown);
    else this.#content.push(`${this.#textBegin(style)} ${shown} ET`);
  }

  /** Sets one text after the other in the same style, which is said once; only `line` and `mark` may be used within. */
  inStyle(style: TextStyle, draw: () => void): void {
    this.#content.push(this.#textBegin(style));
    this.#style = style;
    draw();
    this.#style = undefined;
    this.#content.push("ET");
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
    this.draw(`${rgb(color)} rg ${[x, y, width, height].map(fixed).join(" ")} re f`);
  }

  /** A horizontal rule. */
  rule(x: number, y: number, width: number, color: Color = COLOR.rule, thickness = 0.6): void {
    this.rectangle(x, y - thickness / 2, width, thickness, color);
  }

  /** A line from point to point. */
  stroke(
    [x1, y1, x2, y2]: readonly [number, number, number, number],
    color: Color,
    thickness = 0.8,
    dash: readonly number[] = [],
  ): void {
    const ends = `${fixed(x1)} ${fixed(y1)} m ${fixed(x2)} ${fixed(y2)} l S`;
    this.draw(`q ${rgb(color)} RG ${thickness} w [${dash.join(" ")}] 0 d ${ends} Q`);
  }

  /** A frame of dashes, for what is still to come. */
  frame(x: number, y: number, width: number, height: number, color: Color = COLOR.quiet): void {
    this.draw(`q ${rgb(color)} RG 0.8 w [3 3] 0 d ${[x, y, width, height].map(fixed).join(" ")} re S Q`);
  }

  /** Fills an area and draws a fine white line around it; its outline is in PDF's operators, scaled and moved. */
  area(outline: string, color: Color, [scale, x, y]: readonly [number, number, number]): void {
    const by = String(Math.round(scale * 1e5) / 1e5);
    const place = `${by} 0 0 ${by} ${fixed(x)} ${fixed(y)} cm`;
    this.draw(`q ${rgb(color)} rg ${rgb(COLOR.paper)} RG 0.7 w ${place} ${outline} b* Q`);
  }

  /** Draws what is no content: rules, grounds, heads and feet. */
  artifact(draw: () => void, type: "Pagination" | "Layout" = "Layout"): void {
    this.#tag(() => `/Artifact<</Type/${type}>>BDC`, draw);
  }

  /** Draws a piece of an element's content. */
  mark(element: Element, draw: () => void): void {
    this.#tag(() => this.structure.begin(element), draw);
  }

  /** Opens an element, in the root unless told otherwise; whoever opens it ends it. */
  open(tag: string, parent: Element = this.root, attributes?: Attributes): Element {
    return this.structure.open(tag, parent, attributes);
  }

  end(element: Element): void {
    this.structure.end(element);
  }

  /** Draws an element that has no others within. */
  element(tag: string, draw: () => void, parent: Element = this.root, attributes?: Attributes): void {
    const element = this.open(tag, parent, attributes);
    this.mark(element, draw);
    this.end(element);
  }

  /** Makes a place lead to an address, or to `#place` within the document; `text` says where to. */
  link(
    element: Element,
    [x, y, width, height]: readonly [number, number, number, number],
    to: string,
    text: string,
  ) {
    const place = to.startsWith("#") ? placeName(to.slice(1)) : undefined;
    if (place !== undefined) this.linked.push(place);
    const annotation = this.#internals.ref({
      Type: "Annot",
      Subtype: "Link",
      Rect: [x, PAGE.height - y - height, x + width, PAGE.height - y],
      Border: [0, 0, 0],
      // Printed, as an archive wants all that is seen to be.
      F: 4,
      Contents: new Notation(textNotation(text)),
      ...(place !== undefined
        ? { Dest: new Notation(`(${place})`) }
        : { A: { S: "URI", URI: new Notation(asciiNotation(to)) } }),
    });
    this.structure.addAnnotation(element, annotation);
    this.#internals.page.annotations.push(annotation);
    annotation.end();
  }

  /** Operators of PDF, as they are. */
  draw(operators: string): void {
    this.#content.push(operators);
  }

  /** Ends the last page, and moves those that were written since `from` to the place of page `to`. */
  close(move?: { readonly from: number; readonly to: number }): void {
    this.#endPage();
    if (move) {
      const kids = this.#internals._root.data.Pages.data.Kids;
      kids.splice(move.to, 0, ...kids.splice(move.from));
      this.#feet.move(move.from, move.to);
    }
    this.#feet.close();
  }

  #tag(begin: () => string, draw: () => void): void {
    if (this.structure.isTagged) this.#content.push(begin());
    draw();
    if (this.structure.isTagged) this.#content.push("EMC");
  }

  /** The text on one line; what does not fit is left out, and three dots say so. */
  #cut(text: string, style: TextStyle, width: number): Line[] {
    const whole = this.wrap(text, style, width);
    if (whole.length < 2) return whole;
    const words = text.split(" ");
    while (words.length > 1 && this.wrap(`${words.join(" ")}…`, style, width).length > 1) words.pop();
    return this.wrap(`${words.join(" ")}…`, style, width).slice(0, 1);
  }

  #textBegin(style: TextStyle): string {
    const face = this.faces[style.face];
    this.#internals.page.fonts[face.id] ??= face.reference;
    return `${rgb(style.color)} rg BT /${face.id} ${style.size} Tf`;
  }

  #drawMark(): void {
    const { mark } = this.info;
    if (mark === undefined) return;
    this.artifact(() => {
      this.rectangle(0, 0, PAGE.width, 22, COLOR.mark);
      this.lines(this.wrap(mark, TEXT.mark), TEXT.mark, { x: 0, y: 5, width: PAGE.width, align: "center" });
    }, "Pagination");
  }

  /** Head and foot come last, when it is known which part the page is in. */
  #endPage(): void {
    if (this.pages === 0) return;
    if (this.#isFramed) this.#drawFrame();
    this.#isFramed = false;
    this.#section = this.#nextSection;
    this.structure.endPage();
    deflateInto(this.#internals.page.content, this.#content.join("\n"));
    this.#content = [];
  }

  #drawFrame(): void {
    this.artifact(() => {
      const [section] = this.#cut(this.#section ?? "", TEXT.runningPart, BODY_WIDTH / 2);
      const room = BODY_WIDTH - (section?.width ?? 0) - 24;
      this.lines(this.#cut(this.info.runningHead, TEXT.running, room), TEXT.running, { y: 44 });
      if (section) this.lines([section], TEXT.runningPart, { y: 44, align: "right" });
      this.rule(PAGE.left, 62, BODY_WIDTH);
      this.draw(this.#feet.show(this.#internals.page));
    }, "Pagination");
  }
}

/** An address in PDF's notation; what is no ASCII was escaped by whoever made it an address. */
const asciiNotation = (address: string): string => `(${address.replace(/[()\\]/g, "\\$&")})`;
