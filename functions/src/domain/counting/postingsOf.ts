/** Postings: what a source adds to the cells of each period, an amended record's changes from their own date on. */
import type { Day } from "../calendar.ts";
import type { DraftRecord } from "../record/record.ts";
import { addCells, type Cells, cellsOf, negated } from "./cells.ts";
import { type Credit, creditsOf } from "./creditsOf.ts";
import type { CountingRules } from "./ledger.ts";
import type { Source } from "./source.ts";
import { type TallyPeriod, tallyPeriodOf } from "./tallyPeriod.ts";

const laterOf = (a: Day, b: Day): Day => (a > b ? a : b);

/**
 * Without amendments these are the source's credits on their own day. An amendment that holds from a day on takes back,
 * on that day, what the content before it was credited with, and credits the new one: what was counted until then
 * stays as it was, and the sum over all time is that of the content in force. Where a credit's own day is later, it is
 * that day, so that an amendment dated on or before what it changes is a plain correction.
 *
 * Milestones are facts with a date of their own: an amended one is corrected. What the record is worth at all (its
 * standing, its audience) is what it is now.
 */
export function postingsOf(source: Source, rules: CountingRules): ReadonlyMap<TallyPeriod, Cells> {
  const postings = new Map<TallyPeriod, Cells>();
  const post = (credits: readonly Credit[], from: Day | undefined, sign: 1 | -1) => {
    for (const credit of credits) {
      const day = from === undefined ? credit.day : laterOf(from, credit.day);
      const cells = cellsOf({ ...credit, day }, source.path, rules.sectors);
      const period = tallyPeriodOf(day);
      postings.set(period, addCells(postings.get(period) ?? {}, sign === 1 ? cells : negated(cells)));
    }
  };
  const earlier = source.from === "records" ? (source.earlier ?? []) : [];
  const now = creditsOf(source, rules.counters);
  const flows = [...earlier.map(({ data }) => creditsOf(asOfNow(source, data), rules.counters)), now].map(
    (credits) => credits.filter((credit) => !isMilestone(credit)),
  );
  post(flows[0] ?? [], undefined, 1);
  for (const [index, { until }] of earlier.entries()) {
    post(flows[index] ?? [], until, -1);
    post(flows[index + 1] ?? [], until, 1);
  }
  post(now.filter(isMilestone), undefined, 1);
  return new Map([...postings].filter(([, cells]) => Object.keys(cells).length > 0));
}

const isMilestone = ({ stateId }: Credit): boolean => stateId !== undefined;

/** The source with an earlier content, in the state that it has now. */
function asOfNow(source: Source, content: DraftRecord): Source {
  if (source.from !== "records") return source;
  const { state, disclosure, isExample } = source.data;
  return { ...source, data: { ...content, state, isExample, ...(disclosure && { disclosure }) } };
}
