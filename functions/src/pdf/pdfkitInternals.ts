/** The parts of pdfkit that its types leave out; everything that relies on them is named here. */
import { deflateSync } from "node:zlib";

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
  /** What was written to its stream. */
  buffer: Uint8Array[];
  write(chunk: string | Uint8Array): void;
  end(chunk?: string | Uint8Array): void;
}

export interface Page {
  readonly content: Reference;
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

/** How hard pages are deflated, from 1 to 9: half of the default's time, for a file that is a tenth longer. */
const EFFORT = 3;
/** Where a page's operators stand while they are deflated: memory of its own for each would wait long for its release. */
let scratch = Buffer.alloc(1 << 16);

/** Writes the last of a stream, Latin-1, and deflates all of it: pdfkit would take twice the time, and a loop a byte. */
export function deflateInto(reference: Reference, text: string): void {
  const begun = reference.buffer.reduce((sum, { length }) => sum + length, 0);
  if (scratch.length < begun + text.length) scratch = Buffer.alloc(2 * (begun + text.length));
  let length = 0;
  for (const part of reference.buffer) {
    scratch.set(part, length);
    length += part.length;
  }
  length += scratch.write(text, length, "latin1");
  reference.compress = false;
  reference.buffer = [];
  Object.assign(reference.data, { Length: 0, Filter: "FlateDecode" });
  reference.write(deflateSync(scratch.subarray(0, length), { level: EFFORT }));
}

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
