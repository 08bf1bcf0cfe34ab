/** What citizens may download, without signing in: the list, `GET /api/reports`, and `GET /api/reports/{editionId}/{file}`. */
import { loadPublishedEditions } from "../jobs/editions/loadPublishedEditions.ts";
import { openPublished } from "../jobs/editions/openEdition.ts";
import { cloudContext } from "./context.ts";
import { fileAskedBy } from "./downloadEdition.ts";
import { editionContext } from "./editionContext.ts";
import { openData } from "./openData.ts";
import { sendRanged, servePublicFile } from "./serveFile.ts";

export const publishedReports = openData(() => loadPublishedEditions(cloudContext()));

const TOLD = {
  "not-found": { status: 404, es: "Este informe no está publicado.", en: "This report is not published." },
  "file-unavailable": {
    status: 502,
    es: "No se pudo leer el archivo del informe. Intente de nuevo en unos minutos.",
    en: "The report's file could not be read. Try again in a few minutes.",
  },
} as const;

/** A published file never changes: the CDN keeps it for a day, a browser for an hour. */
const CACHE = "public, max-age=3600, s-maxage=86400";

export const publishedReportFile = servePublicFile("publishedReportFile", TOLD, async (request, response) => {
  const file = await openPublished(editionContext(), fileAskedBy(request.path));
  await sendRanged(file, request, response, { "Cache-Control": CACHE });
});
