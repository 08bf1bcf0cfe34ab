/** Compares ledger, tallies and figures with what they should be: a plain recount from the sources. */
import type { DocumentReference, Firestore } from "firebase-admin/firestore";
import { canonicalJson } from "#domain/canonicalJson.ts";
import { type Cells, differenceOf } from "#domain/counting/cells.ts";
import { foldEntityFigures, foldFigures, type PeriodCells } from "#domain/counting/figures.ts";
import {
  type CountingRules,
  emptyEntryOf,
  isEntered,
  type LedgerEntry,
  ledgerEntryOf,
  tallyKeyOf,
  unreadableEntryOf,
} from "#domain/counting/ledger.ts";
import { foldersOf, ledgerIdOf, sourcePathOf } from "#domain/counting/source.ts";
import type { FiguresDocument } from "#domain/figuresDocument.ts";
import { composePublicSummary } from "#domain/publicSummary.ts";
import {
  credits,
  entityFigures,
  internalFigures,
  openFigures,
  operations,
  publishedSummary,
  tallies,
} from "#functions/store/collections.ts";
import { foundSource } from "#functions/store/sources.ts";
import { CATALOGUES } from "../../scripts/seed/catalogueData.ts";

/** Cells of each tally, by the tally's id. */
export type Tallies = ReadonlyMap<string, Cells>;

/** The entries that the ledger should have, by their ids: all that the entities lead is read, amendments included. */
export async function recountOf(
  db: Firestore,
  entityIds: readonly string[],
  rules: CountingRules,
): Promise<Map<string, LedgerEntry>> {
  const entries = new Map<string, LedgerEntry>();
  for (const folder of entityIds.flatMap(foldersOf))
    for (const snapshot of (await db.collection(folder).get()).docs) {
      const found = await foundSource(snapshot);
      const id = ledgerIdOf(found.path);
      if ("problem" in found && found.problem !== undefined)
        entries.set(id, unreadableEntryOf(found.path, found, rules));
      else if ("source" in found && found.source && isEntered(found.source))
        entries.set(id, ledgerEntryOf(found.source, rules));
    }
  return entries;
}

export async function loadTallies(db: Firestore): Promise<Map<string, Cells>> {
  const { docs } = await tallies(db).get();
  return new Map(docs.map((tally) => [tally.id, tally.data().cells]));
}

export async function loadLedger(db: Firestore): Promise<Map<string, LedgerEntry>> {
  const { docs } = await credits(db).get();
  return new Map(docs.map((entry) => [entry.id, entry.data()]));
}

/** Each cell that holds another number than it should, as `tally: cell is by so much too high`. */
export const wrongCells = (held: Tallies, expected: Tallies): string[] =>
  [...new Set([...held.keys(), ...expected.keys()])].flatMap((id) =>
    Object.entries(differenceOf(expected.get(id) ?? {}, held.get(id) ?? {})).map(
      ([key, amount]) => `${id}: ${key} is ${amount > 0 ? "+" : ""}${amount}`,
    ),
  );

/** What an entry says; the rules' version alone is no reason to write it, and an empty one is as good as none. */
function contentOf(entry: LedgerEntry | undefined, rules: CountingRules): string | undefined {
  if (!entry) return undefined;
  const content = canonicalJson({ ...entry, rulesVersion: rules.version });
  return content === canonicalJson(emptyEntryOf(entry.sourcePath, rules)) ? undefined : content;
}

/** Something wrong that is about one source. */
export interface Wrong {
  readonly path: string;
  readonly what: string;
}

/** Where the ledger says something else than the sources do. */
export const wrongEntries = (
  held: ReadonlyMap<string, LedgerEntry>,
  expected: ReadonlyMap<string, LedgerEntry>,
  rules: CountingRules,
): Wrong[] =>
  [...new Set([...held.keys(), ...expected.keys()])]
    .filter((id) => contentOf(held.get(id), rules) !== contentOf(expected.get(id), rules))
    .map((id) => ({ path: sourcePathOf(id), what: `the ledger on ${sourcePathOf(id)}` }));

/** Where the Office is not told what holds of a source: that it cannot be read, or that it can again. */
export async function wrongReports(
  db: Firestore,
  expected: ReadonlyMap<string, LedgerEntry>,
): Promise<Wrong[]> {
  const { docs } = await operations(db).where("kind", "==", "unreadable").get();
  const open = docs.map((report) => report.data()).filter(({ state }) => state === "open");
  const told = new Set(open.map(({ sourcePath = "" }) => sourcePath));
  const unreadable = new Set(
    [...expected.values()].filter(({ problem }) => problem !== undefined).map(({ sourcePath }) => sourcePath),
  );
  return [...told, ...unreadable]
    .filter((path) => !(told.has(path) && unreadable.has(path)))
    .map((path) => ({ path, what: `the report of ${path}` }));
}

const periodsOf = (all: Tallies): PeriodCells[] =>
  [...all].map(([id, cells]) => ({ period: tallyKeyOf(id).period, cells }));

/** The documents of figures that do not show what the tallies add up to. */
export async function wrongFigures(
  db: Firestore,
  all: Tallies,
  entityIds: readonly string[],
  rules: CountingRules,
): Promise<string[]> {
  const indicators = rules.indicators.filter(({ active }) => active);
  const periods = periodsOf(all);
  const open = foldFigures(periods, indicators, "public");
  const expected: readonly (readonly [DocumentReference<FiguresDocument>, object[]])[] = [
    [internalFigures(db), foldFigures(periods, indicators, "internal")],
    [openFigures(db), open],
    ...entityIds.map((id) => [entityFigures(db, id), foldEntityFigures(periods, indicators, id)] as const),
  ];
  const nothing = canonicalJson(foldFigures([], indicators, "internal"));
  const wrong: string[] = [];
  for (const [ref, figures] of expected) {
    const held = (await ref.get()).data();
    // An entity of which nothing was ever counted has no document.
    if ((held ? canonicalJson(held.figures) : nothing) !== canonicalJson(figures)) wrong.push(ref.path);
  }
  const summary = (await publishedSummary(db).get()).data();
  const at = new Date(summary?.asOf ?? 0);
  const composed = composePublicSummary(indicators, open, CATALOGUES, { at, isDemo: false });
  if (!summary || canonicalJson(summary) !== canonicalJson(composed)) wrong.push("published/summary");
  return wrong;
}
