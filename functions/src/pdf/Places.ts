/** Places in the document that contents, bookmarks and links lead to. */
import type { Entry } from "./blocks/contents.ts";
import type { Paper } from "./Paper.ts";
import { placeName } from "./placeName.ts";
import { PAGE } from "./styles.ts";

/** Room over a heading when it is jumped to. */
const ABOVE = 16;

export class Places {
  /** Headings of levels 1 and 2, in their order. */
  readonly entries: Entry[] = [];
  readonly #paper: Paper;
  readonly #names = new Set<string>();
  #headings = 0;
  #bookmark: PDFKit.PDFOutline | undefined;

  constructor(paper: Paper) {
    this.#paper = paper;
  }

  /**
   * Remembers a place on the present page.
   *
   * @throws Error when another place has that id
   */
  add(id: string, top: number): void {
    const name = placeName(id);
    if (this.#names.has(name)) throw new Error(`two places of the document have the id "${id}"`);
    this.#names.add(name);
    this.#paper.document.addNamedDestination(name, "XYZ", 0, Math.max(0, top - ABOVE), null);
  }

  /** Remembers a heading for the contents and the bookmarks. */
  addHeading(
    { level, text, id }: { readonly level: 1 | 2 | 3; readonly text: string; readonly id?: string },
    top: number,
  ): void {
    this.#headings += 1;
    // No id begins like this: they are words.
    const place = id ?? `\u0000${this.#headings}`;
    this.add(place, top);
    if (level === 3) return;
    const { document, pages } = this.#paper;
    this.entries.push({ level, text, page: pages, place });
    const at = { top: Math.max(0, top - ABOVE), left: PAGE.width, expanded: level === 1 };
    if (level === 1) this.#bookmark = document.outline.addItem(text, at);
    else (this.#bookmark ?? document.outline).addItem(text, at);
  }

  /** @throws Error when a link leads to no place */
  end(): void {
    const lost = this.#paper.linked.find((name) => !this.#names.has(name));
    if (lost !== undefined)
      throw new Error(`no place of the document has the id "${Buffer.from(lost, "hex").toString("utf8")}"`);
  }
}
