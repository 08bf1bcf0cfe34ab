/** Draws a report as it would be made now, for the Office to look at: streamed, kept nowhere, and no edition. */
import type { Writable } from "node:stream";
import type { Language } from "../../domain/format.ts";
import { inBoth } from "../../domain/reports/bilingual.ts";
import { type Rendered, renderPdf } from "../../pdf/renderPdf.ts";
import type { NamedActor } from "../move.ts";
import { type ComposerContext, subjectToCompose } from "./outlineReport.ts";

/** On every page, so that nobody takes one for an edition's. */
const MARK = inBoth("VISTA PREVIA", "PREVIEW");

/** Draws into `output`, which is ended. */
export type DrawPreview = (output: Writable) => Promise<Rendered>;

/** @throws Rejection as `subjectToCompose`, before anything is drawn */
export async function previewReport(
  context: ComposerContext,
  actor: NamedActor,
  { reportId, language }: { readonly reportId: string; readonly language: Language },
): Promise<DrawPreview> {
  const report = await context.reportOf(await subjectToCompose(context, actor, reportId));
  const info = report.infoOf(language);
  const mark = [MARK[language], ...(info.mark ? [info.mark] : [])].join(" · ");
  // Untagged: it is looked at on a screen, a page at a time, and comes sooner.
  return (output) =>
    renderPdf(report.compose(language), { ...info, mark }, output, () => {}, { tagged: false });
}
