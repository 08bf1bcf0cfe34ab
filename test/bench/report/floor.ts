/**
 * As few operations as pdfkit allows: the words of the listed records on as many pages as the renderer needs, each word
 * encoded once, a cell one operator where it happens to stand. Nothing is measured, wrapped, ruled, numbered or tagged.
 */
import { createRequire } from "node:module";
import type { Readable } from "node:stream";
import PDFDocument from "pdfkit";
import { type BlockOf, cellText, type Row } from "#domain/annualReport/block.ts";
import { internalsOf } from "#functions/pdf/pdfkitInternals.ts";
import { FACES, PAGE, TEXT } from "#functions/pdf/styles.ts";
import { reportOf } from "./content.ts";
import type { Made } from "./Outcome.ts";

const COLUMN = 94;

/** @param pages - of the renderer's own report */
export async function floor(count: number, pages: number): Promise<Made> {
  const font = createRequire(import.meta.url).resolve(`@expo-google-fonts/nunito-sans/${FACES.regular}`);
  const document = new PDFDocument({ size: "A4", margin: 0, autoFirstPage: false, font });
  const internals = internalsOf(document);
  const { _font: face } = internals;
  let bytes = 0;
  const stream = document as unknown as Readable;
  stream.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const ended = new Promise((resolve, reject) => stream.on("end", resolve).on("error", reject));
  const words = new Map<string, string>();
  const glyphsOf = (word: string): string => {
    const known = words.get(word);
    if (known !== undefined) return known;
    const made = face.encode(`${word} `)[0].join("");
    words.set(word, made);
    return made;
  };
  const { blocks } = reportOf(count);
  const perPage = Math.ceil(count / pages);
  const table = [...blocks].findLast((block): block is BlockOf<"table"> => block.type === "table");
  let row = 0;
  let made = 0;
  let text = "";
  const flush = () => {
    document.addPage();
    internals.page.fonts[face.id] = face.ref();
    document.addContent(`BT /${face.id} ${TEXT.cell.size} Tf ${text}ET`);
    text = "";
    made += 1;
  };
  for await (const cells of (table?.rows ?? []) as AsyncIterable<Row>) {
    const y = PAGE.top + ((row % perPage) * (PAGE.height - PAGE.top - PAGE.bottom)) / perPage;
    for (const [index, cell] of cells.entries()) {
      const glyphs = cellText(cell).split(" ").map(glyphsOf).join("");
      text += `1 0 0 -1 ${PAGE.left + index * COLUMN} ${y.toFixed(1)} Tm <${glyphs}> Tj\n`;
    }
    row += 1;
    if (row % perPage === 0) {
      flush();
      await new Promise((resolve) => setImmediate(resolve));
    }
  }
  while (made < pages) flush();
  document.end();
  await ended;
  return { pages: made, bytes };
}
