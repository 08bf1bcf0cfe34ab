/** How cells look: a style is its place in the list that the file keeps. */
import type { FigureCell } from "../domain/annualReport/block.ts";
import { DECLARATION } from "./xml.ts";

/** Codes of number formats; Excel writes point and comma as the reader's system does. */
const NUMBER_FORMATS = [
  "#,##0",
  "#,##0.0",
  "#,##0.00",
  "#,##0.000",
  '#,##0" %"',
  '#,##0.0" %"',
  '#,##0.00" %"',
] as const;
const FIRST_CODE = 164;

export const STYLE = { text: 0, head: 1, headRight: 2, title: 3, link: 4, quiet: 5, figure: 6 } as const;

/** Digits behind the decimal mark: a point or comma with no three digits to a group after it. */
function decimalsOf({ text, value }: FigureCell): number {
  if (Number.isInteger(value)) return 0;
  const shown = /[.,](\d+)\D*$/.exec(text)?.[1]?.length ?? 0;
  return Math.min(Math.max(shown, 1), 3);
}

/** The style that shows a number as its words do. */
export function figureStyle(cell: FigureCell): number {
  const decimals = decimalsOf(cell);
  const isPercent = cell.text.trimEnd().endsWith("%");
  return STYLE.figure + (isPercent ? 4 + Math.min(decimals, 2) : decimals);
}

const format = (font: number, fill: number, alignment: string, code = 0): string =>
  `<xf numFmtId="${code}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0" applyFont="1" applyFill="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" ${alignment}/></xf>`;

const font = (size: number, color: string, more = ""): string =>
  `<font>${more}<sz val="${size}"/><color rgb="FF${color}"/><name val="Calibri"/><family val="2"/></font>`;

export function stylesXml(): string {
  const wrapped = 'wrapText="1"';
  const codes = NUMBER_FORMATS.map(
    (code, index) =>
      `<numFmt numFmtId="${FIRST_CODE + index}" formatCode="${code.replaceAll('"', "&quot;")}"/>`,
  );
  const formats = [
    format(0, 0, wrapped),
    format(1, 2, wrapped),
    format(1, 2, `horizontal="right" ${wrapped}`),
    format(2, 0, ""),
    format(3, 0, wrapped),
    format(4, 0, ""),
    ...NUMBER_FORMATS.map((_, index) => format(0, 0, 'horizontal="right"', FIRST_CODE + index)),
  ];
  return [
    DECLARATION,
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">',
    `<numFmts count="${codes.length}">${codes.join("")}</numFmts>`,
    `<fonts count="5">${font(11, "1B2333")}${font(11, "0943B5", "<b/>")}${font(18, "0943B5", "<b/>")}${font(11, "0943B5", "<u/>")}${font(11, "545D70")}</fonts>`,
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>',
    '<fill><patternFill patternType="solid"><fgColor rgb="FFE8EDF8"/><bgColor indexed="64"/></patternFill></fill></fills>',
    '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>',
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>',
    `<cellXfs count="${formats.length}">${formats.join("")}</cellXfs>`,
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>',
    "</styleSheet>",
  ].join("");
}
