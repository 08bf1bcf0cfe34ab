/** A document of pdfkit, with the fonts of the page and those that it falls back on. */
import { createRequire } from "node:module";
import type { DocumentInfo } from "../domain/annualReport/block.ts";
import { addOutputIntent, writeMetadataAtEnd } from "./metadata.ts";
import { type EmbeddedFont, internalsOf } from "./pdfkitInternals.ts";
import { FACES, type FaceName, PAGE } from "./styles.ts";
import { Typeface } from "./Typeface.ts";

/** Raise it with every change that alters bytes: an edition is one snapshot under one renderer. */
export const RENDERER_VERSION = 5;

const { resolve } = createRequire(import.meta.url);

const fontPath = (name: FaceName): string => resolve(`@expo-google-fonts/nunito-sans/${FACES[name]}`);

/**
 * Fonts for what Nunito Sans lacks, in the order in which they are asked; each is read only where it is needed.
 * Together they add 18 MB to the functions, two thirds of it for Chinese: one file that has simplified and traditional
 * characters, kana and Greek, while Noto Sans would take 8 MB and more for each of them. Korean, Thai and Hindi are
 * shown as missing, and said.
 */
const FALLBACKS = [
  "@expo-google-fonts/noto-sans-arabic/400Regular/NotoSansArabic_400Regular.ttf",
  "@expo-google-fonts/chocolate-classical-sans/400Regular/ChocolateClassicalSans_400Regular.ttf",
  "@expo-google-fonts/noto-emoji/400Regular/NotoEmoji_400Regular.ttf",
];

export async function openDocument(info: DocumentInfo, isTagged: boolean): Promise<PDFKit.PDFDocument> {
  const { default: PDFDocument } = await import("pdfkit");
  const document = new PDFDocument({
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: "1.7",
    lang: info.language === "es" ? "es-CO" : "en",
    displayTitle: true,
    font: fontPath("regular"),
    // Typeface keeps words itself, with a bound.
    fontLayoutCache: false,
    info: {
      Title: info.title,
      Subject: info.subject,
      Author: info.author,
      Creator: "Bitácora",
      Producer: `Bitácora ${RENDERER_VERSION}, pdfkit`,
      // Noon in Bogotá: a day in every time zone of the country.
      CreationDate: new Date(`${info.datedOn}T17:00:00Z`),
    },
  });
  const internals = internalsOf(document);
  writeMetadataAtEnd(internals, isTagged);
  addOutputIntent(internals);
  return document;
}

export function openFaces(document: PDFKit.PDFDocument): Record<FaceName, Typeface> {
  const openFont = (path: string): EmbeddedFont => {
    document.font(path);
    return internalsOf(document)._font;
  };
  const opened: EmbeddedFont[] = [];
  function* fallbacks(): Iterable<EmbeddedFont> {
    for (const [index, name] of FALLBACKS.entries()) {
      opened[index] ??= openFont(resolve(name));
      yield opened[index];
    }
  }
  const open = (name: FaceName) => new Typeface(openFont(fontPath(name)), fallbacks);
  return { regular: open("regular"), semibold: open("semibold"), bold: open("bold") };
}
