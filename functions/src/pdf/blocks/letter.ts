/** A letter on pages of its own, with room for a signature; a placeholder is framed. */
import type { BlockOf } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";
import { drawHeading, flow } from "./text.ts";

const SIGNATURE_ROOM = 56;
const SIGNATURE_WIDTH = 220;

/** Draws the letter on a new page and gives the height of its heading. */
export function drawLetter(
  paper: Paper,
  { title, paragraphs, signature, isPlaceholder }: BlockOf<"letter">,
): number {
  paper.newPage();
  const top = drawHeading(paper, { level: 1, text: title });
  paper.y += 8;
  const from = paper.y;
  const page = paper.pages;
  const style = isPlaceholder ? TEXT.placeholder : TEXT.letter;
  const inset = isPlaceholder ? 16 : 0;
  if (isPlaceholder) paper.y += inset;
  for (const text of paragraphs) {
    const lines = paper.wrap(text, style, BODY_WIDTH - 2 * inset);
    flow(paper, paper.open("P"), lines, style, PAGE.left + inset);
    paper.y += 10;
  }
  if (isPlaceholder && paper.pages === page) {
    paper.artifact(() => paper.frame(PAGE.left, from, BODY_WIDTH, paper.y - from + inset - 10));
    paper.y += inset;
  }
  paper.ensure(SIGNATURE_ROOM + signature.length * TEXT.body.leading);
  paper.y += SIGNATURE_ROOM;
  paper.artifact(() => paper.rule(PAGE.left, paper.y - 6, SIGNATURE_WIDTH, COLOR.ink, 0.6));
  for (const [index, line] of signature.entries()) {
    const lineStyle = index === 0 ? TEXT.caption : TEXT.body;
    flow(paper, paper.open("P"), paper.wrap(line, lineStyle), lineStyle);
  }
  paper.y = PAGE.height;
  return top;
}
