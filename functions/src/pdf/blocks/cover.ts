/** The cover, with a mark that an administration replaces by its own. */
import type { BlockOf } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";

const BAND_HEIGHT = 560;

/** A stand-in for a logo: three bars that rise, on the cover's ground. Replace it here and nowhere else. */
function drawLogo(paper: Paper, x: number, y: number): void {
  for (const [index, height] of [18, 30, 42].entries())
    paper.rectangle(x + index * 16, y + 42 - height, 11, height, COLOR.paper);
}

export function drawCover(paper: Paper, { title, subtitle, lines }: BlockOf<"cover">): void {
  paper.bareSheet();
  const top = paper.info.mark === undefined ? 0 : 22;
  paper.artifact(() => {
    paper.rectangle(0, top, PAGE.width, BAND_HEIGHT - top, COLOR.accent);
    drawLogo(paper, PAGE.left, 96);
  });
  const titleLines = paper.wrap(title, TEXT.coverTitle);
  const subtitleLines = paper.wrap(subtitle, TEXT.coverSubtitle, BODY_WIDTH * 0.8);
  const subtitleY = BAND_HEIGHT - 56 - subtitleLines.length * TEXT.coverSubtitle.leading;
  const titleY = subtitleY - 24 - titleLines.length * TEXT.coverTitle.leading;
  paper.element("H", () => paper.lines(titleLines, TEXT.coverTitle, { y: titleY }));
  paper.element("P", () => paper.lines(subtitleLines, TEXT.coverSubtitle, { y: subtitleY }));
  let y = BAND_HEIGHT + 56;
  for (const line of lines) {
    const wrapped = paper.wrap(line, TEXT.coverLine);
    paper.element("P", () => paper.lines(wrapped, TEXT.coverLine, { y }));
    y += wrapped.length * TEXT.coverLine.leading;
  }
  // Whatever follows begins on a page of its own.
  paper.y = PAGE.height;
}
