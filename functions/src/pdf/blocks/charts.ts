/** Charts drawn as vectors: towards a target, across by name, or up by period; always from zero. */
import type { Bar, BlockOf, ChartPeriod } from "../../domain/annualReport/block.ts";
import { periodChartShapes } from "../../domain/charts/periodChartShapes.ts";
import { progressShapes } from "../../domain/charts/progressShapes.ts";
import type { Role, Shape } from "../../domain/charts/Shape.ts";
import type { Paper } from "../Paper.ts";
import type { Attributes } from "../Structure.ts";
import { BODY_WIDTH, COLOR, type Color, PAGE, TEXT, type TextStyle } from "../styles.ts";

const PROGRESS_HEIGHT = 9;
const PERIODS_HEIGHT = 150;
/** Room for the title, head and first rows of the table that follows a chart. */
const TABLE_BEGINS = 84;
const LABEL_WIDTH = BODY_WIDTH * 0.4;
/** Room for a bar's number. */
const VALUE_WIDTH = 56;

const COLORS: Readonly<Record<Role, Color>> = {
  axis: COLOR.ink,
  column: COLOR.accent,
  target: COLOR.ink,
  track: COLOR.track,
  reached: COLOR.accent,
  value: COLOR.ink,
  label: COLOR.ink,
  "target-label": COLOR.ink,
};
const STYLES: Partial<Record<Role, TextStyle>> = { value: TEXT.value, "target-label": TEXT.value };

function drawShape(paper: Paper, shape: Shape, left: number, top: number): void {
  const color = COLORS[shape.role];
  if (shape.kind === "rectangle") {
    const { x, y, width, height } = shape;
    if (width > 0 && height > 0) paper.rectangle(left + x, top + y, width, height, color);
  } else if (shape.kind === "line") {
    const { x1, y1, x2, y2 } = shape;
    const dash = shape.role === "target" ? [4, 3] : [];
    paper.stroke([left + x1, top + y1, left + x2, top + y2], color, 0.8, dash);
  } else {
    const style = STYLES[shape.role] ?? TEXT.label;
    const [line] = paper.wrap(shape.text, style, Number.POSITIVE_INFINITY);
    if (!line) return;
    const before = shape.anchor === "middle" ? line.width / 2 : line.width;
    paper.line(line, style, left + shape.x - before, top + shape.y - style.leading / 2 - style.size * 0.35);
  }
}

/** What is said of a figure: its words, and the room that it takes. */
export const figureOf = (alt: string, top: number, height: number): Attributes => {
  const box = [PAGE.left, PAGE.height - top - height, PAGE.left + BODY_WIDTH, PAGE.height - top];
  const inBox = `/A<</O/Layout/Placement/Block/BBox[${box.map(Math.round).join(" ")}]>>`;
  return { alt, attributes: inBox };
};

export function drawProgress(paper: Paper, { value, target, text }: BlockOf<"progress">): void {
  const lines = paper.wrap(text, TEXT.value);
  const textHeight = lines.length * TEXT.value.leading;
  paper.ensure(PROGRESS_HEIGHT + textHeight + 14);
  const shapes = progressShapes(value / target, { width: BODY_WIDTH, height: PROGRESS_HEIGHT });
  paper.element(
    "Figure",
    () => {
      for (const shape of shapes) drawShape(paper, shape, PAGE.left, paper.y);
      // The target's own mark, so that the end of the bar reads in grey as well.
      paper.rectangle(PAGE.left + BODY_WIDTH - 1.5, paper.y - 2, 1.5, PROGRESS_HEIGHT + 4, COLOR.ink);
    },
    paper.root,
    figureOf(text, paper.y, PROGRESS_HEIGHT),
  );
  paper.y += PROGRESS_HEIGHT + 4;
  paper.element("P", () => paper.lines(lines, TEXT.value));
  paper.y += textHeight + 10;
}

type ChartBlock = BlockOf<"barChart"> | BlockOf<"periodChart">;

export function chartHeight(paper: Paper, block: ChartBlock): number {
  const title = paper.wrap(block.title, TEXT.caption).length * TEXT.caption.leading + 8;
  if (block.type === "periodChart" || block.direction === "up") return title + PERIODS_HEIGHT + 8;
  return title + block.bars.reduce((sum, bar) => sum + acrossHeight(paper, bar), 0) + 10;
}

/** The chart's title; the chart and the beginning of its table stay with it. */
function drawTitle(paper: Paper, block: ChartBlock): void {
  paper.ensure(Math.min(chartHeight(paper, block) + TABLE_BEGINS, PAGE.height / 2));
  const title = paper.wrap(block.title, TEXT.caption);
  paper.element("P", () => paper.lines(title, TEXT.caption));
  paper.y += title.length * TEXT.caption.leading + 8;
}

export function drawBarChart(paper: Paper, block: BlockOf<"barChart">): void {
  drawTitle(paper, block);
  if (block.direction === "across") drawAcross(paper, block);
  else {
    const periods = block.bars.map(({ label, value, text }) => ({ label, reached: { value, text } }));
    drawPeriods(paper, periods, block.alt);
  }
}

export function drawPeriodChart(paper: Paper, block: BlockOf<"periodChart">): void {
  drawTitle(paper, block);
  drawPeriods(paper, block.periods, block.alt, block.targetText);
}

function drawPeriods(paper: Paper, periods: readonly ChartPeriod[], alt: string, targetText?: string): void {
  const frame = { width: BODY_WIDTH, height: PERIODS_HEIGHT, textSize: TEXT.label.size };
  const shapes = periodChartShapes(periods, frame, targetText);
  paper.element(
    "Figure",
    () => {
      for (const shape of shapes) drawShape(paper, shape, PAGE.left, paper.y);
    },
    paper.root,
    figureOf(alt, paper.y, PERIODS_HEIGHT),
  );
  paper.y += PERIODS_HEIGHT + 8;
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
      figureOf(alt, paper.y, height),
    );
    rest = rest.slice(part.length);
    if (rest.length > 0) paper.newPage();
  }
  paper.y += 10;
}
