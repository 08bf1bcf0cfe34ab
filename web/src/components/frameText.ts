/** What the frame around every page says. */
import { translator } from "../i18n/language.ts";

const es = {
  brand: "Bitácora",
  brandLine: "Bogotá y el mundo",
  skip: "Ir al contenido",
  otherLanguage: "English",
  otherLanguageLabel: "Read this page in English",
  demo: "DATOS DE DEMOSTRACIÓN",
  demoMeaning: "Cifras generadas para conocer el sistema. No describen a Bogotá.",
  owner:
    "Consejería Distrital de Relaciones Internacionales, Secretaría General de la Alcaldía Mayor de Bogotá, D.C.",
};

const en: Readonly<Record<keyof typeof es, string>> = {
  brand: "Bitácora",
  brandLine: "Bogotá and the world",
  skip: "Skip to content",
  otherLanguage: "Español",
  otherLanguageLabel: "Leer esta página en español",
  demo: "DEMONSTRATION DATA",
  demoMeaning: "Figures generated to show the system. They do not describe Bogotá.",
  owner:
    "Office of the Counselor for International Relations, General Secretariat of the Mayor's Office of Bogotá",
};

export const frameText = translator(es, en);
