/**
 * Blocks to a spreadsheet of their tables: each on a sheet of its own, numbers as numbers, behind a cover. The XML is
 * written here, row by row, and zipped by fflate: libraries for whole workbooks hold all rows, or leave dates and
 * random ids in the file.
 */
import type { Writable } from "node:stream";
import type { BlockOf, Blocks, DocumentInfo, Row } from "../domain/annualReport/block.ts";
import { FigureReader } from "../domain/annualReport/figureLines.ts";
import { type Written, writeFile } from "../output/OutputFile.ts";
import type { OnStep } from "../output/RenderStep.ts";
import { rowsOf } from "../output/rowsOf.ts";
import { SheetNames } from "./SheetNames.ts";
import { SheetXml } from "./sheetXml.ts";
import { stylesXml } from "./styles.ts";
import {
  COVER,
  contentTypes,
  coreProperties,
  coverXml,
  packageRelationships,
  type SheetEntry,
  sheetRelationships,
  workbookRelationships,
  workbookXml,
} from "./workbookParts.ts";
import { ZipWriter } from "./ZipWriter.ts";

/** Rows that the widths of columns go by. */
const LOOKED_AT = 200;

export interface WrittenXlsx extends Written {
  /** Sheets with a table, the cover not among them. */
  readonly sheets: number;
}

/**
 * Renders the tables of a document. The same blocks and info make the same bytes. A table without rows has no sheet.
 *
 * @throws what the blocks or `output` throw
 */
export async function renderXlsx(
  blocks: Blocks,
  info: DocumentInfo,
  output: Writable,
  onStep: OnStep = () => {},
): Promise<WrittenXlsx> {
  const { bytes, sha256, result } = await writeFile(output, (file) =>
    writeWorkbook(new ZipWriter(file), blocks, info, onStep),
  );
  return { bytes, sha256, sheets: result };
}

async function writeWorkbook(
  zip: ZipWriter,
  blocks: Blocks,
  info: DocumentInfo,
  onStep: OnStep,
): Promise<number> {
  const cover = COVER[info.language];
  const names = new SheetNames();
  const sheets: SheetEntry[] = [];
  const reader = new FigureReader();
  let lines: readonly string[] = [];
  let done = 0;
  let rows = 0;
  names.nameFor(cover);
  for await (const block of blocks) {
    reader.pass(block);
    if (block.type === "cover") lines = [block.subtitle, ...block.lines];
    if (block.type === "table") {
      // The cover is the first sheet, and written last: it lists the others.
      const written = await writeSheet(zip, block, sheets.length + 2, () => onStep({ blocks: done, rows }));
      if (written > 0) {
        const name = names.nameFor(block.sheet ?? block.title);
        sheets.push({ name, title: block.title, section: reader.section });
      }
      rows += written;
    }
    done += 1;
    await onStep({ blocks: done, rows });
  }
  await zip.add("xl/worksheets/sheet1.xml", coverXml(info, lines, sheets));
  await zip.add("xl/workbook.xml", workbookXml(cover, sheets));
  await zip.add("xl/_rels/workbook.xml.rels", workbookRelationships(sheets.length + 1));
  await zip.add("xl/styles.xml", stylesXml());
  await zip.add("docProps/core.xml", coreProperties(info));
  await zip.add("_rels/.rels", packageRelationships());
  await zip.add("[Content_Types].xml", contentTypes(sheets.length + 1));
  await zip.close();
  return sheets.length;
}

/** Writes a table's sheet and gives how many rows it has; without rows nothing is written. */
async function writeSheet(
  zip: ZipWriter,
  block: BlockOf<"table">,
  number: number,
  onStep: () => void | Promise<void>,
): Promise<number> {
  const sheet = new SheetXml(block);
  let first: Row[] = [];
  let count = 0;
  const begin = async () => {
    zip.begin(`xl/worksheets/sheet${number}.xml`);
    await zip.write(sheet.begin(first));
    for (const row of first) await zip.write(sheet.row(row));
    first = [];
  };
  for await (const row of rowsOf(block, onStep)) {
    count += 1;
    if (count <= LOOKED_AT) first.push(row);
    else await zip.write(sheet.row(row));
    if (count === LOOKED_AT) await begin();
  }
  if (count === 0) return 0;
  if (count < LOOKED_AT) await begin();
  await zip.write(sheet.end());
  await zip.end();
  if (sheet.addresses.length > 0)
    await zip.add(`xl/worksheets/_rels/sheet${number}.xml.rels`, sheetRelationships(sheet.addresses));
  return count;
}
