/** Headings, paragraphs, lists, notes and figures that stand out. */
import { type BlockOf, cellText, type LinkCell } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import type { Element } from "../Structure.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT, type TextStyle } from "../styles.ts";
import { type Line, withSpace } from "../Typeface.ts";

/** Lines that stay together at the foot and at the head of a page. */
const FEW = 2;
const INDENT = 16;

/** Lines that flow over pages within one element; `drawn` is told where each piece stands. */
export function flow(
  paper: Paper,
  element: Element,
  lines: readonly Line[],
  style: TextStyle,
  x: number = PAGE.left,
  drawn: (piece: readonly Line[], y: number) => void = () => {},
): void {
  let rest = lines;
  while (rest.length > 0) {
    paper.ensure(Math.min(rest.length, FEW) * style.leading);
    const room = Math.floor((PAGE.height - PAGE.bottom - paper.y) / style.leading);
    const leaves = rest.length - room;
    const take = leaves > 0 && leaves < FEW && room > FEW ? room - 1 : room;
    const now = rest.slice(0, take);
    paper.mark(element, () => paper.inStyle(style, () => paper.lines(now, style, { x })));
    drawn(now, paper.y);
    paper.y += now.length * style.leading;
    rest = rest.slice(take);
    if (rest.length > 0) paper.newPage();
  }
  paper.end(element);
}

const HEADINGS = {
  1: { style: TEXT.heading1, before: 30, after: 12 },
  2: { style: TEXT.heading2, before: 24, after: 6 },
  3: { style: TEXT.heading3, before: 20, after: 4 },
} as const;

export function headingHeight(paper: Paper, { level, text }: BlockOf<"heading">): number {
  const { style, before, after } = HEADINGS[level];
  return before + paper.wrap(text, style).length * style.leading + after;
}

/**
 * Draws a heading for which there is room, and gives the height at which it begins.
 *
 * @param tagLevel - the level that is heard: one that looks small may stand right under a large one
 */
export function drawHeading(
  paper: Paper,
  { level, text }: Pick<BlockOf<"heading">, "level" | "text">,
  tagLevel: number = level,
): number {
  const { style, before, after } = HEADINGS[level];
  const atTop = paper.y <= PAGE.top;
  paper.y += atTop ? 0 : before;
  const top = paper.y;
  if (level === 1) paper.artifact(() => paper.rectangle(PAGE.left, top - 6, 36, 3, COLOR.accent));
  const lines = paper.wrap(text, style);
  paper.element(`H${tagLevel}`, () => paper.lines(lines, style, { y: top }));
  paper.y = top + lines.length * style.leading + after;
  return top;
}

/** Empty lines between paragraphs are room, not lines. */
export function drawParagraph(paper: Paper, { text }: { text: string }): void {
  for (const part of text.split(/\n{2,}/)) {
    flow(paper, paper.open("P"), paper.wrap(part, TEXT.body), TEXT.body);
    paper.y += 8;
  }
}

export function drawNote(paper: Paper, { text }: { text: string }): void {
  flow(paper, paper.open("P"), paper.wrap(text, TEXT.note), TEXT.note);
  paper.y += 8;
}

/** A link as it is seen: underlined, in the colour of what can be followed. */
export function underlined(
  paper: Paper,
  lines: readonly Line[],
  style: TextStyle,
  x: number,
  y: number,
): void {
  paper.artifact(() => {
    for (const [index, { width }] of lines.entries())
      paper.rule(x, y + index * style.leading + style.leading * 0.82, width, COLOR.shade1, 0.5);
  });
}

function drawLinkItem(paper: Paper, { text, to }: LinkCell, body: Element, lines: readonly Line[]): void {
  const link = paper.open("Link", body);
  const x = PAGE.left + INDENT;
  flow(paper, link, lines, TEXT.link, x, (piece, y) => {
    const width = Math.max(...piece.map((line) => line.width));
    underlined(paper, piece, TEXT.link, x, y);
    paper.link(link, [x, y, width, piece.length * TEXT.link.leading], to, text);
  });
  paper.end(body);
}

/** Items behind a dot each, in an element of their own within the parent. */
export function drawItems(paper: Paper, items: BlockOf<"list">["items"], parent: Element = paper.root): void {
  const list = paper.open("L", parent, { attributes: "/A<</O/List/ListNumbering/Disc>>" });
  for (const item of items) {
    const isLink = typeof item !== "string";
    const lines = paper.wrap(cellText(item), isLink ? TEXT.link : TEXT.body, BODY_WIDTH - INDENT);
    paper.ensure(Math.min(lines.length, FEW) * TEXT.body.leading);
    const element = paper.open("LI", list);
    const dot = paper.wrap("•", TEXT.bullet);
    paper.element("Lbl", () => paper.lines(dot, TEXT.bullet), element);
    const body = paper.open("LBody", element);
    if (isLink) drawLinkItem(paper, item, body, lines);
    else flow(paper, body, lines, TEXT.body, PAGE.left + INDENT);
    paper.end(element);
    paper.y += 4;
  }
  paper.end(list);
}

export function drawList(paper: Paper, { items }: BlockOf<"list">): void {
  drawItems(paper, items);
  paper.y += 4;
}

/** Height that the figures take, for keeping them whole. */
export function keyFiguresHeight(paper: Paper, { figures }: BlockOf<"keyFigures">): number {
  const width = BODY_WIDTH / Math.max(figures.length, 1) - 16;
  const heights = figures.map(
    ({ text, label }) =>
      paper.wrap(text, TEXT.keyFigure, width).length * TEXT.keyFigure.leading +
      paper.wrap(label, TEXT.keyLabel, width).length * TEXT.keyLabel.leading,
  );
  return Math.max(0, ...heights) + 16;
}

export function drawKeyFigures(paper: Paper, block: BlockOf<"keyFigures">): void {
  const { figures } = block;
  const height = keyFiguresHeight(paper, block);
  paper.ensure(height + 4);
  paper.y += 4;
  const step = BODY_WIDTH / Math.max(figures.length, 1);
  for (const [index, { text, label }] of figures.entries()) {
    const x = PAGE.left + index * step + (index > 0 ? 12 : 0);
    const width = step - 16;
    if (index > 0) paper.artifact(() => paper.rectangle(x - 12, paper.y + 2, 0.8, height - 14, COLOR.rule));
    const number = paper.wrap(text, TEXT.keyFigure, width);
    const words = paper.wrap(label, TEXT.keyLabel, width);
    const wordsY = paper.y + number.length * TEXT.keyFigure.leading;
    paper.element("P", () => {
      paper.lines(withSpace(number), TEXT.keyFigure, { x });
      paper.lines(words, TEXT.keyLabel, { x, y: wordsY });
    });
  }
  paper.y += height;
}
