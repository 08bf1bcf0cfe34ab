/** The Word file of a report: what an editor finds in it. */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Block } from "#domain/annualReport/block.ts";
import { annualReportInfo, composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { renderDocx } from "#functions/docx/renderDocx.ts";
import { fullSnapshot } from "../domain/annualReport/annualSnapshots.ts";
import { rowsOf } from "../domain/annualReport/blocks.ts";
import { failing, INFO, written } from "../support/written.ts";

async function partsOf(blocks: Iterable<Block>, info = INFO): Promise<Record<string, string>> {
  const { bytes } = await written((output) => renderDocx(blocks, info, output));
  const parts = Object.entries(unzipSync(bytes));
  return Object.fromEntries(parts.map(([path, part]) => [path, Buffer.from(part).toString("utf8")]));
}

/** The words of each paragraph, with the name of its style. */
const paragraphsOf = (xml: string): { style: string; text: string }[] =>
  [...xml.matchAll(/<w:p>(.*?)<\/w:p>/gs)].map(([, inner = ""]) => ({
    style: /<w:pStyle w:val="([^"]+)"/.exec(inner)?.[1] ?? "",
    text: [...inner.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g)].map(([, text = ""]) => text).join(""),
  }));

// The library lays the document out to estimate its page numbers.
describe("the Word file of an annual report", { timeout: 30_000 }, () => {
  it("has its headings in Word's own styles, and the words of its tables", async () => {
    const blocks = [...composeAnnualReport(fullSnapshot())];
    const { "word/document.xml": xml = "" } = await partsOf(blocks, annualReportInfo(fullSnapshot()));
    const paragraphs = paragraphsOf(xml);
    const headings = paragraphs.filter(({ style }) => /^Heading[123]$/.test(style)).map(({ text }) => text);
    const titles = blocks.flatMap((block) =>
      block.type === "heading" ? [block.text] : block.type === "letter" ? [block.title] : [],
    );
    expect(headings).toEqual(titles);
    const words = new Set(paragraphs.map(({ text }) => text));
    for (const block of blocks)
      if (block.type === "table")
        for (const cell of rowsOf(block).flat())
          for (const line of cell.split("\n")) expect(words).toContain(line);
  });

  it("repeats the heads of its tables, breaks no row, and has contents, page numbers and the mark", async () => {
    const info = annualReportInfo({ ...fullSnapshot(), isDemo: true });
    const parts = await partsOf(composeAnnualReport(fullSnapshot()), info);
    const xml = parts["word/document.xml"] ?? "";
    expect(xml.match(/<w:tblHeader\/>/g)?.length).toBe(xml.match(/<w:tbl>/g)?.length);
    expect(xml.match(/<w:cantSplit\/>/g)?.length).toBe(xml.match(/<w:tr>/g)?.length);
    expect(xml).toContain("TOC \\");
    const rest = Object.entries(parts).filter(([path]) => /word\/(header|footer)/.test(path));
    const around = rest.map(([, part]) => part).join();
    for (const said of ["DATOS DE DEMOSTRACIÓN", "NUMPAGES", "Estrategia de Internacionalización"])
      expect(around).toContain(said);
  });

  it("keeps texts of all scripts, and drops what XML cannot hold", async () => {
    const { "word/document.xml": xml = "" } = await partsOf([
      { type: "paragraph", text: "東京 😀 طوكيو Me\u0301xico a\u0000b <&>" },
    ]);
    expect(xml).toContain("東京 😀 طوكيو México ab &lt;&amp;&gt;");
  });

  it("fails when its output does", async () => {
    await expect(renderDocx([{ type: "paragraph", text: "a" }], INFO, failing())).rejects.toThrow(
      "the bucket is full",
    );
  });
});
