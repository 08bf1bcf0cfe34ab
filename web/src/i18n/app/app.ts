/** The translator of the app. */
import { translator } from "../language.ts";
import { en } from "./en.ts";
import { es } from "./es.ts";

export const app = translator(es, en);
