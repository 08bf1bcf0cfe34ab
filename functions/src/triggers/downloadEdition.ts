/** An edition's files for those who may read it: `GET /api/editions/{editionId}/{file}`, with the caller's token. */
import { ID_PATTERN } from "../domain/fields.ts";
import { type FileAsked, openEdition } from "../jobs/editions/openEdition.ts";
import { because } from "../jobs/Rejection.ts";
import { editionContext } from "./editionContext.ts";
import { sendRanged, serveFile } from "./serveFile.ts";

const TOLD = {
  "not-signed-in": {
    status: 401,
    es: "Inicie sesión para descargar el informe.",
    en: "Sign in to download the report.",
  },
  "not-yours": {
    status: 403,
    es: "Su cuenta no puede descargar este informe. Pida acceso a la Consejería.",
    en: "Your account may not download this report. Ask the Office for access.",
  },
  "not-found": { status: 404, es: "Este informe no existe.", en: "There is no such report." },
  "not-ready": {
    status: 409,
    es: "El informe todavía no está listo. Mire su avance en la lista de ediciones.",
    en: "The report is not ready yet. Watch its progress in the list of editions.",
  },
  "file-unavailable": {
    status: 502,
    es: "No se pudo leer el archivo del informe. Intente de nuevo en unos minutos.",
    en: "The report's file could not be read. Try again in a few minutes.",
  },
} as const;

/** The last two parts of a path: an edition and one of its files. @throws Rejection `not-found` for another path */
export function fileAskedBy(path: string): FileAsked {
  const [, editionId = "", address = ""] = /\/([^/]+)\/([a-z]+\.[a-z]+)\/?$/.exec(path) ?? [];
  if (!ID_PATTERN.test(editionId)) throw because("not-found");
  return { editionId, address };
}

export const downloadEdition = serveFile("downloadEdition", TOLD, async (caller, request, response) => {
  const file = await openEdition(editionContext(), caller, fileAskedBy(request.path));
  await sendRanged(file, request, response, { "Cache-Control": "private, no-store" });
});
