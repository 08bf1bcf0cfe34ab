/** The translator of the pages that bring in a spreadsheet. */
import { translator } from "../../../i18n/language.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

export const told = translator(es, en);
