/** Composing reports: the callables by which the Office writes their texts, and the pages as they would be now. */
import * as z from "zod";
import { ID_PATTERN, idSchema } from "../domain/fields.ts";
import { textKeySchema, textSchema } from "../domain/reports/reportText.ts";
import { composerReports } from "../jobs/composer/composerReports.ts";
import { type ComposerContext, outlineReport as outline } from "../jobs/composer/outlineReport.ts";
import { previewReport as preview } from "../jobs/composer/previewReport.ts";
import { saveReportText as save } from "../jobs/composer/saveReportText.ts";
import { because } from "../jobs/Rejection.ts";
import { callable, requestBase } from "./callable.ts";
import { cloudContext } from "./context.ts";
import { serveFile } from "./serveFile.ts";

let held: ComposerContext | undefined;

/** One for the instance, so that a report is not read again for every page that is looked at. */
function composerContext(): ComposerContext {
  if (held) return held;
  const { db, now } = cloudContext();
  held = { db, now, reportOf: composerReports(db, now) };
  return held;
}

export const outlineReport = callable(
  z.strictObject({ reportId: idSchema }),
  (_context, actor, asked) => outline(composerContext(), actor, asked),
  { memory: "1GiB" },
);

export const saveReportText = callable(
  z.strictObject({
    ...requestBase,
    reportId: idSchema,
    key: textKeySchema,
    version: z.int().min(0),
    text: textSchema,
  }),
  save,
);

const TOLD = {
  "not-signed-in": {
    status: 401,
    es: "Inicie sesión para ver el informe.",
    en: "Sign in to see the report.",
  },
  "not-yours": {
    status: 403,
    es: "Su cuenta no puede ver este informe. Pida acceso a la Consejería.",
    en: "Your account may not see this report. Ask the Office for access.",
  },
  "office-only": {
    status: 403,
    es: "Solo la Consejería compone informes.",
    en: "The Office alone composes reports.",
  },
  "not-found": { status: 404, es: "Este informe no existe.", en: "There is no such report." },
  "year-out-of-range": {
    status: 409,
    es: "El tiempo de este informe todavía no empieza, o no es de la estrategia.",
    en: "This report's time has not begun, or is not the strategy's.",
  },
  "report-not-approved": {
    status: 409,
    es: "La Consejería todavía no ha aprobado el informe semestral de esta entidad.",
    en: "The Office has not approved this entity's half-year report yet.",
  },
  "file-unavailable": {
    status: 502,
    es: "No se pudo preparar la vista previa. Intente de nuevo en unos minutos.",
    en: "The preview could not be made. Try again in a few minutes.",
  },
} as const;

/** `GET /api/previews/{reportId}/{es|en}.pdf`, with the caller's token. */
export const previewReport = serveFile(
  "previewReport",
  TOLD,
  async (caller, request, response) => {
    const [, reportId = "", language] = /\/([^/]+)\/(es|en)\.pdf\/?$/.exec(request.path) ?? [];
    if (!ID_PATTERN.test(reportId) || (language !== "es" && language !== "en")) throw because("not-found");
    const draw = await preview(composerContext(), caller, { reportId, language });
    response.status(200).set({
      "Content-Type": "application/pdf",
      "Cache-Control": "private, no-store",
      "Content-Security-Policy": "sandbox; default-src 'none'",
      "X-Content-Type-Options": "nosniff",
    });
    await draw(response);
  },
  { memory: "1GiB" },
);
