/** Blocks to PDF: laid out page by page and written as it goes, so that a long document is never held whole. */
import { createHash } from "node:crypto";
import { createRequire } from "node:module";
import { type Readable, Transform, type TransformCallback, type Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setTimeout as wait } from "node:timers/promises";
import type { Blocks, DocumentInfo } from "../domain/annualReport/block.ts";
import { Layout } from "./Layout.ts";
import { Paper } from "./Paper.ts";
import { internalsOf } from "./pdfkitInternals.ts";
import { FACES, type FaceName, PAGE } from "./styles.ts";
import { Typeface } from "./Typeface.ts";

/** Raise it with every change that alters bytes: an edition is one snapshot under one renderer. */
export const RENDERER_VERSION = 2;

export interface Rendered {
  readonly pages: number;
  readonly bytes: number;
  readonly sha256: string;
  /** Characters that the fonts do not have, shown as `[?]`. */
  readonly missingCharacters: readonly string[];
}

/** How far it has come. */
export interface RenderProgress {
  readonly pages: number;
  readonly blocks: number;
}

/** Bytes that may wait to be taken before the layout does. */
const MOST_WAITING_BYTES = 1 << 20;
/** Bytes that are passed on at once. */
const PIECE_BYTES = 1 << 16;

const fontPath = (file: string): string =>
  createRequire(import.meta.url).resolve(`@expo-google-fonts/nunito-sans/${file}`);

async function openDocument(info: DocumentInfo): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import("pdfkit");
  return new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    tagged: true,
    lang: info.language === "es" ? "es-CO" : "en",
    displayTitle: true,
    font: fontPath(FACES.regular),
    // Typeface keeps words itself, with a bound.
    fontLayoutCache: false,
    info: {
      Title: info.title,
      Subject: info.subject,
      Author: info.author,
      Creator: "Bitácora",
      Producer: `Bitácora ${RENDERER_VERSION}, pdfkit`,
      // Noon in Bogotá: a day in every time zone of the country.
      CreationDate: new Date(`${info.datedOn}T17:00:00Z`),
    },
  });
}

function openFaces(document: PDFKit.PDFDocument): Record<FaceName, Typeface> {
  const open = (name: FaceName) => {
    document.font(fontPath(FACES[name]));
    return new Typeface(internalsOf(document)._font);
  };
  return { regular: open("regular"), semibold: open("semibold"), bold: open("bold") };
}

/** Counts and hashes what passes, and gathers pdfkit's many small pieces into few. */
class Meter extends Transform {
  bytes = 0;
  sha256 = "";
  readonly #hash = createHash("sha256");
  #held: Buffer[] = [];
  #heldBytes = 0;

  override _transform(chunk: Buffer, _encoding: string, done: TransformCallback): void {
    this.#held.push(chunk);
    this.#heldBytes += chunk.length;
    if (this.#heldBytes >= PIECE_BYTES) this.#pass();
    done();
  }

  override _flush(done: TransformCallback): void {
    this.#pass();
    this.sha256 = this.#hash.digest("hex");
    done();
  }

  #pass(): void {
    const piece = Buffer.concat(this.#held);
    this.#held = [];
    this.#heldBytes = 0;
    this.#hash.update(piece);
    this.bytes += piece.length;
    this.push(piece);
  }
}

/**
 * Renders a document into `output`, which is ended with the last byte and destroyed when the rendering fails. The
 * same blocks and info make the same bytes under one `RENDERER_VERSION`. The first block is the cover. `onProgress` is
 * called after each block and, within long tables, after each page.
 *
 * @throws what the blocks, the layout or `output` throw
 */
export async function renderPdf(
  blocks: Blocks,
  info: DocumentInfo,
  output: Writable,
  onProgress: (progress: RenderProgress) => void | Promise<void> = () => {},
): Promise<Rendered> {
  const document = await openDocument(info);
  const faces = openFaces(document);
  const meter = new Meter();
  const stream = document as unknown as Readable;
  const written = pipeline(stream, meter, output);
  let failed = false;
  written.catch(() => {
    failed = true;
  });
  let drawn = 0;
  const settled = async () => {
    await onProgress({ pages: paper.pages, blocks: drawn });
    while (stream.readableLength > MOST_WAITING_BYTES && !failed) await wait(5);
    // Lets the stream move even where nothing waits.
    await wait(0);
    if (failed) await written;
  };
  const paper = new Paper(document, info, faces);
  const layout = new Layout(paper, settled);
  try {
    for await (const block of blocks) {
      await layout.draw(block);
      drawn += 1;
      await settled();
    }
    layout.end();
    document.end();
  } catch (error) {
    stream.destroy(error as Error);
    await written.catch(() => {});
    throw error;
  }
  await written;
  const missing = Object.values(faces).flatMap((face) => [...face.missing.keys()]);
  return {
    pages: paper.pages,
    bytes: meter.bytes,
    sha256: meter.sha256,
    missingCharacters: [...new Set(missing)].sort(),
  };
}
