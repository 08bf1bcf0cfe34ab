/** What Bitácora brings to a report by itself: figures, records, evidence, and what the entity must write. */
import type { FiguresDocument } from "#domain/figuresDocument.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { loadEntityFigures } from "../../../data/figures.ts";
import { loadObligation } from "../../../data/obligations.ts";
import type { Stored } from "../../../data/read.ts";
import { countEvidence, loadPeriodRecords, type ReportAddress } from "../../../data/reports.ts";

export interface ReportFacts {
  readonly obligation: Obligation | undefined;
  readonly records: readonly Stored<DraftRecord>[];
  /** Files by record; of more records than are counted, of the first. */
  readonly evidence: ReadonlyMap<string, number>;
  readonly figures: FiguresDocument | undefined;
}

/** Two documents, and two reads for each record of the half-year: itself and the count of its files. */
export async function loadReportFacts(address: ReportAddress, whose: "own" | "others"): Promise<ReportFacts> {
  const [obligation, figures, records] = await Promise.all([
    loadObligation(address.periodId),
    loadEntityFigures(address.entityId),
    loadPeriodRecords(address, whose),
  ]);
  return { obligation, figures, records, evidence: await countEvidence(records) };
}

export const inState = (facts: ReportFacts, ...states: readonly State[]) =>
  facts.records.filter(({ data }) => states.includes(data.state));

/** What of them the Office sees: no drafts. */
export const sentOf = (facts: ReportFacts): ReportFacts => ({
  ...facts,
  records: facts.records.filter(({ data }) => data.state !== "draft"),
});

export const hasSentRecords = (facts: ReportFacts): boolean =>
  inState(facts, "submitted", "returned", "approved").length > 0;

/** Approved ones whose files were counted and are none. */
export const withoutEvidence = (facts: ReportFacts) =>
  inState(facts, "approved").filter(({ id }) => facts.evidence.get(id) === 0);
