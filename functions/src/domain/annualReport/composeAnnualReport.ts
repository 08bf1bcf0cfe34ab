/** The annual implementation report: from its snapshot to blocks, in the order in which they are read. */
import type { Language } from "../format.ts";
import { inBoth } from "../reports/bilingual.ts";
import { changeBlocks } from "../reports/changes/changeBlocks.ts";
import type { Lists } from "../reports/ReportKind.ts";
import { OFFICE, STRATEGY } from "../reports/titles.ts";
import { writingIn } from "../reports/Writing.ts";
import type { AnnualSnapshot } from "./annualSnapshot.ts";
import type { Block, DocumentInfo } from "./block.ts";
import { boardSection } from "./sections/board.ts";
import { bodySections } from "./sections/bodies.ts";
import { contributionSection } from "./sections/contributions.ts";
import { instrumentSection } from "./sections/instruments.ts";
import { letterSection } from "./sections/letter.ts";
import { lineSections } from "./sections/lines.ts";
import { methodSection } from "./sections/method.ts";
import { milestonesSection } from "./sections/milestones.ts";
import { narrativeSection } from "./sections/narratives.ts";
import { partBlocks } from "./sections/part.ts";
import { partnerSection } from "./sections/partners.ts";
import { portfolioSection } from "./sections/portfolio.ts";
import { reachSection } from "./sections/reach.ts";
import { recordSection } from "./sections/records.ts";
import { reportSection } from "./sections/reports.ts";
import { resourceSection } from "./sections/resources.ts";
import { summarySection } from "./sections/summary.ts";

const TEXTS = inBoth(
  {
    title: (year: number) => `Informe anual de implementación ${year}`,
    runningHead: (title: string) => `${title} · Estrategia de Internacionalización de Bogotá`,
    mark: "DATOS DE DEMOSTRACIÓN",
    contents: "Contenido",
    city: "Alcaldía Mayor de Bogotá, D. C.",
    cutOff: (day: string) => `Fecha de corte: ${day}`,
    logos: ["Logo de la Alcaldía Mayor de Bogotá", "Logo de la Consejería"],
    sources: (cutOff: string, consulted: string) => [
      `Fecha de corte: ${cutOff}. Consulta: ${consulted}.`,
      "Fuente: Bitácora. Solo registros públicos y aprobados.",
    ],
  },
  {
    title: (year: number) => `Annual implementation report ${year}`,
    runningHead: (title: string) => `${title} · Bogotá's Internationalization Strategy`,
    mark: "DEMONSTRATION DATA",
    contents: "Contents",
    city: "Mayor's Office of Bogotá, D. C.",
    cutOff: (day: string) => `Cut-off: ${day}`,
    logos: ["Logo of the Mayor's Office of Bogotá", "Logo of the Office of the Counselor"],
    sources: (cutOff: string, consulted: string) => [
      `Cut-off: ${cutOff}. Read on ${consulted}.`,
      "Source: Bitácora. Public and approved records alone.",
    ],
  },
);

/** What the document says of itself. */
export function annualReportInfo(snapshot: AnnualSnapshot, language: Language = "es"): DocumentInfo {
  const t = TEXTS[language];
  const w = writingIn(language);
  const title = t.title(snapshot.year);
  return {
    ...{ title, language, runningHead: t.runningHead(title) },
    ...{ subject: STRATEGY[language], author: OFFICE[language] },
    ...(snapshot.isDemo && { mark: t.mark }),
    datedOn: snapshot.cutOffOn,
    sources: t.sources(w.longDay(snapshot.cutOffOn), w.longDay(snapshot.consultedOn)),
  };
}

const NO_LISTS: Lists = { listed: () => [] };

/**
 * The report's blocks, one after the other. Every figure is the snapshot's; parts without data say so in one line.
 * A strategy's total target is never divided by its years.
 */
export function* composeAnnualReport(
  snapshot: AnnualSnapshot,
  language: Language = "es",
  lists: Lists = NO_LISTS,
): Iterable<Block> {
  const t = TEXTS[language];
  const w = writingIn(language);
  yield {
    type: "cover",
    title: t.title(snapshot.year),
    subtitle: STRATEGY[language],
    lines: [OFFICE[language], t.city, t.cutOff(w.longDay(snapshot.cutOffOn))],
    logos: t.logos,
  };
  yield { type: "contents", title: t.contents };
  yield* letterSection(snapshot, w);
  yield* summarySection(snapshot, w);
  yield* boardSection(snapshot, w);
  yield* lineSections(snapshot, w);
  yield* milestonesSection(snapshot, w);
  yield* instrumentSection(snapshot, w);
  yield* resourceSection(snapshot, w);
  yield* partnerSection(snapshot, w);
  yield* contributionSection(snapshot, w);
  yield* narrativeSection(snapshot, w);
  yield* bodySections(snapshot, w);
  yield* portfolioSection(snapshot, w);
  yield* reachSection(snapshot, w);
  yield* reportSection(snapshot, w);
  yield* partBlocks("changes", snapshot, w);
  yield* changeBlocks(snapshot, lists, w);
  yield* methodSection(snapshot, w);
  yield* recordSection(snapshot, lists, w);
}
