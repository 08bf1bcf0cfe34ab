/** The index of classified and reserved information for the Office: `GET /api/disclosure-index`, with the caller's token. */
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { bogotaDay } from "../domain/calendar.ts";
import { contentDisposition } from "../domain/contentDisposition.ts";
import { disclosureIndex as linesOf } from "../jobs/disclosureIndex.ts";
import { cloudContext } from "./context.ts";
import { serveFile } from "./serveFile.ts";

const TOLD = {
  "not-signed-in": {
    status: 401,
    es: "Inicie sesión para descargar el índice.",
    en: "Sign in to download the index.",
  },
  "not-yours": {
    status: 403,
    es: "Solo la Consejería descarga este índice.",
    en: "The Office alone downloads this index.",
  },
  "not-found": { status: 404, es: "No hay tal archivo.", en: "There is no such file." },
  "file-unavailable": {
    status: 502,
    es: "No se pudo hacer el índice. Intente de nuevo en unos minutos.",
    en: "The index could not be made. Try again in a few minutes.",
  },
} as const;

export const disclosureIndex = serveFile("disclosureIndex", TOLD, async (caller, _request, response) => {
  const context = cloudContext();
  const lines = Readable.from(await linesOf(context, caller));
  const name = `Índice de información clasificada y reservada ${bogotaDay(context.now())}.csv`;
  // Headers go out with the first bytes, so that an index which cannot be made still gets a clear answer.
  lines.once("readable", () =>
    response.set({
      "Content-Type": "text/csv; charset=utf-8",
      "Content-Disposition": contentDisposition(name),
      "Cache-Control": "private, no-store",
      "X-Content-Type-Options": "nosniff",
    }),
  );
  await pipeline(lines, response);
});
