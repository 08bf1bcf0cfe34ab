/** The letter that tells the Office that a report could not be made by itself, and what to do. */
import type { Edition } from "../edition.ts";
import { reportName } from "./editionNames.ts";

export interface FailureFacts {
  /** Of the person. */
  readonly name: string;
  /** The edition's own page. */
  readonly url: string;
}

export function failureLetter(edition: Edition, { name, url }: FailureFacts) {
  const report = reportName(edition, "es");
  const lines = [
    `Hola, ${name}:`,
    `Bitácora intentó hacer por sí sola este informe y no pudo: ${report}. ${edition.error ?? ""}`.trim(),
    `Ábralo en Bitácora y pida otra edición: ${url}`,
  ];
  return {
    subject: `No se pudo hacer: ${report}`,
    text: `${lines.join("\n\n")}\n`,
    html: lines.map((line) => `<p>${line.replaceAll("&", "&amp;").replaceAll("<", "&lt;")}</p>`).join("\n"),
  };
}
