/** Adds up what several runs suffered and what was wrong then, and says it. */
import type { Outcome } from "./runFaults.ts";

/** Numbers by what they count. */
type Totals = Readonly<Record<string, number>>;

export interface Report {
  readonly counts: Totals;
  readonly deaths: Totals;
  readonly healed: number;
  readonly unexplained: number;
  readonly wrong: number;
  /** Seeds of the runs in which something was wrong that should not have been. */
  readonly failing: readonly number[];
}

const add = (all: Totals, more: Totals): Totals =>
  Object.fromEntries(
    [...new Set([...Object.keys(all), ...Object.keys(more)])].map((name) => [
      name,
      (all[name] ?? 0) + (more[name] ?? 0),
    ]),
  );

export const EMPTY_REPORT: Report = {
  ...{ counts: {}, deaths: {}, healed: 0, unexplained: 0, wrong: 0, failing: [] },
};

export const withOutcome = (report: Report, seed: number, outcome: Outcome): Report => ({
  counts: add(report.counts, outcome.counts),
  deaths: add(report.deaths, outcome.deaths),
  healed: report.healed + outcome.healed,
  unexplained: report.unexplained + outcome.unexplained.length,
  wrong: report.wrong + outcome.wrong.length,
  failing: isRight(outcome) ? report.failing : [...report.failing, seed],
});

export const isRight = ({ unexplained, wrong }: Outcome): boolean => unexplained.length + wrong.length === 0;

/** One line. */
export const summaryOf = (report: Report, seeds: number): string => {
  const { changes = 0, deliveries = 0, doubled = 0, reordered = 0, lost = 0 } = report.counts;
  const { deliver = 0, fold = 0, sweep = 0, edit = 0 } = report.deaths;
  return [
    `${seeds} seeds, ${changes} changes, ${deliveries} deliveries (${doubled} doubled, ${reordered} reordered),`,
    `${lost} lost, ${deliver + fold + sweep + edit} instances died:`,
    `${report.unexplained} wrong before the sweep that no loss explains, ${report.healed} healed by it,`,
    `${report.wrong} wrong after it.`,
  ].join(" ");
};

/** The whole of it, for those who were not there. */
export const documentOf = (report: Report, seeds: number, command: string, at: Date): string => {
  const { changes = 0, deliveries = 0, doubled = 0, reordered = 0, lost = 0 } = report.counts;
  const { deliver = 0, fold = 0, sweep = 0, edit = 0, before = 0, after = 0, late = 0 } = report.deaths;
  const rows = [
    ["Seeds", seeds],
    ["Changes of records, amendments, decisions and editions", changes],
    ["Deliveries of their events", deliveries],
    ["… of which second deliveries of the same event", doubled],
    ["… of which held back behind later ones", reordered],
    ["Events lost", lost],
    ["Instances that died while they counted", deliver],
    ["… while they folded figures", fold],
    ["… while they swept", sweep],
    ["… while they counted an indicator's new version", edit],
    ["Deaths before a request was sent", before],
    ["Deaths after a write was carried out, its answer lost", after],
    ["Deaths whose write was carried out later, beside the next delivery", late],
    ["Wrong before the sweep, though no lost event explains it", report.unexplained],
    ["Ledger entries that a lost event had left wrong, healed by the sweep", report.healed],
    ["Wrong after the sweep: cells, ledger entries, figures", report.wrong],
  ] as const;
  return [
    "# The counting under faults: the last long run",
    "",
    `${at.toISOString().slice(0, 10)}, \`${command}\`. Written by that command; see \`runFaults.ts\` for what it does.`,
    "",
    "| | |",
    "|---|---:|",
    ...rows.map(([what, count]) => `| ${what} | ${count} |`),
    "",
    report.failing.length === 0 ? "No seed failed." : `Failing seeds: ${report.failing.join(", ")}.`,
    "",
  ].join("\n");
};
