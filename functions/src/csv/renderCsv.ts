/** Blocks to CSV: each figure on a line, with the section, table, row and column that it stands in. */
import type { Writable } from "node:stream";
import type { Blocks, DocumentInfo } from "../domain/annualReport/block.ts";
import { FigureReader, figureHead } from "../domain/annualReport/figureLines.ts";
import { type Written, writeFile } from "../output/OutputFile.ts";
import type { OnStep } from "../output/RenderStep.ts";
import { rowsOf } from "../output/rowsOf.ts";

/**
 * Renders the figures of a document, those that its PDF carries: UTF-8 with a byte order mark, quoted by RFC 4180 and
 * separated by semicolons as Excel in Spanish reads them; no text can be taken for a formula. The same blocks make the
 * same bytes.
 *
 * @throws what the blocks or `output` throw
 */
export async function renderCsv(
  blocks: Blocks,
  { language }: DocumentInfo,
  output: Writable,
  onStep: OnStep = () => {},
): Promise<Written> {
  const { bytes, sha256 } = await writeFile(output, async (file) => {
    await file.write(figureHead(language));
    const reader = new FigureReader();
    let done = 0;
    let rows = 0;
    for await (const block of blocks) {
      reader.pass(block);
      if (block.type === "table" && !block.isList)
        for await (const row of rowsOf(block, () => onStep({ blocks: done, rows }))) {
          const lines = reader.linesOf(block, row);
          if (lines !== "") await file.write(lines);
          rows += 1;
        }
      done += 1;
      await onStep({ blocks: done, rows });
    }
  });
  return { bytes, sha256 };
}
