/** The page's measures, colours and type: one scale for all that is printed, in points. */

export const PAGE = {
  width: 595.28,
  height: 841.89,
  /** Wider at the left, so that it can be bound. */
  left: 70,
  right: 54,
  top: 84,
  bottom: 60,
} as const;

export const BODY_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const BODY_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** Each pair of text and ground that is used has a contrast of 4.5:1 or more, and they differ in grey too. */
export const COLOR = {
  accent: "#0943B5",
  ink: "#1B2333",
  quiet: "#545D70",
  rule: "#CBD2DF",
  tint: "#E8EDF8",
  track: "#DDE4F2",
  /** Countries on a map: without a value, and with a few or some; many are in the accent. Three greys apart. */
  land: "#E4E8F0",
  shade1: "#A9BEEA",
  shade2: "#5A83D8",
  paper: "#FFFFFF",
  mark: "#FFD84D",
} as const;
export type Color = (typeof COLOR)[keyof typeof COLOR];

const shortened = (value: number): string => String(Math.round(value * 100) / 100);
const parts = new Map<Color, string>();

/** A colour as the three numbers that PDF wants. */
export function rgb(color: Color): string {
  const known = parts.get(color);
  if (known) return known;
  const made = [1, 3, 5].map((at) => shortened(Number.parseInt(color.slice(at, at + 2), 16) / 255)).join(" ");
  parts.set(color, made);
  return made;
}

export const FACES = {
  regular: "400Regular/NunitoSans_400Regular.ttf",
  semibold: "600SemiBold/NunitoSans_600SemiBold.ttf",
  bold: "800ExtraBold/NunitoSans_800ExtraBold.ttf",
} as const;
export type FaceName = keyof typeof FACES;

/** A style of text: face, size, height of a line and colour. */
export interface TextStyle {
  readonly face: FaceName;
  readonly size: number;
  readonly leading: number;
  readonly color: Color;
}

const style = (face: FaceName, size: number, leading: number, color: Color = COLOR.ink): TextStyle => ({
  face,
  size,
  leading,
  color,
});

export const TEXT = {
  coverTitle: style("bold", 38, 44, COLOR.paper),
  /** For a title that would not find room. */
  coverTitleLong: style("bold", 20, 26, COLOR.paper),
  coverSubtitle: style("regular", 15, 22, COLOR.paper),
  coverLine: style("regular", 11, 18),
  heading1: style("bold", 21, 26, COLOR.accent),
  heading2: style("bold", 14, 19),
  heading3: style("bold", 11, 15),
  body: style("regular", 10, 15),
  link: style("regular", 10, 15, COLOR.accent),
  bullet: style("regular", 10, 15, COLOR.accent),
  letter: style("regular", 11, 17),
  placeholder: style("regular", 11, 17, COLOR.quiet),
  note: style("regular", 8.5, 12.5, COLOR.quiet),
  keyFigure: style("bold", 22, 26, COLOR.accent),
  keyLabel: style("regular", 8.5, 12, COLOR.quiet),
  caption: style("bold", 9.5, 13),
  head: style("semibold", 8, 11, COLOR.accent),
  cell: style("regular", 8.5, 12),
  cellLink: style("regular", 8.5, 12, COLOR.accent),
  label: style("regular", 8.5, 12),
  value: style("bold", 8.5, 12),
  contents1: style("bold", 10.5, 15),
  contents2: style("regular", 10, 15),
  running: style("regular", 8, 11, COLOR.quiet),
  runningPart: style("semibold", 8, 11, COLOR.quiet),
  mark: style("bold", 9, 12),
} as const;
