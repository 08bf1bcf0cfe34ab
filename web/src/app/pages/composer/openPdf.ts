/** Opens a PDF with pdf.js, whose script and worker come from our own address when a page is first looked at. */
import type { RenderTask } from "pdfjs-dist";
import { GlobalWorkerOptions, getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import workerUrl from "pdfjs-dist/legacy/build/pdf.worker.min.mjs?url";

GlobalWorkerOptions.workerSrc = workerUrl;

/** Pixels of the canvas for one of the screen's: more is heavier and no sharper to the eye. */
const MOST_DENSE = 2;

export interface PdfDocument {
  readonly pages: number;
  /** Draws the page as wide as the canvas's parent; what is being drawn there is given up. */
  draw(page: number, canvas: HTMLCanvasElement): Promise<void>;
  /** What the page says, line after line. */
  textOf(page: number): Promise<string>;
  close(): void;
}

/** @throws what pdf.js throws on a file that is no PDF */
export async function openPdf(content: ArrayBuffer): Promise<PdfDocument> {
  // The worker takes the bytes over: the caller keeps its own.
  const task = getDocument({ data: new Uint8Array(content.slice(0)) });
  const document = await task.promise;
  let drawing: RenderTask | undefined;
  return {
    pages: document.numPages,
    async draw(number, canvas) {
      drawing?.cancel();
      const page = await document.getPage(number);
      const width = canvas.parentElement?.clientWidth ?? 0;
      const scale = width / page.getViewport({ scale: 1 }).width;
      const viewport = page.getViewport({ scale: scale * Math.min(devicePixelRatio, MOST_DENSE) });
      canvas.width = Math.round(viewport.width);
      canvas.height = Math.round(viewport.height);
      drawing = page.render({ canvas, viewport });
      await drawing.promise.catch((error: unknown) => {
        if (!(error instanceof Error && error.name === "RenderingCancelledException")) throw error;
      });
    },
    async textOf(number) {
      const { items } = await (await document.getPage(number)).getTextContent();
      return items.map((item) => ("str" in item ? `${item.str}${item.hasEOL ? " " : ""}` : "")).join("");
    },
    close: () => void task.destroy(),
  };
}
