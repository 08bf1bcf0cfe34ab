/** Sees to the programs by which the tests read PDFs: pdftotext and pdftoppm of Poppler, and qpdf. */
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";
import { Refusal } from "../../scripts/emulators/Refusal.ts";
import { aptInstall, canAptInstall } from "./aptInstall.ts";

const PACKAGE_OF = { pdftotext: "poppler-utils", pdftoppm: "poppler-utils", qpdf: "qpdf" };

/** @throws Refusal when one is missing and cannot be installed */
export function ensurePdfTools(): void {
  const missing = Object.entries(PACKAGE_OF).filter(([tool]) => !isOnPath(tool));
  if (missing.length === 0) return;
  if (!canAptInstall()) {
    const tools = missing.map(([tool]) => tool).join(", ");
    throw new Refusal(
      `The tests need ${tools}: apt-get install poppler-utils qpdf, or brew install poppler qpdf.`,
    );
  }
  aptInstall(...new Set(missing.map(([, name]) => name)));
}

function isOnPath(tool: string): boolean {
  return (process.env.PATH ?? "").split(delimiter).some((directory) => existsSync(join(directory, tool)));
}
