/**
 * A file of evidence for those who may see its record now, whole or in part:
 * `GET /api/evidence-files/{entityId}/{recordId}/{evidenceId}`, with the caller's token.
 */
import { byteRangeOf } from "../domain/byteRange.ts";
import { contentDisposition } from "../domain/contentDisposition.ts";
import { EVIDENCE_TYPES } from "../domain/evidence.ts";
import { openEvidence } from "../jobs/openEvidence.ts";
import { because } from "../jobs/Rejection.ts";
import { evidenceContext } from "./evidenceContext.ts";
import { sendBytes, serveFile } from "./serveFile.ts";

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
  const { bytes, name, type, sha256 } = evidence;
  const etag = `"${sha256}"`;
  // A part is of use only to whom has the rest of the same file.
  const isStale = ![undefined, etag].includes(request.get("If-Range"));
  const range = isStale ? undefined : byteRangeOf(request.get("Range"), bytes);
  const headers = {
    "Accept-Ranges": "bytes",
    "Cache-Control": "private, no-store",
    "Content-Security-Policy": "sandbox; default-src 'none'",
    "X-Content-Type-Options": "nosniff",
    ETag: etag,
  };
  if (range === "unsatisfiable") {
    response
      .set({ ...headers, "Content-Range": `bytes */${bytes}` })
      .status(416)
      .end();
    return;
  }
  const part = range && { "Content-Range": `bytes ${range.start}-${range.end}/${bytes}` };
  await sendBytes(
    read(range),
    response,
    {
      ...headers,
      ...part,
      "Content-Type": EVIDENCE_TYPES[type].mime,
      "Content-Disposition": contentDisposition(name),
      "Content-Length": String(range ? range.end - range.start + 1 : bytes),
    },
    range ? 206 : 200,
  );
});
