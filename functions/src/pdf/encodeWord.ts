/** A word as the operators that show it: glyphs of one font or of several, encoded and measured once. */
import type { EmbeddedFont, GlyphPosition } from "./pdfkitInternals.ts";

/** A word ready to be written: its width in thousandths of the size, and what shows it. */
export interface Word {
  readonly width: number;
  /** The inside of a TJ array; absent for a word that needs more than one. */
  readonly array?: string;
  /** For raised or shifted glyphs (combining accents) and glyphs of other fonts: operators for a given size. */
  readonly operators?: (size: number) => string;
  /** The inside of its string, where it is a single one. */
  readonly bytes?: string;
  /** The other fonts that it needs. */
  readonly fonts?: readonly EmbeddedFont[];
  /** Whether it is read from right to left. */
  readonly isRightToLeft?: true;
}

/** A part of a word that one font shows. */
export interface Run {
  readonly font: EmbeddedFont;
  readonly text: string;
}

const RIGHT_TO_LEFT = /[\p{Script=Arabic}\p{Script=Hebrew}]/u;
const ESCAPED = /[()\\\r]/g;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

/** Glyph ids, two bytes each, as a string of PDF: half as long as in hex digits. */
function bytesOf(glyphs: readonly string[]): string {
  let bytes = "";
  for (const glyph of glyphs) {
    const id = Number.parseInt(glyph, 16);
    bytes += String.fromCharCode(id >> 8, id & 0xff);
  }
  return bytes.replace(ESCAPED, (byte) => (byte === "\r" ? "\\r" : `\\${byte}`));
}

const stringOf = (glyphs: readonly string[]): string => `(${bytesOf(glyphs)})`;

const widthOf = (positions: readonly GlyphPosition[]): number =>
  positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
const isShifted = (positions: readonly GlyphPosition[]): boolean =>
  positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);

/** @param main - the font that is set where the word stands, and must be set after it */
export function encodeWord(runs: readonly Run[], main: EmbeddedFont): Word {
  const [only] = runs;
  if (runs.length === 1 && only?.font === main) {
    const [glyphs, positions] = main.encode(only.text);
    const width = widthOf(positions);
    if (isShifted(positions))
      return { width, operators: (size) => shiftedOperators(glyphs, positions, size) };
    const array = arrayOf(glyphs, positions);
    return { width, array, ...(glyphs.length === 1 && { bytes: bytesOf(glyphs) }) };
  }
  const encoded = runs.map(({ font, text }) => {
    const [glyphs, positions] = font.encode(text);
    return { font, glyphs, positions };
  });
  return {
    width: encoded.reduce((sum, { positions }) => sum + widthOf(positions), 0),
    fonts: [...new Set(runs.map(({ font }) => font))].filter((font) => font !== main),
    ...(runs.some(({ text }) => RIGHT_TO_LEFT.test(text)) && { isRightToLeft: true }),
    operators: (size) => {
      const shown = encoded.map(({ font, glyphs, positions }) => {
        const run = isShifted(positions)
          ? shiftedOperators(glyphs, positions, size)
          : `[${arrayOf(glyphs, positions)}]TJ`;
        return `/${font.id} ${size} Tf ${run}`;
      });
      return `${shown.join(" ")} /${main.id} ${size} Tf`;
    },
  };
}

function arrayOf(glyphs: readonly string[], positions: readonly GlyphPosition[]): string {
  const array: string[] = [];
  let from = 0;
  for (const [index, { xAdvance, advanceWidth }] of positions.entries()) {
    const kerning = Math.round(advanceWidth - xAdvance);
    if (kerning === 0) continue;
    array.push(stringOf(glyphs.slice(from, index + 1)), String(kerning));
    from = index + 1;
  }
  if (from < glyphs.length) array.push(stringOf(glyphs.slice(from)));
  return array.join("");
}

/** Each glyph on its own, moved by its offset and back again. */
function shiftedOperators(
  glyphs: readonly string[],
  positions: readonly GlyphPosition[],
  size: number,
): string {
  const shown = glyphs.map((glyph, index) => {
    const { xAdvance, xOffset, yOffset, advanceWidth } = positions[index] as GlyphPosition;
    const back = xOffset + advanceWidth - xAdvance;
    return `${rounded((yOffset * size) / 1000)} Ts [${rounded(-xOffset)}${stringOf([glyph])}${rounded(back)}]TJ`;
  });
  return `${shown.join(" ")} 0 Ts`;
}

/** A word of single glyphs side by side, without kerning: undefined where one of them is not a single glyph. */
export function joinedWord(glyphs: readonly Word[]): Word | undefined {
  let bytes = "";
  let width = 0;
  for (const glyph of glyphs) {
    if (glyph.bytes === undefined) return undefined;
    bytes += glyph.bytes;
    width += glyph.width;
  }
  return { width, array: `(${bytes})` };
}
