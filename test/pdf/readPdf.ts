/** Reads a PDF with Poppler's and qpdf's programs, as other readers would. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Runs a program on the bytes; `FILE` in its arguments stands for where they are. */
export function onPdf(bytes: Buffer, program: string, ...args: string[]): string {
  const folder = mkdtempSync(join(tmpdir(), "bitacora-pdf-"));
  const file = join(folder, "report.pdf");
  try {
    writeFileSync(file, bytes);
    const given = args.map((argument) => argument.replace("FILE", file));
    return execFileSync(program, given, { encoding: "utf8", maxBuffer: 1 << 28 });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The text of each page, laid out as on the page. */
export const pageTexts = (bytes: Buffer): string[] =>
  onPdf(bytes, "pdftotext", "-layout", "FILE", "-").split("\f").slice(0, -1);

/** All text, with every run of white space as one space. */
export const textOf = (bytes: Buffer): string => onPdf(bytes, "pdftotext", "FILE", "-").replace(/\s+/g, " ");

export interface PlacedWord {
  readonly text: string;
  readonly page: number;
  readonly xMin: number;
  readonly xMax: number;
  readonly yMax: number;
}

/** Every word with where it stands, in points from the top left. */
export function placedWords(bytes: Buffer): PlacedWord[] {
  const pages = onPdf(bytes, "pdftotext", "-bbox", "FILE", "-").split("<page ").slice(1);
  const word = /<word xMin="([\d.]+)" yMin="[\d.]+" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)<\/word>/g;
  return pages.flatMap((page, index) =>
    [...page.matchAll(word)].map(([, xMin, xMax, yMax, text = ""]) => ({
      text,
      page: index + 1,
      xMin: Number(xMin),
      xMax: Number(xMax),
      yMax: Number(yMax),
    })),
  );
}
