/** The parts of pdfkit that its types leave out; everything that relies on them is named here. */

/** A font as pdfkit embeds it, with the glyphs used so far. */
export interface EmbeddedFont {
  readonly id: string;
  /** Of fontkit. */
  readonly font: { hasGlyphForCodePoint(codePoint: number): boolean };
  /** Glyph ids as four hex digits, and where they stand, in thousandths of the size. */
  encode(text: string): [glyphs: string[], positions: GlyphPosition[]];
  ref(): unknown;
}

export interface GlyphPosition {
  readonly xAdvance: number;
  readonly xOffset: number;
  readonly yOffset: number;
  /** The glyph's own width, before kerning. */
  readonly advanceWidth: number;
}

/** An indirect object; `end` writes it. */
export interface Reference {
  data: Record<string, unknown>;
  write(chunk: string): void;
  end(chunk?: string): void;
}

export interface Internals {
  readonly _font: EmbeddedFont;
  readonly _root: { data: { Pages: { data: { Kids: unknown[] } } } };
  readonly page: { fonts: Record<string, unknown>; xobjects: Record<string, unknown> };
  ref(data: object): Reference;
}

/** The same document, seen with its internals. */
export const internalsOf = (document: PDFKit.PDFDocument): Internals => document as unknown as Internals;
