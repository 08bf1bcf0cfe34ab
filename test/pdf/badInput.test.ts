/** Texts that no page was made for: every renderer holds them whole, or says what it lacks. */
import { unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { type Block, cellText } from "#domain/annualReport/block.ts";
import { renderDocx } from "#functions/docx/renderDocx.ts";
import { renderPdf } from "#functions/pdf/renderPdf.ts";
import { PAGE } from "#functions/pdf/styles.ts";
import { renderXlsx } from "#functions/xlsx/renderXlsx.ts";
import { INFO, nowhere, written } from "../support/written.ts";
import { placedWords, textOf } from "./readPdf.ts";

const NARRATIVE = Array.from({ length: 2_500 }, (_, index) => `p${String(index).padStart(6, "0")}`).join(" ");
const CAPITALS = "ABCDEFGHIJ".repeat(20);
const cover = (title = "Prueba"): Block => ({ type: "cover", title, subtitle: "Prueba", lines: [] });
const table = (text: string): Block => ({
  type: "table",
  title: text.slice(0, 300),
  columns: [
    { title: "Nombre", weight: 1, align: "left" },
    { title: "Cifra", weight: 1, align: "right" },
  ],
  rows: [[text, "1"]],
});
const pdf = (blocks: Block[]) => written((output) => renderPdf(blocks, INFO, output));

describe("a narrative of 20,000 characters", () => {
  it("goes on over pages without losing a word, as text and in a cell", async () => {
    expect(NARRATIVE.length).toBeGreaterThanOrEqual(19_999);
    const { bytes, result } = await pdf([cover(), { type: "paragraph", text: NARRATIVE }, table(NARRATIVE)]);
    const words = textOf(bytes).match(/\bp\d{6}\b/g) ?? [];
    expect(words).toHaveLength(5_000 + (NARRATIVE.slice(0, 300).match(/\bp\d{6}\b/g)?.length ?? 0));
    expect(result.pages).toBeGreaterThan(8);
  });

  it("stays whole in the spreadsheet and in Word", async () => {
    const blocks = [cover(), { type: "paragraph", text: NARRATIVE } as const, table(NARRATIVE)];
    expect((await renderXlsx(blocks, INFO, nowhere())).sheets).toBe(1);
    const { bytes } = await written((output) => renderDocx(blocks, INFO, output));
    const document = Buffer.from(unzipSync(bytes)["word/document.xml"] ?? []).toString("utf8");
    expect(document.match(/\bp\d{6}\b/g)?.length).toBeGreaterThanOrEqual(5_000);
  });
});

it("200 capital letters without a space stay within the margins wherever they stand", async () => {
  const { bytes } = await pdf([
    cover(CAPITALS),
    { type: "contents", title: CAPITALS },
    { type: "heading", level: 1, text: CAPITALS },
    { type: "callout", title: CAPITALS, items: [CAPITALS] },
    {
      type: "keyFigures",
      figures: [
        { text: "1", label: CAPITALS },
        { text: "2", label: "b" },
      ],
    },
    {
      type: "barChart",
      direction: "across",
      title: CAPITALS,
      alt: "a",
      bars: [{ label: CAPITALS, value: 1, text: "1" }],
    },
    table(CAPITALS),
  ]);
  for (const { xMin, xMax } of placedWords(bytes)) {
    expect(xMin).toBeGreaterThanOrEqual(PAGE.left - 1);
    expect(xMax).toBeLessThanOrEqual(PAGE.width - PAGE.right + 1);
  }
  const letters = textOf(bytes).replace(/[^A-J]/g, "");
  expect(letters.length).toBeGreaterThanOrEqual(8 * 200);
});

it("a name in combining accents is the same as one in composed letters, byte for byte", async () => {
  const name = "Préfecture de Łódź, São Tomé, Ñuñoa";
  const blocks = (text: string): Block[] => [cover(), table(text)];
  const [composed, combining] = await Promise.all([pdf(blocks(name)), pdf(blocks(name.normalize("NFD")))]);
  expect(combining.bytes.equals(composed.bytes)).toBe(true);
  expect(composed.result.missingCharacters).toEqual([]);
});

it("no character is lost unnoticed: each is shown, or named as missing", async () => {
  const name = "東京 طوكيو 😀 Αθήνα 서울 กรุงเทพ \u{1F9FF}";
  const { bytes, result } = await pdf([cover(), { type: "list", items: [name] }]);
  const text = textOf(bytes);
  for (const character of cellText(name).replace(/\s/g, ""))
    expect(
      text.includes(character) ||
        result.missingCharacters.includes(character) ||
        /\p{Script=Arabic}/u.test(character),
      character,
    ).toBe(true);
  expect(text).toContain("[?]");
});
