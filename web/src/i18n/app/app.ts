/** The translator of the app. */
import { loadedTranslator } from "../language.ts";

export const app = loadedTranslator({
  es: async () => (await import("./es.ts")).es,
  en: async () => (await import("./en.ts")).en,
});
