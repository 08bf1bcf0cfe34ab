/** The table of contents: written last, when the pages are known, and put where it belongs. */
import type { Paper } from "../Paper.ts";
import { internalsOf } from "../pdfkitInternals.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";

/** A heading as the contents and the bookmarks name it. */
export interface Entry {
  readonly level: 1 | 2;
  readonly text: string;
  readonly page: number;
  /** Named destination of the heading. */
  readonly destination: string;
}

/** The page that was kept free for the contents. */
export interface ReservedContents {
  readonly title: string;
  readonly page: number;
  readonly element: PDFKit.PDFStructureElement;
}

const PAGE_NUMBER_WIDTH = 32;
const INDENT = 14;
const styleOf = ({ level }: Entry) => (level === 1 ? TEXT.contents1 : TEXT.contents2);
const xOf = ({ level }: Entry): number => PAGE.left + (level === 1 ? 0 : INDENT);
const linesOf = (paper: Paper, entry: Entry) =>
  paper.wrap(entry.text, styleOf(entry), PAGE.left + BODY_WIDTH - xOf(entry) - PAGE_NUMBER_WIDTH - 12);

function heightOf(paper: Paper, entry: Entry): number {
  return linesOf(paper, entry).length * styleOf(entry).leading + (entry.level === 1 ? 10 : 2);
}

function drawEntry(paper: Paper, entry: Entry, parent: PDFKit.PDFStructureElement): void {
  const style = styleOf(entry);
  const lines = linesOf(paper, entry);
  const x = xOf(entry);
  paper.y += entry.level === 1 ? 8 : 0;
  const { y } = paper;
  const lastY = y + (lines.length - 1) * style.leading;
  const item = paper.open("TOCI", parent);
  const link = paper.open("Link", item);
  link.add(
    paper.content("Link", () => {
      paper.lines(lines, style, { x });
      paper.lines(paper.wrap(String(entry.page), style), style, { y: lastY, align: "right" });
    }),
  );
  paper.document.goTo(PAGE.left, y, BODY_WIDTH, lines.length * style.leading, entry.destination, {
    structParent: link,
    Contents: new String(`${entry.text}, ${entry.page}`),
  } as object);
  link.end();
  item.end();
  const from = x + (lines.at(-1)?.width ?? 0) + 6;
  const to = PAGE.left + BODY_WIDTH - paper.faces[style.face].widthOf(String(entry.page), style.size) - 6;
  paper.artifact(() => {
    for (let dot = to; dot > from; dot -= 5)
      paper.rectangle(dot, lastY + style.leading * 0.7, 0.8, 0.8, COLOR.quiet);
  });
  paper.y = lastY + style.leading + 2;
}

/**
 * Writes the contents on a page of their own and moves it to its place. Only the first level is listed where both
 * do not fit the page.
 */
export function drawContents(
  paper: Paper,
  { title, page, element }: ReservedContents,
  entries: readonly Entry[],
): void {
  paper.newPage(page);
  // The page was counted when its place was kept.
  paper.pages -= 1;
  const lines = paper.wrap(title, TEXT.heading1);
  paper.artifact(() => paper.rectangle(PAGE.left, paper.y - 6, 36, 3, COLOR.accent));
  paper.element("P", () => paper.lines(lines, TEXT.heading1), element);
  paper.y += lines.length * TEXT.heading1.leading + 10;
  const all = entries.reduce((sum, entry) => sum + heightOf(paper, entry), 0);
  const shown = paper.fits(all) ? entries : entries.filter(({ level }) => level === 1);
  for (const entry of shown) drawEntry(paper, entry, element);
  element.end();
  const kids = internalsOf(paper.document)._root.data.Pages.data.Kids;
  kids.splice(page - 1, 0, kids.pop());
}
