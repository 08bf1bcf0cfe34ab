/** Texts in both languages of a report. */
import * as z from "zod/mini";
import type { Language } from "../format.ts";

export const bilingualSchema = z.strictObject({ es: z.string(), en: z.string() });
export type Bilingual = z.infer<typeof bilingualSchema>;

/** A dictionary whose English has all that its Spanish has. */
export const inBoth = <Texts>(es: Texts, en: NoInfer<Texts>): Readonly<Record<Language, Texts>> => ({
  es,
  en,
});

export const bilingualOf = ({ nameEs, nameEn }: { nameEs: string; nameEn: string }): Bilingual => ({
  es: nameEs,
  en: nameEn,
});
