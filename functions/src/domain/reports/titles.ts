/** What all reports say of themselves in the same words. */
import type { Bilingual } from "./bilingual.ts";

export const STRATEGY: Bilingual = {
  es: "Bogotá, una ciudad abierta al mundo. Estrategia de Internacionalización 2024-2027",
  en: "Bogotá, a City open to the world. 2024-2027 Internationalization Strategy",
};

export const OFFICE: Bilingual = {
  es: "Consejería Distrital de Relaciones Internacionales",
  en: "Office of the Counselor for International Relations",
};

/** The part that compares an edition with the one before it. */
export const CHANGES_TITLE: Bilingual = {
  es: "Qué cambió desde la edición anterior",
  en: "What changed since the previous edition",
};
