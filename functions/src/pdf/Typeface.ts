/** Text as glyphs: words are encoded once, measured, and broken into lines. */
import { encodeWord, joinedWord, type Run, type Word } from "./encodeWord.ts";
import type { EmbeddedFont } from "./pdfkitInternals.ts";

/** A line of words, with the width that it takes at its size. */
export interface Line {
  readonly words: readonly Word[];
  readonly width: number;
  /** The operators that show it, once they are made, for one size: lines of cells are drawn again and again. */
  shown?: { readonly size: number; readonly operators: string };
  /** Whether the text goes on after a space, which is written too: else readers hear two words as one. */
  readonly goesOn?: boolean;
}

/** Words kept encoded; forgotten all at once when there are more, so that memory has a bound. */
const MOST_WORDS = 20_000;
/** Stands where no font has a glyph: seen, and counted. */
const MISSING = "[?]";
/** Marks that take no room and have no glyph: joiners, direction and variation marks, soft hyphens. */
const INVISIBLE = /[\p{Cf}\p{Cc}]|\p{Variation_Selector}/gu;
/** What stays together: no break within. A figure with its percent sign, a currency with its figure, a word. */
const TOKEN = /(?:US\$\s)?\S+(?:\s(?=%)\S+)?/g;

/** Numbers and days: too many to keep, and their digits stand in columns, so that nothing is kerned. */
const FIGURE = /^\d[\d.,:/]+$/;

const clusters = new Intl.Segmenter("es", { granularity: "grapheme" });
const clustersOf = (text: string): string[] => Array.from(clusters.segment(text), ({ segment }) => segment);

const rounded = (value: number): string => String(Math.round(value * 100) / 100);

const canShow = (font: EmbeddedFont, text: string): boolean =>
  [...text].every((character) => font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0));

export class Typeface {
  /** Characters that no font has, with how often they were met. */
  readonly missing = new Map<string, number>();
  readonly #font: EmbeddedFont;
  readonly #fallbacks: () => Iterable<EmbeddedFont>;
  readonly #words = new Map<string, Word>();
  readonly #space: Word;

  /** @param fallbacks - fonts to turn to, in order, each opened when it is first needed */
  constructor(font: EmbeddedFont, fallbacks: () => Iterable<EmbeddedFont> = () => []) {
    this.#font = font;
    this.#fallbacks = fallbacks;
    this.#space = encodeWord([{ font, text: " " }], font);
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
    const most = (width / size) * 1000;
    const normal = text.normalize("NFC");
    if (!/[\n\r\u2028\u2029]/.test(normal)) return this.#wrapOne(normal, most, size);
    return normal
      .split(/\r\n|[\n\r\u2028\u2029]/)
      .flatMap((paragraph) => this.#wrapOne(paragraph, most, size));
  }

  /** The width of a text on one line. */
  widthOf(text: string, size: number): number {
    return this.wrap(text, size, Number.POSITIVE_INFINITY)[0]?.width ?? 0;
  }

  /** Operators that show a line with its baseline at a point, in a text object with this face set at the size. */
  show(line: Line, size: number, x: number, y: number): string {
    if (line.shown?.size !== size) line.shown = { size, operators: this.#operatorsOf(line, size) };
    return `1 0 0 -1 ${rounded(x)} ${rounded(y)} Tm${line.shown.operators}`;
  }

  #operatorsOf(line: Line, size: number): string {
    const space = this.#space.array ?? "";
    let operators = "";
    let array = "";
    for (const [index, word] of line.words.entries()) {
      if (index > 0) array += space;
      if (word.array !== undefined) array += word.array;
      else {
        if (array) operators += `[${array}]TJ`;
        array = "";
        operators += ` ${word.operators?.(size) ?? ""}`;
      }
    }
    if (line.goesOn) array += space;
    return array ? `${operators}[${array}]TJ` : operators;
  }

  #wrapOne(paragraph: string, most: number, size: number): Line[] {
    const lines: Line[] = [];
    const space = this.#space.width;
    let words: Word[] = [];
    let width = 0;
    const flush = (goesOn: boolean) => {
      lines.push({ words: inVisualOrder(words), width: (width * size) / 1000, goesOn });
      words = [];
      width = 0;
    };
    const put = (word: Word, isBroken: boolean) => {
      if (words.length > 0 && width + space + word.width > most) flush(!isBroken);
      width += (words.length > 0 ? space : 0) + word.width;
      words.push(word);
    };
    for (const token of paragraph.match(TOKEN) ?? []) {
      const word = this.#wordOf(token);
      if (word.width <= most) put(word, false);
      else for (const [index, piece] of this.#piecesOf(token, most).entries()) put(piece, index > 0);
    }
    flush(false);
    return lines;
  }

  /** The pieces of a word that alone is wider than a line: all but the last fill a line each. */
  #piecesOf(token: string, most: number): Word[] {
    const pieces: string[] = [];
    let piece = "";
    let width = 0;
    for (const cluster of clustersOf(token)) {
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
    if (FIGURE.test(token)) {
      const figure = joinedWord(Array.from(token, (digit) => this.#wordOf(digit)));
      if (figure) return figure;
    }
    if (this.#words.size >= MOST_WORDS) this.#words.clear();
    const word = encodeWord(this.#runsOf(token.replace(/\s/g, " ")), this.#font);
    this.#words.set(token, word);
    return word;
  }

  /** The token in parts, each with the font that can show it; what none can is said. */
  #runsOf(token: string): Run[] {
    const visible = token.replace(INVISIBLE, "");
    if (canShow(this.#font, visible)) return [{ font: this.#font, text: visible }];
    const runs: Run[] = [];
    for (const cluster of clustersOf(token)) {
      const run = this.#runOf(cluster);
      const last = runs.at(-1);
      if (last?.font !== run.font) runs.push(run);
      // One sign for all that is missing side by side.
      else if (run.text !== MISSING || !last.text.endsWith(MISSING))
        runs[runs.length - 1] = { font: last.font, text: last.text + run.text };
    }
    return runs;
  }

  #runOf(cluster: string): Run {
    const visible = cluster.replace(INVISIBLE, "");
    for (const font of [this.#font, ...this.#fallbacks()]) {
      // Joiners hold the parts of an emoji together, where the font knows it as a whole.
      if (canShow(font, cluster)) return { font, text: cluster };
      if (canShow(font, visible)) return { font, text: visible };
    }
    for (const character of visible)
      if (!this.#font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0))
        this.missing.set(character, (this.missing.get(character) ?? 0) + 1);
    return { font: this.#font, text: MISSING };
  }
}

/** Words that are read from right to left stand in that order where they are neighbours. */
function inVisualOrder(words: Word[]): Word[] {
  if (!words.some(({ isRightToLeft }) => isRightToLeft)) return words;
  const ordered: Word[] = [];
  let at = 0;
  for (const word of words) {
    if (word.isRightToLeft) ordered.splice(at, 0, word);
    else {
      ordered.push(word);
      at = ordered.length;
    }
  }
  return ordered;
}

/** The same lines with a space after the last, since other words of the same element follow. */
export const withSpace = (lines: readonly Line[]): Line[] =>
  lines.map(({ words, width, goesOn = false }, index) => ({
    words,
    width,
    goesOn: goesOn || index === lines.length - 1,
  }));
