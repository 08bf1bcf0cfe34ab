/** Text as glyphs: words are encoded once, measured, and broken into lines. */
import type { EmbeddedFont, GlyphPosition } from "./pdfkitInternals.ts";

/** A word ready to be written: its width in thousandths of the size, and the operators that show it. */
interface Word {
  readonly width: number;
  /** The inside of a TJ array; absent for a word with raised glyphs. */
  readonly array?: string;
  /** For a word whose glyphs are raised or shifted (combining accents): operators for a given size. */
  readonly operators?: (size: number) => string;
}

/** A line of words, with the width that it takes at its size. */
export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
}

/** Words kept encoded; forgotten all at once when there are more, so that memory has a bound. */
const MOST_WORDS = 20_000;
/** Stands where the face has no glyph: seen, and counted. */
const MISSING = "[?]";
/** Marks that take no room and have no glyph: joiners, direction and variation marks, soft hyphens. */
const INVISIBLE = /[\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;
/** A letter with the accents that combine with it. */
const CLUSTER = /\P{M}\p{M}*|\p{M}+/gu;

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

export class Typeface {
  /** Characters that the face does not have, with how often they were met. */
  readonly missing = new Map<string, number>();
  readonly #font: EmbeddedFont;
  readonly #words = new Map<string, Word>();

  constructor(font: EmbeddedFont) {
    this.#font = font;
  }

  get id(): string {
    return this.#font.id;
  }

  /** The font's object in the file. */
  get reference(): unknown {
    return this.#font.ref();
  }

  /**
   * The text in lines no wider than `width`, at the given size. It breaks at spaces, and within a word only where
   * the word alone is too wide; a figure stays with its percent sign. A line break in the text is kept.
   */
  wrap(text: string, size: number, width: number): Line[] {
    return text
      .normalize("NFC")
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .flatMap((paragraph) => this.#wrapOne(paragraph, (width / size) * 1000, size));
  }

  /** The width of a text on one line. */
  widthOf(text: string, size: number): number {
    return this.wrap(text, size, Number.POSITIVE_INFINITY)[0]?.width ?? 0;
  }

  /** Operators that show a line with its baseline at a point; coordinates grow downwards. */
  show(line: Line, size: number, x: number, y: number): string {
    const space = this.#wordOf(" ").array;
    const operators: string[] = [];
    let array: string[] = [];
    const flush = () => {
      if (array.length > 0) operators.push(`[${array.join(" ")}] TJ`);
      array = [];
    };
    for (const [index, word] of line.words.entries()) {
      if (index > 0 && space) array.push(space);
      if (word.array !== undefined) array.push(word.array);
      else {
        flush();
        operators.push(word.operators?.(size) ?? "");
      }
    }
    flush();
    const at = `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm`;
    return `BT ${at} /${this.id} ${size} Tf ${operators.join(" ")} ET`;
  }

  #wrapOne(paragraph: string, most: number, size: number): Line[] {
    const lines: Line[] = [];
    const space = this.#wordOf(" ").width;
    let words: Word[] = [];
    let width = 0;
    const flush = () => {
      lines.push({ words, width: (width * size) / 1000 });
      words = [];
      width = 0;
    };
    for (const token of paragraph.match(/(?:US\$\s)?\S+(?:\s(?=%)\S+)?/g) ?? []) {
      for (const word of this.#piecesOf(token.replace(/\s/, " "), most)) {
        if (words.length > 0 && width + space + word.width > most) flush();
        width += (words.length > 0 ? space : 0) + word.width;
        words.push(word);
      }
    }
    flush();
    return lines;
  }

  /** The word, or its pieces where it alone is wider than a line: all but the last fill a line each. */
  #piecesOf(token: string, most: number): Word[] {
    const whole = this.#wordOf(token);
    if (whole.width <= most) return [whole];
    const pieces: string[] = [];
    let piece = "";
    let width = 0;
    for (const cluster of this.#shown(token).match(CLUSTER) ?? []) {
      const added = this.#wordOf(cluster).width;
      if (piece !== "" && width + added > most) {
        pieces.push(piece);
        piece = "";
        width = 0;
      }
      piece += cluster;
      width += added;
    }
    return [...pieces, piece].map((part) => this.#wordOf(part));
  }

  #wordOf(token: string): Word {
    const known = this.#words.get(token);
    if (known) return known;
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    const word = wordFrom(...this.#font.encode(this.#shown(token)));
    this.#words.set(token, word);
    return word;
  }

  /** The token as this face can show it. */
  #shown(token: string): string {
    let shown = "";
    let inGap = false;
    for (const character of token.replace(INVISIBLE, "")) {
      const has = this.#font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0);
      if (has) shown += character;
      else {
        this.missing.set(character, (this.missing.get(character) ?? 0) + 1);
        if (!inGap) shown += MISSING;
      }
      inGap = !has;
    }
    return shown;
  }
}

function wordFrom(glyphs: readonly string[], positions: readonly GlyphPosition[]): Word {
  const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
  const shifted = positions.some(({ xOffset, yOffset }) => xOffset !== 0 || yOffset !== 0);
  if (shifted) return { width, operators: (size) => shiftedOperators(glyphs, positions, size) };
  const array: string[] = [];
  let run = "";
  for (const [index, glyph] of glyphs.entries()) {
    run += glyph;
    const position = positions[index];
    const kerning = position ? position.xAdvance - position.advanceWidth : 0;
    if (kerning !== 0) {
      array.push(`<${run}> ${rounded(-kerning)}`);
      run = "";
    }
  }
  if (run) array.push(`<${run}>`);
  return { width, array: array.join(" ") };
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
    return `${rounded((yOffset * size) / 1000)} Ts [${rounded(-xOffset)} <${glyph}> ${rounded(back)}] TJ`;
  });
  return `${shown.join(" ")} 0 Ts`;
}
