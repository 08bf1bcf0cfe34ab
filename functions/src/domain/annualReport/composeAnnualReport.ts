/** The annual implementation report: from its snapshot to blocks, in the order in which they are read. */
import { formatLongDay } from "../format.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block, DocumentInfo } from "./block.ts";
import { bodySections } from "./sections/bodies.ts";
import { contributionSection } from "./sections/contributions.ts";
import { instrumentSection } from "./sections/instruments.ts";
import { lineSections } from "./sections/lines.ts";
import { methodSection } from "./sections/method.ts";
import { reportSection } from "./sections/reports.ts";
import { summarySection } from "./sections/summary.ts";

const TITLE = "Informe anual de implementación";
const STRATEGY = "Bogotá, una ciudad abierta al mundo. Estrategia de Internacionalización 2024-2027";
const OFFICE = "Consejería Distrital de Relaciones Internacionales";

/** What the document says of itself. */
export const annualReportInfo = (snapshot: AnnualSnapshot): DocumentInfo => ({
  title: `${TITLE} ${snapshot.year}`,
  subject: STRATEGY,
  author: OFFICE,
  language: "es",
  runningHead: `${TITLE} ${snapshot.year} · Estrategia de Internacionalización de Bogotá`,
  ...(snapshot.isDemo && { mark: "DATOS DE DEMOSTRACIÓN" }),
  datedOn: snapshot.cutOffOn,
});

/**
 * The report's blocks, one after the other. Every figure is the snapshot's; parts without data say so in one line.
 * A strategy's total target is never divided by its years.
 */
export function* composeAnnualReport(snapshot: AnnualSnapshot): Iterable<Block> {
  yield {
    type: "cover",
    title: `${TITLE} ${snapshot.year}`,
    subtitle: STRATEGY,
    lines: [
      OFFICE,
      "Alcaldía Mayor de Bogotá, D. C.",
      `Fecha de corte: ${formatLongDay(snapshot.cutOffOn, "es")}`,
    ],
  };
  yield { type: "contents", title: "Contenido" };
  yield* summarySection(snapshot);
  yield* lineSections(snapshot);
  yield* contributionSection(snapshot);
  yield* instrumentSection(snapshot);
  yield* bodySections(snapshot);
  yield* reportSection(snapshot);
  yield* methodSection(snapshot);
}
