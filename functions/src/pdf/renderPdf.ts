/** Blocks to PDF: laid out page by page and written as it goes, so that a long document is never held whole. */
import type { Readable, Writable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { setImmediate as turn, setTimeout as wait } from "node:timers/promises";
import type { Blocks, DocumentInfo } from "../domain/annualReport/block.ts";
import { figureHead } from "../domain/annualReport/figureLines.ts";
import { Meter } from "../output/Meter.ts";
import { Layout } from "./Layout.ts";
import { ObjectPool } from "./ObjectPool.ts";
import { openDocument, openFaces } from "./openDocument.ts";
import { Paper } from "./Paper.ts";
import { internalsOf } from "./pdfkitInternals.ts";
import { Structure } from "./Structure.ts";

export { RENDERER_VERSION } from "./openDocument.ts";

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

export interface PdfOptions {
  /**
   * Whether the file says what each piece is, for whoever hears it, and goes by PDF/UA-1 and PDF/A-3a. An untagged one
   * is for proofs alone.
   */
  readonly tagged: boolean;
}

/** Bytes that may wait to be taken before the layout does. */
const MOST_WAITING_BYTES = 1 << 20;
const FIGURES = { es: "cifras.csv", en: "figures.csv" } as const;
const FIGURES_ARE = {
  es: "Las cifras de las tablas de este documento",
  en: "The figures of this document's tables",
} as const;

/** Puts the figures into the file, as the data that its tables and charts show. */
function attachFigures(document: PDFKit.PDFDocument, info: DocumentInfo, lines: string): void {
  if (lines === "") return;
  document.file(Buffer.from(figureHead(info.language) + lines, "utf8"), {
    name: FIGURES[info.language],
    description: FIGURES_ARE[info.language],
    type: "text/csv",
    relationship: "Data",
    creationDate: new Date(`${info.datedOn}T17:00:00Z`),
    modifiedDate: new Date(`${info.datedOn}T17:00:00Z`),
  } as PDFKit.Mixins.PDFAttachmentOptions);
}

/**
 * Renders a document into `output`, which is ended with the last byte and destroyed when the rendering fails. The
 * same blocks and info make the same bytes under one `RENDERER_VERSION`. The first block is the cover. `onProgress` is
 * called after each block and, within long tables, after each page. The figures of its tables are within the file too,
 * as CSV.
 *
 * @throws what the blocks, the layout or `output` throw
 */
export async function renderPdf(
  blocks: Blocks,
  info: DocumentInfo,
  output: Writable,
  onProgress: (progress: RenderProgress) => void | Promise<void> = () => {},
  { tagged }: PdfOptions = { tagged: true },
): Promise<Rendered> {
  const document = await openDocument(info, tagged);
  const internals = internalsOf(document);
  const pool = new ObjectPool(internals);
  const structure = new Structure(internals, pool, tagged);
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
    await turn();
    if (failed) await written;
  };
  const paper = new Paper(document, info, faces, structure);
  const layout = new Layout(paper, settled);
  try {
    for await (const block of blocks) {
      await layout.draw(block);
      drawn += 1;
      await settled();
    }
    layout.end();
    attachFigures(document, info, layout.figures);
    structure.close();
    pool.flush();
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
