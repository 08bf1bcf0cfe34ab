/** The world as vectors, the countries that have a value filled; a table with the same values follows. */
import type { BlockOf } from "../../domain/annualReport/block.ts";
import { type MapShapes, mapShapes, type Shade } from "../../domain/charts/mapShapes.ts";
import { formatNumber } from "../../domain/format.ts";
import { MAP_SIZE } from "../../domain/map/worldMap.ts";
import type { Paper } from "../Paper.ts";
import { BODY_WIDTH, COLOR, type Color, PAGE, TEXT } from "../styles.ts";
import { figureOf } from "./charts.ts";

const SCALE = BODY_WIDTH / MAP_SIZE.width;
const MAP_HEIGHT = MAP_SIZE.height * SCALE;
const KEY_HEIGHT = 22;
/** Radius of a dot, in the map's units. */
const DOT = 4.5;
/** Room for the title, head and first rows of the table that follows. */
const TABLE_BEGINS = 84;

const SHADES: Readonly<Record<Shade, Color>> = {
  0: COLOR.land,
  1: COLOR.shade1,
  2: COLOR.shade2,
  3: COLOR.accent,
};

/** A path of `M`, relative `l` and `z` in PDF's operators, which know absolute places alone. */
export function operatorsOf(path: string): string {
  const operators: string[] = [];
  let x = 0;
  let y = 0;
  for (const [, command, numbers = ""] of path.matchAll(/([Mlz])([^Mlz]*)/g)) {
    if (command === "z") operators.push("h");
    // The numbers go without a space before a minus sign.
    const values = numbers.match(/-?[\d.]+/g)?.map(Number) ?? [];
    for (let index = 0; index + 1 < values.length; index += 2) {
      const [first = 0, second = 0] = values.slice(index, index + 2);
      x = command === "M" ? first : x + first;
      y = command === "M" ? second : y + second;
      operators.push(`${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10} ${command === "M" ? "m" : "l"}`);
    }
  }
  return operators.join(" ");
}

/** A circle, near enough as a polygon at the size of a dot. */
function circle(x: number, y: number): string {
  const corners = Array.from({ length: 16 }, (_, index) => {
    const angle = (index * Math.PI) / 8;
    return `${(x + DOT * Math.cos(angle)).toFixed(1)} ${(y + DOT * Math.sin(angle)).toFixed(1)}`;
  });
  return `${corners.join(" l ").replace(" l ", " m ")} l h`;
}

const titleHeight = (paper: Paper, title: string): number =>
  paper.wrap(title, TEXT.caption).length * TEXT.caption.leading + 8;

export const mapHeight = (paper: Paper, { title }: BlockOf<"map">): number =>
  titleHeight(paper, title) + MAP_HEIGHT + KEY_HEIGHT + TABLE_BEGINS;

/** Which values each shade stands for. */
function drawKey(paper: Paper, { shades }: MapShapes, y: number): void {
  let x = PAGE.left;
  for (const { shade, from, to } of shades) {
    const words = [from, ...(to > from ? [to] : [])].map((value) => formatNumber(value, paper.info.language));
    const [line] = paper.wrap(words.join("–"), TEXT.label);
    paper.rectangle(x, y + 2, 14, 8, SHADES[shade]);
    if (line) paper.line(line, TEXT.label, x + 19, y);
    x += 19 + (line?.width ?? 0) + 18;
  }
}

export function drawMap(paper: Paper, block: BlockOf<"map">): void {
  paper.ensure(mapHeight(paper, block));
  const title = paper.wrap(block.title, TEXT.caption);
  paper.element("P", () => paper.lines(title, TEXT.caption));
  paper.y += titleHeight(paper, block.title);
  const shapes = mapShapes(block.values);
  const at = [SCALE, PAGE.left, paper.y] as const;
  paper.element(
    "Figure",
    () => {
      for (const { path, shade } of shapes.areas) paper.area(operatorsOf(path), SHADES[shade], at);
      for (const { x, y, shade } of shapes.dots) paper.area(circle(x, y), SHADES[shade], at);
      drawKey(paper, shapes, paper.y + MAP_HEIGHT + 6);
    },
    paper.root,
    figureOf(block.alt, paper.y, MAP_HEIGHT + KEY_HEIGHT),
  );
  paper.y += MAP_HEIGHT + KEY_HEIGHT + 6;
}
