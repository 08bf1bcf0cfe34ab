/** The Office's and the entities' own words as blocks. */
import type { Block } from "../annualReport/block.ts";
import type { Language } from "../format.ts";
import { inBoth } from "./bilingual.ts";
import type { ReportTexts } from "./reportText.ts";
import type { Writing } from "./Writing.ts";

const TEXTS = inBoth(
  { onlyIn: { es: "Este texto está solo en español.", en: "Este texto está solo en inglés." } },
  {
    onlyIn: {
      es: "This text was written in Spanish; there is no English version.",
      en: "This text was written in English alone.",
    },
  },
);

/** A paragraph for each line that is not blank. */
export const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n+/)
    .map((line) => line.trim())
    .filter((line) => line !== "");

interface Said {
  readonly text: string;
  /** The language that it is in. */
  readonly language: Language;
}

/** A text in the language, or in the other one; `undefined` where nobody has written it. */
export function saidIn(texts: ReportTexts, key: string, language: Language): Said | undefined {
  const text = texts[key];
  const other: Language = language === "es" ? "en" : "es";
  for (const candidate of [language, other])
    if (text?.[candidate].trim()) return { text: text[candidate], language: candidate };
  return undefined;
}

/** The text's paragraphs; nothing where nobody has written it. */
export function* textBlocks(texts: ReportTexts, key: string, w: Writing): Iterable<Block> {
  const said = saidIn(texts, key, w.language);
  if (!said) return;
  for (const text of paragraphsOf(said.text)) yield { type: "paragraph", text };
  if (said.language !== w.language) yield { type: "note", text: TEXTS[w.language].onlyIn[said.language] };
}
