/**
 * A file of evidence for those who may see its record now, whole or in part:
 * `GET /api/evidence-files/{entityId}/{recordId}/{evidenceId}`, with the caller's token.
 */
import { EVIDENCE_TYPES } from "../domain/evidence.ts";
import { openEvidence } from "../jobs/openEvidence.ts";
import { because } from "../jobs/Rejection.ts";
import { evidenceContext } from "./evidenceContext.ts";
import { sendRanged, serveFile } from "./serveFile.ts";

const TOLD = {
  "not-signed-in": {
    status: 401,
    es: "Inicie sesión para descargar el soporte.",
    en: "Sign in to download the file.",
  },
  "not-yours": {
    status: 403,
    es: "Su cuenta no tiene acceso. Pídalo a la Consejería.",
    en: "Your account has no access. Ask the Office for it.",
  },
  "not-found": {
    status: 404,
    es: "Este soporte no existe, o usted no puede verlo.",
    en: "There is no such file, or you may not see it.",
  },
  "file-unavailable": {
    status: 502,
    es: "No se pudo leer el soporte. Intente de nuevo en unos minutos.",
    en: "The file could not be read. Try again in a few minutes.",
  },
} as const;

export const downloadEvidence = serveFile("downloadEvidence", TOLD, async (caller, request, response) => {
  const parts = /\/([^/]+)\/([^/]+)\/([^/]+)\/?$/.exec(request.path);
  if (!parts) throw because("not-found");
  const [, entityId = "", recordId = "", evidenceId = ""] = parts;
  const { evidence, read } = await openEvidence(evidenceContext(), caller, {
    entityId,
    recordId,
    evidenceId,
  });
  const { bytes, name, type, sha256 = "" } = evidence;
  const file = { bytes, name, sha256, read, contentType: EVIDENCE_TYPES[type].mime };
  await sendRanged(file, request, response, { "Cache-Control": "private, no-store" });
});
