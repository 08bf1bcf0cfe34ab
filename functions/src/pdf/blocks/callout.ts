/** What a reader must not overlook: in a frame, whole on its page. */
import type { BlockOf } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_HEIGHT, BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";
import { drawItems, flow } from "./text.ts";

const PAD = 12;
const EDGE = 3;
const INDENT = 12;
const AFTER_ITEM = 3;
const X = PAGE.left + EDGE + PAD;
const WIDTH = BODY_WIDTH - EDGE - 2 * PAD;

/** One that no page can hold stands without its frame. */
export function drawCallout(paper: Paper, { title, items }: BlockOf<"callout">): void {
  const head = paper.wrap(title, TEXT.caption, WIDTH);
  const headHeight = head.length * TEXT.caption.leading + 4;
  const wrapped = items.map((item) => paper.wrap(item, TEXT.body, WIDTH - INDENT));
  const itemsHeight = wrapped.reduce((sum, { length }) => sum + length * TEXT.body.leading + AFTER_ITEM, 0);
  const height = headHeight + itemsHeight + 2 * PAD;
  paper.y += 4;
  const element = paper.open("Sect");
  if (height > BODY_HEIGHT) {
    flow(paper, paper.open("P", element), paper.wrap(title, TEXT.caption), TEXT.caption);
    drawItems(paper, items, element);
  } else {
    paper.ensure(height);
    const top = paper.y;
    paper.artifact(() => {
      paper.rectangle(PAGE.left, top, BODY_WIDTH, height, COLOR.tint);
      paper.rectangle(PAGE.left, top, EDGE, height, COLOR.accent);
    });
    paper.y += PAD;
    paper.element("P", () => paper.lines(head, TEXT.caption, { x: X }), element);
    paper.y += headHeight;
    const list = paper.open("L", element, { attributes: "/A<</O/List/ListNumbering/Disc>>" });
    const dot = paper.wrap("•", TEXT.bullet);
    for (const lines of wrapped) {
      const item = paper.open("LI", list);
      paper.element("Lbl", () => paper.lines(dot, TEXT.bullet, { x: X }), item);
      paper.element("LBody", () => paper.lines(lines, TEXT.body, { x: X + INDENT }), item);
      paper.end(item);
      paper.y += lines.length * TEXT.body.leading + AFTER_ITEM;
    }
    paper.end(list);
    paper.y = top + height;
  }
  paper.end(element);
  paper.y += 14;
}
