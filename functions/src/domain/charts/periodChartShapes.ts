/** Columns from zero, one a period, with the line of their target: where each stands. */
import type { ChartPeriod } from "../annualReport/block.ts";
import type { Shape } from "./Shape.ts";

export interface Frame {
  readonly width: number;
  readonly height: number;
  readonly textSize: number;
}

/** Share of a period's room that its column takes. */
const COLUMN_SHARE = 0.7;
/** Distances in sizes of the text: above the highest column; below the axis with one line of words, and with two. */
const ABOVE = 40 / 15;
const BELOW = { one: 34 / 15, two: 56 / 15 } as const;
/** From a column to its number, from the axis to its labels, from the target's line to its words. */
const TO_VALUE = 8 / 15;
const TO_LABEL = 22 / 15;
const TO_GROUP = 44 / 15;
const TO_TARGET = 10 / 15;

/** The highest that is drawn: a column or a target. */
export const highestOf = (periods: readonly ChartPeriod[]): number =>
  Math.max(1, ...periods.flatMap(({ reached, target }) => [reached?.value ?? 0, target?.value ?? 0]));

/** Neighbours of the same group share its name, once and between them. */
function groupShapes(periods: readonly ChartPeriod[], slot: number, y: number): Shape[] {
  const groups: { name: string; from: number; to: number }[] = [];
  for (const [index, { group }] of periods.entries()) {
    if (group === undefined) continue;
    const last = groups.at(-1);
    if (last?.name === group && last.to === index) last.to = index + 1;
    else groups.push({ name: group, from: index, to: index + 1 });
  }
  return groups.map(({ name, from, to }) => ({
    kind: "text",
    role: "label",
    x: ((from + to) / 2) * slot,
    y,
    anchor: "middle",
    text: name,
  }));
}

/** @param targetText - words for the last target, at the right over its line */
export function periodChartShapes(
  periods: readonly ChartPeriod[],
  { width, height, textSize }: Frame,
  targetText?: string,
): Shape[] {
  const most = highestOf(periods);
  const slot = width / Math.max(periods.length, 1);
  const hasGroups = periods.some(({ group }) => group !== undefined);
  const base = height - (hasGroups ? BELOW.two : BELOW.one) * textSize;
  const yOf = (value: number) => base - (Math.max(value, 0) / most) * (base - ABOVE * textSize);
  const shapes: Shape[] = [{ kind: "line", role: "axis", x1: 0, y1: base, x2: width, y2: base }];
  for (const [index, { label, reached, target }] of periods.entries()) {
    const middle = (index + 0.5) * slot;
    if (reached) {
      const y = yOf(reached.value);
      const columnWidth = slot * COLUMN_SHARE;
      shapes.push({
        kind: "rectangle",
        role: "column",
        x: middle - columnWidth / 2,
        y,
        width: columnWidth,
        height: base - y,
      });
      const valueY = y - TO_VALUE * textSize;
      shapes.push({
        kind: "text",
        role: "value",
        x: middle,
        y: valueY,
        anchor: "middle",
        text: reached.text,
      });
    }
    if (target) {
      const y = yOf(target.value);
      shapes.push({ kind: "line", role: "target", x1: index * slot, y1: y, x2: (index + 1) * slot, y2: y });
    }
    const labelY = base + TO_LABEL * textSize;
    shapes.push({ kind: "text", role: "label", x: middle, y: labelY, anchor: "middle", text: label });
  }
  shapes.push(...groupShapes(periods, slot, base + TO_GROUP * textSize));
  const asked = periods.findLast(({ target }) => target !== undefined)?.target;
  if (asked && targetText !== undefined) {
    const y = yOf(asked.value) - TO_TARGET * textSize;
    shapes.push({ kind: "text", role: "target-label", x: width, y, anchor: "end", text: targetText });
  }
  return shapes;
}
