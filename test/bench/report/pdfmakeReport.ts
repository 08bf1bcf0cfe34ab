/** The same content laid out by pdfmake: the same faces, sizes, column widths, heads that repeat and contents. */
import { createRequire } from "node:module";
import { type Block, type BlockOf, type Column, cellText, type Row } from "#domain/annualReport/block.ts";
import { FACES, PAGE, TEXT } from "#functions/pdf/styles.ts";
import { reportOf } from "./content.ts";
import type { Made } from "./Outcome.ts";

/** What pdfmake is given; its own types are not published with it. */
type Node = string | { readonly [key: string]: unknown };

interface Pdfmake {
  setUrlAccessPolicy(policy: () => boolean): void;
  setLocalAccessPolicy(policy: () => boolean): void;
  addFonts(fonts: object): void;
  createPdf(definition: object): { getStream(): Promise<NodeJS.ReadableStream & { end(): void }> };
}

const require = createRequire(import.meta.url);
const fontPath = (file: string): string => require.resolve(`@expo-google-fonts/nunito-sans/${file}`);
const styleOf = ({ size, color }: { size: number; color: string }, bold = false) => ({
  ...{ fontSize: size, color, bold },
});

const headOf = ({ title, align }: Column): Node => ({ text: title, style: "head", alignment: align });

async function tableOf({ title, columns, rows }: BlockOf<"table">): Promise<Node[]> {
  const body: Node[][] = [columns.map(headOf)];
  for await (const row of rows as AsyncIterable<Row>)
    body.push(
      columns.map(({ align }, index) => ({
        text: cellText(row[index] ?? ""),
        style: "cell",
        alignment: align,
      })),
    );
  const weights = columns.reduce((sum, { weight }) => sum + weight, 0);
  const widths = columns.map(({ weight }) => `${(100 * weight) / weights}%`);
  return [
    { text: title, style: "caption" },
    { table: { headerRows: 1, dontBreakRows: true, widths, body }, layout: "lightHorizontalLines" },
  ];
}

async function nodesOf(block: Block): Promise<Node[]> {
  switch (block.type) {
    case "table":
      return tableOf(block);
    case "heading":
      return [{ text: block.text, style: `heading${block.level}`, tocItem: block.level < 3 }];
    case "paragraph":
    case "note":
    case "progress":
      return [{ text: block.text, style: block.type === "note" ? "note" : "body" }];
    case "list":
      return [{ ul: block.items.map(cellText), style: "body" }];
    case "callout":
      return [
        { text: block.title, style: "caption" },
        { ul: [...block.items], style: "body" },
      ];
    case "keyFigures":
      return [{ columns: block.figures.map(({ text, label }) => [{ text, style: "keyFigure" }, label]) }];
    case "cover":
      return [{ text: block.title, style: "heading1" }, block.subtitle, ...block.lines];
    case "letter":
      return [{ text: block.title, style: "heading1", pageBreak: "before" }, ...block.paragraphs];
    case "contents":
      return [{ toc: { title: { text: block.title, style: "heading1" } }, pageBreak: "before" }];
    case "barChart":
      return [
        { text: block.title, style: "caption" },
        ...block.bars.map(({ label, text }) => `${label} ${text}`),
      ];
    case "periodChart":
    case "map":
      return [{ text: block.title, style: "caption" }];
    case "pageBreak":
      return [{ text: "", pageBreak: "before" }];
  }
}

export async function pdfmakeReport(count: number): Promise<Made> {
  const pdfmake = require("pdfmake") as Pdfmake;
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  pdfmake.addFonts({ Nunito: { normal: fontPath(FACES.regular), bold: fontPath(FACES.bold) } });
  const { blocks, info } = reportOf(count);
  const content: Node[] = [];
  for (const block of blocks) content.push(...(await nodesOf(block)));
  let pages = 0;
  const document = pdfmake.createPdf({
    content,
    pageSize: "A4",
    pageMargins: [PAGE.left, PAGE.top, PAGE.right, PAGE.bottom],
    header: { text: info.runningHead, margin: [PAGE.left, 44, 0, 0], fontSize: TEXT.running.size },
    footer: (page: number, all: number) => {
      pages = all;
      return { text: `Página ${page} de ${all}`, margin: [PAGE.left, 20, 0, 0], fontSize: TEXT.running.size };
    },
    defaultStyle: { font: "Nunito", ...styleOf(TEXT.body) },
    styles: {
      ...{ heading1: styleOf(TEXT.heading1, true), heading2: styleOf(TEXT.heading2, true) },
      ...{ heading3: styleOf(TEXT.heading3, true), caption: styleOf(TEXT.caption, true) },
      ...{ head: styleOf(TEXT.head, true), cell: styleOf(TEXT.cell), note: styleOf(TEXT.note) },
      ...{ body: styleOf(TEXT.body), keyFigure: styleOf(TEXT.keyFigure, true) },
    },
  });
  const stream = await document.getStream();
  let bytes = 0;
  stream.on("data", (chunk: Buffer) => {
    bytes += chunk.length;
  });
  const ended = new Promise((resolve, reject) => stream.on("end", resolve).on("error", reject));
  stream.end();
  await ended;
  return { pages, bytes };
}
