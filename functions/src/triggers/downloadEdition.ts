/** An edition's PDF for those who may read it: `GET /api/editions/{editionId}/pdf`, with the caller's token. */
import { pipeline } from "node:stream/promises";
import { getAuth } from "firebase-admin/auth";
import { onRequest, type Request } from "firebase-functions/v2/https";
import { ID_PATTERN } from "../domain/fields.ts";
import { authorise } from "../jobs/authorise.ts";
import type { NamedActor } from "../jobs/move.ts";
import { openEdition } from "../jobs/openEdition.ts";
import { Rejection } from "../jobs/Rejection.ts";
import { contentDispositionOf } from "../store/editions.ts";
import { app } from "../store/firebase.ts";
import { cloudContext } from "./context.ts";
import { editionContext } from "./editionContext.ts";
import { region } from "./region.ts";

/** What people are told, by the reason that programs read. */
const TOLD = {
  "method-not-allowed": { status: 405, es: "Use GET.", en: "Use GET." },
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
type Told = keyof typeof TOLD;

/** Whether the caller would rather read English. */
const prefersEnglish = (request: Request): boolean => request.acceptsLanguages(["es", "en"]) === "en";

/** Who the bearer of the token is; `undefined` without a token that is valid and an account that has access. */
async function callerOf(request: Request): Promise<NamedActor | Told> {
  const token = /^Bearer (.+)$/.exec(request.get("Authorization") ?? "")?.[1];
  if (token === undefined) return "not-signed-in";
  let claims: Awaited<ReturnType<ReturnType<typeof getAuth>["verifyIdToken"]>>;
  try {
    claims = await getAuth(app()).verifyIdToken(token);
  } catch (error) {
    if (error instanceof Error && "code" in error && String(error.code).startsWith("auth/"))
      return "not-signed-in";
    throw error;
  }
  return (await authorise(cloudContext(), claims.uid, claims)) ?? "not-yours";
}

export const downloadEdition = onRequest(
  { region, cors: false, invoker: "public", timeoutSeconds: 300 },
  async (request, response) => {
    const refuse = (reason: Told) => {
      const { status, es, en } = TOLD[reason];
      response.set("Cache-Control", "no-store").status(status);
      response.json({ reason, message: prefersEnglish(request) ? en : es });
    };
    if (request.method !== "GET") {
      response.set("Allow", "GET");
      return refuse("method-not-allowed");
    }
    const editionId = /\/([^/]+)\/pdf\/?$/.exec(request.path)?.[1];
    const caller = await callerOf(request);
    if (typeof caller === "string") return refuse(caller);
    if (editionId === undefined || !ID_PATTERN.test(editionId)) return refuse("not-found");
    try {
      const { edition, bytes, stream } = await openEdition(editionContext(), caller, editionId);
      // Headers go out with the first bytes, so that a file which cannot be read still gets a clear answer.
      stream.once("readable", () =>
        response.set({
          "Content-Type": "application/pdf",
          "Content-Length": String(bytes),
          "Content-Disposition": contentDispositionOf(edition),
          "Cache-Control": "private, no-store",
          "X-Content-Type-Options": "nosniff",
        }),
      );
      await pipeline(stream, response);
    } catch (error) {
      if (error instanceof Rejection && "reason" in error.details && error.details.reason in TOLD)
        return refuse(error.details.reason as Told);
      console.error("downloadEdition", error);
      if (response.headersSent) response.destroy();
      else refuse("file-unavailable");
    }
  },
);
