/** A count as people write it: `1.204` in Spanish, `1,204` in English. */
import { formatNumber } from "#domain/format.ts";
import { language } from "./language.ts";

export const wholeNumber = (value: number): string => formatNumber(value, language(), 0);
