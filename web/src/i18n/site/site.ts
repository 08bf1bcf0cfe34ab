/** The translator of the public page and of the frame around every page. */
import { translator } from "../language.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

export const site = translator(es, en);
