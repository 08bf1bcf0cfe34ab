/** The table of contents: written last, when the pages are known, and put where it belongs. */
import type { Paper } from "../Paper.ts";
import type { Element } from "../Structure.ts";
import { BODY_HEIGHT, BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";
import { type Line, withSpace } from "../Typeface.ts";

/** A heading as the contents and the bookmarks name it. */
export interface Entry {
  readonly level: 1 | 2;
  readonly text: string;
  /** Pages that were begun when it was drawn, the contents not among them. */
  readonly page: number;
  /** Id of its place. */
  readonly place: string;
}

/** Where the contents were asked for. */
export interface Contents {
  readonly title: string;
  /** Pages before them. */
  readonly after: number;
  readonly element: Element;
}

const PAGE_NUMBER_WIDTH = 32;
const INDENT = 14;
const styleOf = ({ level }: Entry) => (level === 1 ? TEXT.contents1 : TEXT.contents2);
const xOf = ({ level }: Entry): number => PAGE.left + (level === 1 ? 0 : INDENT);
const beforeOf = ({ level }: Entry): number => (level === 1 ? 8 : 0);

/** An entry with its lines and the height that it takes. */
interface Item {
  readonly entry: Entry;
  readonly lines: readonly Line[];
  readonly height: number;
}

function itemOf(paper: Paper, entry: Entry): Item {
  const width = PAGE.left + BODY_WIDTH - xOf(entry) - PAGE_NUMBER_WIDTH - 12;
  const lines = paper.wrap(entry.text, styleOf(entry), width);
  return { entry, lines, height: beforeOf(entry) + lines.length * styleOf(entry).leading + 2 };
}

/** The items page by page; a part's name stays with the first that is under it. */
function inPages(items: readonly Item[], titleHeight: number): Item[][] {
  const pages: Item[][] = [[]];
  let room = BODY_HEIGHT - titleHeight;
  for (const [index, item] of items.entries()) {
    const next = items[index + 1];
    const under = item.entry.level === 1 && next?.entry.level === 2 ? next.height : 0;
    if (item.height + under > room) {
      pages.push([]);
      room = BODY_HEIGHT;
    }
    pages.at(-1)?.push(item);
    room -= item.height;
  }
  return pages;
}

function drawItem(paper: Paper, { entry, lines }: Item, number: number, parent: Element): void {
  const style = styleOf(entry);
  const x = xOf(entry);
  paper.y += beforeOf(entry);
  const { y } = paper;
  const lastY = y + (lines.length - 1) * style.leading;
  const numberLine = paper.wrap(String(number), style);
  const item = paper.open("TOCI", parent);
  const link = paper.open("Link", item);
  paper.mark(link, () =>
    paper.inStyle(style, () => {
      paper.lines(withSpace(lines), style, { x });
      paper.lines(numberLine, style, { y: lastY, align: "right" });
    }),
  );
  const box = [PAGE.left, y, BODY_WIDTH, lines.length * style.leading] as const;
  paper.link(link, box, `#${entry.place}`, `${entry.text}, ${number}`);
  paper.end(link);
  paper.end(item);
  const from = x + (lines.at(-1)?.width ?? 0) + 6;
  const to = PAGE.left + BODY_WIDTH - (numberLine[0]?.width ?? 0) - 6;
  paper.artifact(() => {
    const dotY = lastY + style.leading * 0.7;
    if (to > from) paper.stroke([from, dotY, to, dotY], COLOR.quiet, 0.8, [0.8, 4.2]);
  });
  paper.y = lastY + style.leading + 2;
}

/** Writes the contents on pages of their own, at the end; gives how many, so that they can be moved to their place. */
export function drawContents(
  paper: Paper,
  { title, after, element }: Contents,
  entries: readonly Entry[],
): number {
  const lines = paper.wrap(title, TEXT.heading1);
  const titleHeight = lines.length * TEXT.heading1.leading + 10;
  const pages = inPages(
    entries.map((entry) => itemOf(paper, entry)),
    titleHeight,
  );
  for (const [index, items] of pages.entries()) {
    paper.newPage();
    paper.beginSection(title);
    if (index === 0) {
      paper.artifact(() => paper.rectangle(PAGE.left, paper.y - 6, 36, 3, COLOR.accent));
      paper.element("Caption", () => paper.lines(lines, TEXT.heading1), element);
      paper.y += titleHeight;
    }
    for (const item of items) {
      const moved = item.entry.page > after ? pages.length : 0;
      drawItem(paper, item, item.entry.page + moved, element);
    }
  }
  paper.end(element);
  return pages.length;
}
