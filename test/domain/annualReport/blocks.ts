/** Reads a report's blocks as a reader would: by heading, and by what they say. */
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import { type Block, type BlockOf, cellText } from "#domain/annualReport/block.ts";
import { composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";

export const blocksOf = (snapshot: AnnualSnapshot): Block[] => [...composeAnnualReport(snapshot)];

/** The words of a table's rows; none of those that stream. */
export function rowsOf({ rows }: BlockOf<"table">): string[][] {
  if (!(Symbol.iterator in rows)) return [];
  return [...rows].map((row) => row.map(cellText));
}

export const tablesOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === "table" ? [{ ...block, rows: rowsOf(block) }] : []));

export const paragraphsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === "paragraph" ? [block.text] : []));

/** The paragraphs but the one that says how a result stands against its target. */
export const factsOf = (blocks: readonly Block[]): string[] =>
  paragraphsOf(blocks).filter((text) => !text.startsWith("Situación: "));

export const headingsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === "heading" ? [block.text] : []));

export const notesOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => (block.type === "note" ? [block.text] : []));

export const progressOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.type === "progress" ? [block] : []));

/** The blocks between a heading and the next one. */
export function sectionOf(blocks: readonly Block[], heading: string): Block[] {
  const start = blocks.findIndex((block) => block.type === "heading" && block.text === heading);
  if (start < 0) throw new Error(`no heading "${heading}"`);
  const length = blocks.slice(start + 1).findIndex(({ type }) => type === "heading");
  return blocks.slice(start + 1, length < 0 ? undefined : start + 1 + length);
}

/** Every text that is printed. */
export const textsOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block): string[] => {
    switch (block.type) {
      case "keyFigures":
        return block.figures.flatMap(({ text, label }) => [text, label]);
      case "list":
        return block.items.map(cellText);
      case "table":
        return [block.title, ...block.columns.map(({ title }) => title), ...rowsOf(block).flat()];
      case "barChart":
        return [block.title, block.alt, ...block.bars.map(({ text }) => text)];
      case "periodChart":
      case "map":
        return [block.title, block.alt];
      case "letter":
        return [block.title, ...block.paragraphs, ...block.signature];
      case "callout":
        return [block.title, ...block.items];
      case "cover":
        return [block.title, block.subtitle, ...block.lines];
      case "pageBreak":
        return [];
      case "contents":
        return [block.title];
      default:
        return [block.text];
    }
  });
