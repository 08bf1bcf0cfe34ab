/** Bars drawn as vectors: towards a target, across by name, or up by month; always from zero. */
import type { Bar, BlockOf } from "../../domain/annualReport/block.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, PAGE, TEXT } from "../styles.ts";

const PROGRESS_HEIGHT = 9;
const UP_HEIGHT = 84;
/** Room for the title, head and first row of the table that follows a chart. */
const TABLE_BEGINS = 64;
const LABEL_WIDTH = BODY_WIDTH * 0.4;
/** Room for a bar's number. */
const VALUE_WIDTH = 56;

export function drawProgress(paper: Paper, { value, target, text }: BlockOf<"progress">): void {
  const lines = paper.wrap(text, TEXT.value);
  const textHeight = lines.length * TEXT.value.leading;
  paper.ensure(PROGRESS_HEIGHT + textHeight + 14);
  const share = Math.min(value / target, 1);
  paper.element(
    "Figure",
    () => {
      paper.rectangle(PAGE.left, paper.y, BODY_WIDTH, PROGRESS_HEIGHT, COLOR.track);
      if (share > 0) paper.rectangle(PAGE.left, paper.y, BODY_WIDTH * share, PROGRESS_HEIGHT, COLOR.accent);
      // The target's own mark, so that the end of the bar reads in grey as well.
      paper.rectangle(PAGE.left + BODY_WIDTH - 1.5, paper.y - 2, 1.5, PROGRESS_HEIGHT + 4, COLOR.ink);
    },
    paper.root,
    { alt: text },
  );
  paper.y += PROGRESS_HEIGHT + 4;
  paper.element("P", () => paper.lines(lines, TEXT.value));
  paper.y += textHeight + 10;
}

export function barChartHeight(paper: Paper, block: BlockOf<"barChart">): number {
  const title = paper.wrap(block.title, TEXT.caption).length * TEXT.caption.leading + 8;
  if (block.direction === "up") return title + UP_HEIGHT + 2 * TEXT.label.leading + 12;
  return title + block.bars.reduce((sum, bar) => sum + acrossHeight(paper, bar), 0) + 10;
}

export function drawBarChart(paper: Paper, block: BlockOf<"barChart">): void {
  paper.ensure(Math.min(barChartHeight(paper, block) + TABLE_BEGINS, PAGE.height / 2));
  const title = paper.wrap(block.title, TEXT.caption);
  paper.element("P", () => paper.lines(title, TEXT.caption));
  paper.y += title.length * TEXT.caption.leading + 8;
  if (block.direction === "up") drawUp(paper, block);
  else drawAcross(paper, block);
}

function drawUp(paper: Paper, { bars, alt }: BlockOf<"barChart">): void {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const step = BODY_WIDTH / bars.length;
  const base = paper.y + TEXT.value.leading + UP_HEIGHT;
  paper.element(
    "Figure",
    () => {
      for (const [index, { label, value, text }] of bars.entries()) {
        const x = PAGE.left + index * step;
        const height = (UP_HEIGHT * value) / most;
        if (height > 0) paper.rectangle(x + step * 0.16, base - height, step * 0.68, height, COLOR.accent);
        const at = { x, width: step, align: "center" } as const;
        paper.lines(paper.wrap(text, TEXT.value, step).slice(0, 1), TEXT.value, {
          ...at,
          y: base - height - TEXT.value.leading - 1,
        });
        paper.lines(paper.wrap(label, TEXT.label, step).slice(0, 1), TEXT.label, { ...at, y: base + 3 });
      }
      paper.rule(PAGE.left, base, BODY_WIDTH, COLOR.ink, 0.8);
    },
    paper.root,
    { alt },
  );
  paper.y = base + TEXT.label.leading + 12;
}

const acrossHeight = (paper: Paper, { label }: Bar): number =>
  Math.max(18, paper.wrap(label, TEXT.label, LABEL_WIDTH - 10).length * TEXT.label.leading + 6);

/** Bars go on over pages; each part is a figure of its own, described by the whole. */
function drawAcross(paper: Paper, { bars, alt }: BlockOf<"barChart">): void {
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const x = PAGE.left + LABEL_WIDTH;
  const widest = BODY_WIDTH - LABEL_WIDTH - VALUE_WIDTH;
  const drawBar = (bar: Bar, height: number) => {
    const label = paper.wrap(bar.label, TEXT.label, LABEL_WIDTH - 10);
    const textY = paper.y + (height - label.length * TEXT.label.leading) / 2;
    paper.lines(label, TEXT.label, { y: textY, width: LABEL_WIDTH - 10, align: "right" });
    const width = (widest * bar.value) / most;
    if (width > 0) paper.rectangle(x, paper.y + height / 2 - 5, width, 10, COLOR.accent);
    paper.rectangle(x - 0.4, paper.y, 0.8, height, COLOR.ink);
    paper.lines(paper.wrap(bar.text, TEXT.value, VALUE_WIDTH - 6).slice(0, 1), TEXT.value, {
      x: x + width + 6,
      y: paper.y + (height - TEXT.value.leading) / 2,
    });
    paper.y += height;
  };
  let rest = bars;
  while (rest.length > 0) {
    paper.ensure(18);
    const part: [Bar, number][] = [];
    let height = 0;
    for (const bar of rest) {
      const own = acrossHeight(paper, bar);
      if (!paper.fits(height + own) && part.length > 0) break;
      part.push([bar, own]);
      height += own;
    }
    paper.element(
      "Figure",
      () => {
        for (const [bar, own] of part) drawBar(bar, own);
      },
      paper.root,
      { alt },
    );
    rest = rest.slice(part.length);
    if (rest.length > 0) paper.newPage();
  }
  paper.y += 10;
}
