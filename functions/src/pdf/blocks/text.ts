/** Headings, paragraphs, lists, notes and figures that stand out. */
import { type BlockOf, cellText } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT, type TextStyle } from "../styles.ts";
import type { Line } from "../Typeface.ts";

/** Lines that stay together at the foot and at the head of a page. */
const FEW = 2;

/** Lines that flow over pages as one element. */
function flow(
  paper: Paper,
  tag: string,
  lines: readonly Line[],
  style: TextStyle,
  { parent = paper.root, x = PAGE.left }: { parent?: PDFKit.PDFStructureElement; x?: number } = {},
): void {
  const element = paper.open(tag, parent);
  let rest = [...lines];
  while (rest.length > 0) {
    paper.ensure(Math.min(rest.length, FEW) * style.leading);
    const room = Math.floor((PAGE.height - PAGE.bottom - paper.y) / style.leading);
    const leaves = rest.length - room;
    const take = leaves > 0 && leaves < FEW && room > FEW ? room - 1 : room;
    const now = rest.slice(0, take);
    element.add(paper.content(tag, () => paper.lines(now, style, { x })));
    paper.y += now.length * style.leading;
    rest = rest.slice(take);
    if (rest.length > 0) paper.newPage();
  }
  element.end();
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

/** Draws a heading for which there is room, and gives the height at which it begins. */
export function drawHeading(paper: Paper, { level, text }: BlockOf<"heading">): number {
  const { style, before, after } = HEADINGS[level];
  const atTop = paper.y <= PAGE.top;
  paper.y += atTop ? 0 : before;
  const top = paper.y;
  if (level === 1) paper.artifact(() => paper.rectangle(PAGE.left, top - 6, 36, 3, COLOR.accent));
  const lines = paper.wrap(text, style);
  paper.element(`H${level}`, () => paper.lines(lines, style, { y: top }));
  paper.y = top + lines.length * style.leading + after;
  return top;
}

export function drawParagraph(paper: Paper, { text }: { text: string }): void {
  flow(paper, "P", paper.wrap(text, TEXT.body), TEXT.body);
  paper.y += 8;
}

export function drawNote(paper: Paper, { text }: { text: string }): void {
  flow(paper, "P", paper.wrap(text, TEXT.note), TEXT.note);
  paper.y += 8;
}

export function drawList(paper: Paper, { items }: BlockOf<"list">): void {
  const list = paper.open("L");
  for (const item of items) {
    const lines = paper.wrap(cellText(item), TEXT.body, BODY_WIDTH - 16);
    paper.ensure(Math.min(lines.length, FEW) * TEXT.body.leading);
    const element = paper.open("LI", list);
    paper.element(
      "Lbl",
      () => paper.lines(paper.wrap("•", TEXT.body), { ...TEXT.body, color: COLOR.accent }),
      element,
    );
    flow(paper, "LBody", lines, TEXT.body, { parent: element, x: PAGE.left + 16 });
    element.end();
    paper.y += 4;
  }
  list.end();
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
    paper.element("P", () => {
      paper.lines(number, TEXT.keyFigure, { x });
      paper.lines(words, TEXT.keyLabel, { x, y: paper.y + number.length * TEXT.keyFigure.leading });
    });
  }
  paper.y += height;
}
