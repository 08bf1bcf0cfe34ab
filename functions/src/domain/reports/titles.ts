/** What all reports say of where they come from. */
import type { Bilingual } from "./bilingual.ts";

export const STRATEGY: Bilingual = {
  es: "Bogotá, una ciudad abierta al mundo. Estrategia de Internacionalización 2024-2027",
  en: "Bogotá, a City open to the world. 2024-2027 Internationalization Strategy",
};

export const OFFICE: Bilingual = {
  es: "Consejería Distrital de Relaciones Internacionales",
  en: "Office of the Counselor for International Relations",
};
