/** Blocks to a Word file that people go on writing in: real headings and styles, tables that repeat their heads. */
import type { Writable } from "node:stream";
import type * as Docx from "docx";
import type { Blocks, DocumentInfo } from "../domain/annualReport/block.ts";
import { type Written, writeFile } from "../output/OutputFile.ts";
import type { OnStep } from "../output/RenderStep.ts";
import { rowsOf } from "../output/rowsOf.ts";
import { plain } from "./plain.ts";
import { PAGE, STYLES } from "./styles.ts";
import { WordBody } from "./WordBody.ts";

/** Bytes that are passed on at once. */
const PIECE = 1 << 16;

/**
 * Renders a document. Unlike the other renderers it holds the document whole, and its bytes differ from run to run: the
 * library gives random ids. Contents are written with their page numbers estimated; Word counts them when it is asked.
 *
 * @throws what the blocks or `output` throw
 */
export async function renderDocx(
  blocks: Blocks,
  info: DocumentInfo,
  output: Writable,
  onStep: OnStep = () => {},
): Promise<Written> {
  const { bytes, sha256 } = await writeFile(output, async (file) => {
    const docx = await import("docx");
    const { estimatePageNumbers } = await import("docx/layout");
    const body = new WordBody(docx);
    let done = 0;
    let rows = 0;
    for await (const block of blocks) {
      if (block.type === "table") {
        const table = body.beginTable(block);
        for await (const row of rowsOf(block, () => onStep({ blocks: done, rows }))) {
          table.add(row);
          rows += 1;
        }
        body.addTable(block, table);
      } else body.add(block);
      done += 1;
      await onStep({ blocks: done, rows });
    }
    const document = documentOf(docx, info, body.children, estimatePageNumbers);
    const packed = await docx.Packer.toBuffer(document);
    for (let from = 0; from < packed.length; from += PIECE)
      await file.write(packed.subarray(from, from + PIECE));
  });
  return { bytes, sha256 };
}

function documentOf(
  { AlignmentType, Document, Footer, Header, PageNumber, Paragraph, TextRun }: typeof Docx,
  info: DocumentInfo,
  children: readonly Docx.FileChild[],
  pageNumbers: NonNullable<Docx.IPropertiesOptions["pageNumbers"]>,
): Docx.Document {
  const [page, of] = info.language === "es" ? ["Página ", " de "] : ["Page ", " of "];
  const mark =
    info.mark === undefined ? [] : [new TextRun({ text: plain(info.mark), bold: true, highlight: "yellow" })];
  const marked =
    mark.length === 0 ? [] : [new Paragraph({ alignment: AlignmentType.CENTER, children: mark })];
  // The estimate of page numbers reads no head or foot without a paragraph.
  const orEmpty = (paragraphs: Docx.Paragraph[]) =>
    paragraphs.length > 0 ? paragraphs : [new Paragraph("")];
  const head = new Paragraph({ style: "Note", children: [new TextRun(plain(info.runningHead))] });
  const foot = new Paragraph({
    style: "Note",
    children: [new TextRun({ children: [page, PageNumber.CURRENT, of, PageNumber.TOTAL_PAGES] })],
  });
  return new Document({
    title: plain(info.title),
    subject: plain(info.subject),
    creator: plain(info.author),
    styles: STYLES,
    pageNumbers,
    sections: [
      {
        properties: {
          titlePage: true,
          page: {
            size: { width: PAGE.width, height: PAGE.height },
            margin: { top: PAGE.top, bottom: PAGE.bottom, left: PAGE.left, right: PAGE.right },
          },
        },
        headers: {
          first: new Header({ children: orEmpty(marked) }),
          default: new Header({ children: [...marked, head] }),
        },
        footers: { first: new Footer({ children: orEmpty([]) }), default: new Footer({ children: [foot] }) },
        children,
      },
    ],
  });
}
