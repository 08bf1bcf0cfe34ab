/** How the Word file looks: styles that Word's own names carry, so that whoever edits it finds them. */
import type { IPropertiesOptions } from "docx";

/** Not that of the page: whoever edits the file has this one, and the file carries none. */
export const FONT = "Calibri";
export const INK = {
  accent: "0943B5",
  text: "1B2333",
  quiet: "545D70",
  tint: "E8EDF8",
  rule: "CBD2DF",
} as const;

/** Twentieths of a point. */
export const PAGE = {
  width: 11_906,
  height: 16_838,
  top: 1_440,
  bottom: 1_200,
  left: 1_400,
  right: 1_080,
} as const;
export const BODY_WIDTH = PAGE.width - PAGE.left - PAGE.right;

/** Sizes are in half points. */
const heading = (size: number, color: string, before: number, after: number) => ({
  run: { font: FONT, size, bold: true, color },
  paragraph: { spacing: { before, after }, keepNext: true },
});

const paragraphStyle = (id: string, name: string, run: object, paragraph: object, basedOn = "Normal") => ({
  id,
  name,
  basedOn,
  quickFormat: true,
  run,
  paragraph,
});

export const STYLES: NonNullable<IPropertiesOptions["styles"]> = {
  default: {
    document: {
      run: { font: FONT, size: 20, color: INK.text },
      paragraph: { spacing: { line: 290, lineRule: "auto", after: 120 } },
    },
    title: {
      run: { font: FONT, size: 72, bold: true, color: INK.accent },
      paragraph: { spacing: { after: 240 } },
    },
    heading1: heading(42, INK.accent, 480, 200),
    heading2: heading(28, INK.text, 360, 120),
    heading3: heading(22, INK.text, 300, 80),
  },
  paragraphStyles: [
    paragraphStyle("Subtitle", "Subtitle", { size: 30, color: INK.quiet }, { spacing: { after: 480 } }),
    paragraphStyle(
      "Note",
      "Note",
      { size: 17, color: INK.quiet },
      { spacing: { line: 250, lineRule: "auto", after: 160 } },
    ),
    paragraphStyle(
      "Caption",
      "caption",
      { size: 19, bold: true },
      { spacing: { before: 200, after: 80 }, keepNext: true },
    ),
    paragraphStyle(
      "KeyFigure",
      "Key figure",
      { size: 44, bold: true, color: INK.accent },
      { spacing: { after: 0 }, keepNext: true },
    ),
    paragraphStyle("Cell", "Cell", { size: 17 }, { spacing: { line: 240, lineRule: "auto", after: 0 } }),
    paragraphStyle(
      "HeadCell",
      "Head cell",
      { size: 16, bold: true, color: INK.accent },
      { spacing: { line: 240, lineRule: "auto", after: 0 } },
    ),
    paragraphStyle(
      "Callout",
      "Callout",
      {},
      {
        shading: { fill: INK.tint },
        indent: { left: 160, right: 160 },
        spacing: { after: 60 },
      },
    ),
    paragraphStyle("Placeholder", "Placeholder", { color: INK.quiet, italics: true }, {}),
  ],
};
