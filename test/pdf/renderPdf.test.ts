import { Writable } from "node:stream";
import { describe, expect, it } from "vitest";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import type { Block, DocumentInfo } from "#domain/annualReport/block.ts";
import { annualReportInfo, composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { type Rendered, renderPdf } from "#functions/pdf/renderPdf.ts";
import { COLOR, PAGE, TEXT } from "#functions/pdf/styles.ts";
import { emptySnapshot, fullSnapshot } from "../domain/annualReport/annualSnapshots.ts";
import { everyTypeSnapshot } from "../domain/annualReport/everyTypeSnapshot.ts";
import { onPdf, pageTexts, placedWords, textOf } from "./readPdf.ts";

const INFO: DocumentInfo = {
  title: "Prueba",
  subject: "Prueba",
  author: "Prueba",
  language: "es",
  runningHead: "Prueba",
  datedOn: "2025-12-31",
};

async function render(
  blocks: Iterable<Block>,
  info: DocumentInfo = INFO,
): Promise<{ bytes: Buffer; rendered: Rendered }> {
  const chunks: Buffer[] = [];
  const output = new Writable({
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const rendered = await renderPdf(blocks, info, output);
  return { bytes: Buffer.concat(chunks), rendered };
}

const renderReport = (snapshot: AnnualSnapshot) =>
  render(composeAnnualReport(snapshot), annualReportInfo(snapshot));

type TableBlock = Extract<Block, { type: "table" }>;

const cover: Block = { type: "cover", title: "Prueba", subtitle: "Prueba", lines: [] };
const table = (rows: string[][]): Block => ({
  type: "table",
  title: "Tabla de prueba",
  columns: [
    { title: "Primera columna", weight: 1, align: "left" },
    { title: "Cifra", weight: 1, align: "right" },
  ],
  rows,
});
const paragraph = (text: string): Block => ({ type: "paragraph", text });

describe("the PDF of an annual report", () => {
  it("is well formed, says what it is, and embeds its fonts", async () => {
    const { bytes, rendered } = await renderReport(fullSnapshot());
    expect(onPdf(bytes, "qpdf", "--check", "FILE")).toMatch(/No syntax or stream encoding errors/);
    const about = onPdf(bytes, "pdfinfo", "FILE");
    expect(about).toMatch(/Title: +Informe anual de implementación 2025/);
    expect(about).toMatch(/Author: +Consejería Distrital de Relaciones Internacionales/);
    expect(about).toMatch(/Tagged: +yes/);
    expect(about).toMatch(/Page size: .*A4/);
    expect(about).toContain(`Pages:           ${rendered.pages}\n`);
    expect(bytes).toHaveLength(rendered.bytes);
    const fonts = onPdf(bytes, "pdffonts", "FILE").trim().split("\n").slice(2);
    expect(fonts).toHaveLength(3);
    for (const font of fonts) expect(font).toMatch(/NunitoSans.* yes yes yes /);
    expect(bytes.toString("latin1")).toMatch(/\/Lang \(es-CO\)/);
  });

  it("has the same bytes whenever it is made from the same snapshot, and others from another", async () => {
    const [first, second, other] = await Promise.all([
      renderReport(fullSnapshot()),
      renderReport(fullSnapshot()),
      renderReport({ ...fullSnapshot(), approvedRecords: 1205 }),
    ]);
    expect(second.bytes.equals(first.bytes)).toBe(true);
    expect(second.rendered).toEqual(first.rendered);
    expect(other.rendered.sha256).not.toBe(first.rendered.sha256);
  });

  it("holds the snapshot's figures as text", async () => {
    const text = textOf((await renderReport(fullSnapshot())).bytes);
    for (const figure of [
      "27 de 50, 54 %",
      "1.204",
      "1.385",
      "Fecha de corte: 31 de diciembre de 2025",
      "54,5 %",
    ])
      expect(text).toContain(figure);
  });

  it("holds results of every type: each currency apart, what is quoted with its source", async () => {
    const { bytes, rendered } = await renderReport(everyTypeSnapshot());
    expect(rendered.missingCharacters).toEqual([]);
    const text = textOf(bytes);
    for (const said of [
      "$ 3.200.000.000 COP",
      "US$ 1.250.000,50",
      "US$ 2.800.000,50 de US$ 5.000.000, 54,2 %",
      "diferentes en 2025",
      "Cómo se cuenta (definición, versión 2)",
      "https://example.org/boletin-2025 11/2/2026",
    ])
      expect(text).toContain(said);
  });

  it("names in its contents the page that each part is on", async () => {
    for (const snapshot of [emptySnapshot(), fullSnapshot()]) {
      const pages = pageTexts((await renderReport(snapshot)).bytes);
      const contents = pages.filter((text) => / \.{4}|Contenido *$/m.test(text)).join("\n");
      const entries = [...contents.matchAll(/^ *(\S.*?) {2,}(\d+)$/gm)];
      expect(entries.length).toBeGreaterThan(8);
      for (const [, title = "", page] of entries) {
        const lines = (pages[Number(page) - 1] ?? "").split("\n").map((line) => line.trim());
        // A title in large type may go on in the next line.
        expect(lines.some((line) => line !== "" && title.startsWith(line))).toBe(true);
      }
    }
  });

  it("numbers its pages and says how many there are", async () => {
    const { bytes, rendered } = await renderReport(fullSnapshot());
    const pages = pageTexts(bytes);
    expect(pages).toHaveLength(rendered.pages);
    for (const [index, text] of pages.entries())
      if (index > 0) expect(text).toMatch(new RegExp(`Página ${index + 1} de ${rendered.pages}\\s*$`));
    expect(pages[0]).not.toMatch(/Página/);
  });

  it("has links from its contents, and bookmarks", async () => {
    const { bytes } = await renderReport(fullSnapshot());
    const plain = onPdf(bytes, "qpdf", "--qdf", "--object-streams=disable", "FILE", "-");
    const names = new Set(plain.match(/(?<=\/Dest \()[0-9a-f]+(?=\))/g));
    expect(names.size).toBeGreaterThan(8);
    const places = plain.slice(plain.indexOf("/Dests"));
    for (const name of names) expect(places).toContain(`(${name})`);
    expect(plain).toContain("/PageMode /UseOutlines");
  });

  it("bears the demonstration mark on every page, and real data none", async () => {
    const demo = pageTexts((await renderReport({ ...fullSnapshot(), isDemo: true })).bytes);
    for (const text of demo) expect(text).toContain("DATOS DE DEMOSTRACIÓN");
    const real = textOf((await renderReport(fullSnapshot())).bytes);
    expect(real).not.toContain("DATOS DE DEMOSTRACIÓN");
  });
});

describe("the page", () => {
  it("repeats a table's head on each page, and loses no row", async () => {
    const rows = Array.from({ length: 120 }, (_, index) => [`Fila ${index}.`, String(index)]);
    const pages = pageTexts((await render([cover, paragraph("Antes"), table(rows)])).bytes).slice(1);
    expect(pages.length).toBeGreaterThan(2);
    for (const text of pages) expect(text).toMatch(/Primera columna +Cifra/);
    for (const [name = ""] of rows) expect(pages.filter((text) => text.includes(name))).toHaveLength(1);
  });

  it("leaves no single last row on a page of its own", async () => {
    for (let count = 28; count < 40; count += 1) {
      const rows = Array.from({ length: count }, (_, index) => [`Fila ${index}.`, String(index)]);
      const pages = pageTexts((await render([cover, table(rows)])).bytes);
      expect(pages.at(-1)?.match(/Fila/g)?.length).toBeGreaterThan(1);
    }
  });

  it("aligns figures at the right", async () => {
    const rows = ["1.385.979", "12", "1", "24.000"].map((figure) => ["Fila", figure]);
    const words = placedWords((await render([cover, table(rows)])).bytes);
    const edges = rows.map(([, figure]) => words.find(({ text }) => text === figure)?.xMax ?? 0);
    for (const edge of edges) expect(edge).toBeCloseTo(PAGE.width - PAGE.right - 5, 0);
  });

  it("breaks words that no line can hold, and keeps everything within the margins", async () => {
    const long = "W".repeat(200);
    const { bytes } = await render([
      cover,
      { type: "heading", level: 1, text: long },
      paragraph(long),
      table([[long, "1"]]),
      { type: "list", items: [long] },
    ]);
    const body = placedWords(bytes).filter(({ page, yMax }) => page > 1 && yMax > PAGE.top);
    for (const { xMin, xMax } of body) {
      expect(xMin).toBeGreaterThanOrEqual(PAGE.left - 1);
      expect(xMax).toBeLessThanOrEqual(PAGE.width - PAGE.right + 1);
    }
    expect(
      body
        .map(({ text }) => text)
        .join("")
        .match(/W/g),
    ).toHaveLength(800);
  });

  it("carries a row that is taller than a page over several, without losing a word", async () => {
    const words = Array.from({ length: 3000 }, (_, index) => `p${index}`);
    const { bytes, rendered } = await render([
      cover,
      table([
        ["corta", "1"],
        [words.join(" "), "2"],
        ["fin", "3"],
      ]),
    ]);
    expect(rendered.pages).toBeGreaterThan(3);
    const placed = placedWords(bytes).filter(({ page }) => page > 1);
    const found = placed.map(({ text }) => text).filter((text) => /^p\d+$/.test(text));
    expect(found).toEqual(words);
    for (const { text, yMax } of placed)
      if (/^p\d+$/.test(text)) expect(yMax).toBeLessThanOrEqual(PAGE.height - PAGE.bottom + 2);
  });

  it("leaves no heading alone at the foot of a page", async () => {
    // Each length of the text before it brings the heading nearer to the foot.
    for (let lines = 28; lines < 46; lines += 1) {
      const blocks: Block[] = [
        cover,
        ...Array.from({ length: lines }, () => ({ type: "list", items: ["Renglón"] }) as const),
        { type: "heading", level: 2, text: "Encabezado" },
        { type: "heading", level: 3, text: "Encabezado" },
        table([["Fila", "1"]]),
      ];
      for (const text of pageTexts((await render(blocks)).bytes)) {
        const printed = text.split("\n").filter((line) => line.trim() && !line.includes("Página"));
        expect(printed.at(-1)).not.toMatch(/Encabezado|Tabla de prueba|Primera columna/);
      }
    }
  });

  it("keeps a percent sign and a currency beside their figure", async () => {
    for (let words = 8; words < 24; words += 1) {
      const { bytes } = await render([cover, paragraph(`${"avance ".repeat(words)}22,9 % de US$ 1.250.000`)]);
      expect(pageTexts(bytes).join("\n")).toMatch(/22,9 %[\s\S]*US\$ 1.250.000/);
    }
  });

  it("prints accents of all Latin tongues, combined ones too", async () => {
    const names = "Ñandú São Łódź Győr Iași Malmø İzmir Þingvellir";
    const { bytes, rendered } = await render([cover, paragraph(`${names} Me\u0301xico n\u0308`)]);
    expect(rendered.missingCharacters).toEqual([]);
    expect(textOf(bytes)).toContain(`${names} México`);
  });

  it("falls back on other fonts for Chinese, Japanese, Greek, Arabic and emoji, and embeds them", async () => {
    const names = ["東京", "北京市人民政府", "とうきょう", "Αθήνα", "Москва"];
    const { bytes, rendered } = await render([
      cover,
      paragraph([...names, "😀", "بلدية الرباط"].join(" · ")),
    ]);
    expect(rendered.missingCharacters).toEqual([]);
    const text = textOf(bytes);
    for (const name of [...names, "😀"]) expect(text).toContain(name);
    expect(text.normalize("NFKC")).toContain("بلدية الرباط");
    const fonts = onPdf(bytes, "pdffonts", "FILE").trim().split("\n").slice(2);
    for (const font of fonts) expect(font).toMatch(/ yes yes yes /);
    for (const name of ["NotoSansArabic", "ChocolateClassicalSans", "NotoEmoji"])
      expect(fonts.join()).toContain(name);
  });

  it("shows that a character is missing, and says which", async () => {
    const { bytes, rendered } = await render([cover, paragraph("Ciudad de 서울 (ไทย)")]);
    expect(textOf(bytes)).toContain("Ciudad de [?] ([?])");
    expect(rendered.missingCharacters).toEqual(expect.arrayContaining(["서", "울", "ไ"]));
  });

  it("has contrasts of 4.5:1 or more between text and ground", () => {
    const luminance = (color: string) =>
      [1, 3, 5]
        .map((at) => Number.parseInt(color.slice(at, at + 2), 16) / 255)
        .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4))
        .reduce((sum, part, index) => sum + part * ([0.2126, 0.7152, 0.0722][index] ?? 0), 0);
    const contrast = (a: string, b: string) => {
      const [dark = 0, light = 0] = [luminance(a), luminance(b)].sort((one, other) => one - other);
      return (light + 0.05) / (dark + 0.05);
    };
    const grounds: [string, string][] = [
      ...Object.values(TEXT)
        .filter(({ color }) => color !== COLOR.paper)
        .map(({ color }): [string, string] => [color, COLOR.paper]),
      [TEXT.coverTitle.color, COLOR.accent],
      [TEXT.head.color, COLOR.tint],
      [TEXT.mark.color, COLOR.mark],
    ];
    for (const [text, ground] of grounds) expect(contrast(text, ground)).toBeGreaterThanOrEqual(4.5);
  });
});

describe("rendering", () => {
  it("tells how far it is, page by page and block by block", async () => {
    const seen: { pages: number; blocks: number }[] = [];
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    const blocks = [...composeAnnualReport(fullSnapshot())];
    await renderPdf(blocks, INFO, output, (progress) => void seen.push(progress));
    const drawn = seen.map((progress) => progress.blocks);
    expect(drawn).toEqual(drawn.toSorted((a, b) => a - b));
    for (const index of blocks.keys()) expect(drawn).toContain(index + 1);
    expect(drawn.at(-1)).toBe(blocks.length);
    expect(seen.at(-1)?.pages).toBeGreaterThan(10);
  });

  it("fails when its output does, and when its blocks do, and leaves the output destroyed", async () => {
    const full = new Writable({
      write: (_chunk, _encoding, done) => done(new Error("the bucket is full")),
    });
    await expect(renderPdf([cover, paragraph("a")], INFO, full)).rejects.toThrow("the bucket is full");
    const output = new Writable({ write: (_chunk, _encoding, done) => done() });
    function* broken(): Iterable<Block> {
      yield cover;
      throw new Error("no more blocks");
    }
    await expect(renderPdf(broken(), INFO, output)).rejects.toThrow("no more blocks");
    expect(output.destroyed).toBe(true);
    expect(output.writableFinished).toBe(false);
  });

  it("lays out no further than its reader has come, rather than hold the document", async () => {
    let release = () => {};
    const stalled = new Promise<void>((resolve) => {
      release = resolve;
    });
    const output = new Writable({ write: (_chunk, _encoding, done) => void stalled.then(() => done()) });
    const total = 40_000;
    let read = 0;
    const rows = (function* () {
      for (; read < total; read += 1) yield [`Fila ${read} ${Math.sin(read)}`, String(read)];
    })();
    const rendering = renderPdf([cover, { ...(table([]) as TableBlock), rows }], INFO, output);
    let before = -1;
    while (read === 0 || read !== before) {
      before = read;
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    expect(read).toBeLessThan(total);
    release();
    expect((await rendering).pages).toBeGreaterThan(200);
    expect(read).toBe(total);
  });
});
