/** An edition's PDF for those who may read it: `GET /api/editions/{editionId}/pdf`, with the caller's token. */
import { ID_PATTERN } from "../domain/fields.ts";
import { openEdition } from "../jobs/openEdition.ts";
import { because } from "../jobs/Rejection.ts";
import { contentDispositionOf } from "../store/editions.ts";
import { editionContext } from "./editionContext.ts";
import { sendBytes, serveFile } from "./serveFile.ts";

const TOLD = {
  "not-signed-in": {
    status: 401,
    es: "Inicie sesión para descargar el informe.",
    en: "Sign in to download the report.",
  },
  "not-yours": {
    status: 403,
    es: "Su cuenta no puede descargar informes. Pida acceso a la Consejería.",
    en: "Your account may not download reports. Ask the Office for access.",
  },
  "not-found": { status: 404, es: "Esta edición no existe.", en: "There is no such edition." },
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

export const downloadEdition = serveFile("downloadEdition", TOLD, async (caller, request, response) => {
  const editionId = /\/([^/]+)\/pdf\/?$/.exec(request.path)?.[1];
  if (editionId === undefined || !ID_PATTERN.test(editionId)) throw because("not-found");
  const { edition, bytes, stream } = await openEdition(editionContext(), caller, editionId);
  await sendBytes(stream, response, {
    "Content-Type": "application/pdf",
    "Content-Length": String(bytes),
    "Content-Disposition": contentDispositionOf(edition),
    "Cache-Control": "private, no-store",
    "X-Content-Type-Options": "nosniff",
  });
});
