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
  readonly id: number;
  data: Record<string, unknown>;
  /** Whether its stream is deflated at its end. */
  compress: boolean;
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

export interface Page {
  readonly dictionary: Reference;
  readonly fonts: Record<string, unknown>;
  readonly xobjects: Record<string, unknown>;
  readonly annotations: unknown[];
}

export interface Internals {
  readonly _font: EmbeddedFont;
  readonly _root: Reference & { data: { Pages: Reference & { data: { Kids: unknown[] } } } };
  readonly _info: Reference;
  readonly _id: Uint8Array;
  /** Where each object begins in the file; their count is the last number given to one. */
  readonly _offsets: (number | null)[];
  /** Bytes written so far. */
  readonly _offset: number;
  readonly info: Readonly<Record<string, string | Date>>;
  readonly page: Page;
  ref(data?: object): Reference;
  /** Writes bytes, or Latin-1 text and a line break, into the file. */
  _write(data: string | Uint8Array): void;
  push(chunk: null): void;
  /** Writes the metadata, among the last objects. */
  endMetadata: () => void;
  /** Writes the table of objects and the trailer. */
  _finalize: () => void;
}

/** The same document, seen with its internals. */
export const internalsOf = (document: PDFKit.PDFDocument): Internals => document as unknown as Internals;

/** PDF's own notation, which pdfkit writes as it is. */
export class Notation {
  readonly #text: string;

  constructor(text: string) {
    this.#text = text;
  }

  /** pdfkit writes whatever is no plain object by its text. */
  get [Symbol.toStringTag](): string {
    return "Notation";
  }

  toString(): string {
    return this.#text;
  }
}

/** A text in PDF's notation: Unicode, as hex digits, so that nothing in it needs an escape. */
export function textNotation(text: string): string {
  let hex = "";
  for (let index = 0; index < text.length; index += 1)
    hex += text.charCodeAt(index).toString(16).padStart(4, "0");
  return `<feff${hex}>`;
}
