/** The pages of a PDF, one at a time, drawn by our own script: on phones too, whatever viewer they lack. */
import { useEffect, useRef, useState } from "preact/hooks";
import { Failure } from "../../../components/parts.tsx";
import { openPdf, type PdfDocument } from "./openPdf.ts";
import { words } from "./texts.ts";

export function PdfPages({ content }: { content: ArrayBuffer }) {
  const [document, setDocument] = useState<PdfDocument>();
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const opening = openPdf(content);
    opening.then(setDocument, setError);
    return () => {
      opening.then(
        (opened) => opened.close(),
        () => {},
      );
    };
  }, [content]);
  if (error !== undefined) return <Failure error={error} />;
  if (!document) return <p role="status">{words("drawing")}</p>;
  return <Pages document={document} />;
}

function Pages({ document }: { document: PdfDocument }) {
  const [page, go] = useState(1);
  const { pages } = document;
  const step = (by: number) => go(Math.min(Math.max(page + by, 1), pages));
  return (
    <section class="pdf" aria-label={words("pageOf", { page, pages })}>
      <div class="pdf-steps">
        <button
          type="button"
          class="button secondary"
          disabled={page === 1}
          aria-label={words("previous")}
          onClick={() => step(-1)}
        >
          ←
        </button>
        <label for="pdf-page">{words("goTo")}</label>
        <input
          id="pdf-page"
          class="input"
          type="number"
          min={1}
          max={pages}
          value={page}
          onChange={(event) => {
            const asked = Math.round(Number(event.currentTarget.value));
            if (asked >= 1 && asked <= pages) go(asked);
          }}
        />
        <span role="status">{words("pageOf", { page, pages })}</span>
        <button
          type="button"
          class="button secondary"
          disabled={page === pages}
          aria-label={words("next")}
          onClick={() => step(1)}
        >
          →
        </button>
      </div>
      <Sheet document={document} page={page} />
    </section>
  );
}

/** The page as a picture, with its words for whoever hears it. */
function Sheet({ document, page }: { document: PdfDocument; page: number }) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const [text, setText] = useState("");
  const [error, setError] = useState<unknown>();
  useEffect(() => {
    const target = canvas.current;
    if (!target) return;
    let isCurrent = true;
    const fail = (failure: unknown) => {
      if (isCurrent) setError(failure);
    };
    document.draw(page, target).then(() => {
      if (isCurrent) target.dataset.page = String(page);
    }, fail);
    document.textOf(page).then((found) => {
      if (isCurrent) setText(found);
    }, fail);
    return () => {
      isCurrent = false;
    };
  }, [document, page]);
  return (
    <>
      <Failure error={error} />
      <div class="pdf-sheet">
        <canvas ref={canvas} role="img" aria-label={words("pageOf", { page, pages: document.pages })} />
      </div>
      <p class="visually-hidden">{text}</p>
    </>
  );
}
