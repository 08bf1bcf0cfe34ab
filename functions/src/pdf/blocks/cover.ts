/** The cover, with frames that an administration fills with its logos. */
import type { BlockOf } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";

const BAND_HEIGHT = 540;
/** Height that a title in large type may take. */
const MOST_TITLE = 240;
const LOGO = { width: 124, height: 48, gap: 14, bottom: 56 } as const;

/** The mark of Bitácora: three bars that rise, on the cover's ground. */
function drawMark(paper: Paper, x: number, y: number): void {
  for (const [index, height] of [18, 30, 42].entries())
    paper.rectangle(x + index * 16, y + 42 - height, 11, height, COLOR.paper);
}

/** A frame for each logo, with its name, until there is a picture. Replace it here and nowhere else. */
function drawLogos(paper: Paper, logos: readonly string[]): void {
  const y = PAGE.height - LOGO.bottom - LOGO.height;
  for (const [index, name] of logos.entries()) {
    const x = PAGE.left + index * (LOGO.width + LOGO.gap);
    paper.artifact(() => {
      paper.frame(x, y, LOGO.width, LOGO.height);
      const lines = paper.wrap(name, TEXT.keyLabel, LOGO.width - 12).slice(0, 3);
      paper.lines(lines, TEXT.keyLabel, {
        x: x + 6,
        y: y + (LOGO.height - lines.length * TEXT.keyLabel.leading) / 2,
        width: LOGO.width - 12,
        align: "center",
      });
    });
  }
}

export function drawCover(paper: Paper, { title, subtitle, lines, logos = [] }: BlockOf<"cover">): void {
  paper.bareSheet();
  const top = paper.info.mark === undefined ? 0 : 22;
  paper.artifact(() => {
    paper.rectangle(0, top, PAGE.width, BAND_HEIGHT - top, COLOR.accent);
    drawMark(paper, PAGE.left, 96);
  });
  const large = paper.wrap(title, TEXT.coverTitle);
  const style = large.length * TEXT.coverTitle.leading <= MOST_TITLE ? TEXT.coverTitle : TEXT.coverTitleLong;
  const titleLines = paper.wrap(title, style);
  const subtitleLines = paper.wrap(subtitle, TEXT.coverSubtitle, BODY_WIDTH * 0.8);
  const subtitleY = BAND_HEIGHT - 56 - subtitleLines.length * TEXT.coverSubtitle.leading;
  const titleY = subtitleY - 24 - titleLines.length * style.leading;
  paper.element("P", () => paper.lines(titleLines, style, { y: titleY }));
  paper.element("P", () => paper.lines(subtitleLines, TEXT.coverSubtitle, { y: subtitleY }));
  let y = BAND_HEIGHT + 40;
  for (const line of lines) {
    const wrapped = paper.wrap(line, TEXT.coverLine);
    paper.element("P", () => paper.lines(wrapped, TEXT.coverLine, { y }));
    y += wrapped.length * TEXT.coverLine.leading;
  }
  drawLogos(paper, logos);
  // Whatever follows begins on a page of its own.
  paper.y = PAGE.height;
}
