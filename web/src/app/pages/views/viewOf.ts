/** Counts records for a view: its groups, its months and its list are made of the same records, so that they agree. */
import { type Day, type Month, monthOf, monthsOf, periodOf, STRATEGY_YEARS } from "#domain/calendar.ts";
import type { CatalogueItem } from "#domain/catalogue.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { type Dimension, type ViewQuery, withFilter } from "./viewQuery.ts";

/** A record with where it is. */
export interface Counted {
  readonly path: string;
  readonly data: DraftRecord;
}

export interface Group {
  /** The value that they share; "" for records that name none. */
  readonly value: string;
  readonly count: number;
}

export interface MonthCount {
  readonly month: Month;
  readonly count: number;
}

export interface View<T extends Counted> {
  /** What is counted and listed; example data is neither. */
  readonly records: readonly T[];
  readonly examples: readonly T[];
  /**
   * The largest first; records that name none last. A record that names several values is in each one's group. A filter
   * on the very thing that is gathered by leaves all groups, so that one can go from one to the other.
   */
  readonly groups: readonly Group[];
  /** The records in the groups. */
  readonly gathered: number;
  /** From the first to the last month of the period, those without records too. */
  readonly months: readonly MonthCount[];
  /** Records whose month is not drawn: those before the strategy. */
  readonly outsideMonths: number;
  /** Whether a record can be in several groups. */
  readonly isMany: boolean;
}

type Entities = readonly CatalogueItem[];

/** The dimensions in which a record may have several values. */
const MANY: readonly Dimension[] = ["sector", "entity", "partner", "country", "sdg"];

/** The record's values in a dimension, each once. Entities are the lead and those that took part. */
export function valuesIn(record: DraftRecord, dimension: Dimension, entities: Entities): readonly string[] {
  switch (dimension) {
    case "line":
      return record.lineId ? [record.lineId] : [];
    case "kind":
      return [record.kind];
    case "entity":
      return [...new Set(record.involved)];
    case "sector":
      return [
        ...new Set(
          record.involved.flatMap((id) => entities.find((entity) => entity.id === id)?.parentId ?? []),
        ),
      ];
    case "partner":
      return [...new Set(record.partnerIds ?? [])];
    case "country":
      return [...new Set(record.countries ?? [])];
    case "sdg":
      return [...new Set(record.sdgs ?? [])];
  }
}

const isIn = (day: Day, period: string | undefined): boolean =>
  period === undefined || period === day.slice(0, 4) || period === periodOf(day);

function passes(record: DraftRecord, { filters, period }: ViewQuery, entities: Entities): boolean {
  const { happenedOn } = record;
  if (happenedOn === undefined || !isIn(happenedOn, period)) return false;
  return (Object.entries(filters) as [Dimension, string][]).every(([dimension, value]) =>
    valuesIn(record, dimension, entities).includes(value),
  );
}

function groupsOf(records: readonly Counted[], by: Dimension, entities: Entities): Group[] {
  const counts = new Map<string, number>();
  for (const { data } of records) {
    const values = valuesIn(data, by, entities);
    for (const value of values.length > 0 ? values : [""]) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return [...counts]
    .map(([value, count]) => ({ value, count }))
    .toSorted(
      (a, b) =>
        Number(a.value === "") - Number(b.value === "") || b.count - a.count || (a.value < b.value ? -1 : 1),
    );
}

/** The months of the period, else of the strategy; none that lies wholly ahead and has no record. */
function monthRange(period: string | undefined, last: Month): Month[] {
  const years = period
    ? [Number(period.slice(0, 4))]
    : Array.from(
        { length: STRATEGY_YEARS.last - STRATEGY_YEARS.first + 1 },
        (_, n) => STRATEGY_YEARS.first + n,
      );
  return years
    .flatMap(monthsOf)
    .filter((month) => period === undefined || period.length === 4 || periodOf(`${month}-01`) === period)
    .filter((month) => month <= last);
}

/** `today` bounds the months. */
export function viewOf<T extends Counted>(
  all: readonly T[],
  query: ViewQuery,
  { entities, today }: { readonly entities: Entities; readonly today: Day },
): View<T> {
  const open = withFilter(query, query.by, undefined);
  const candidates = all.filter(({ data }) => passes(data, open, entities));
  const gathered = candidates.filter(({ data }) => !data.isExample);
  const found = candidates.filter(({ data }) => passes(data, query, entities));
  const records = found.filter(({ data }) => !data.isExample);
  const counts = new Map<Month, number>();
  for (const { data } of records) {
    const month = monthOf(data.happenedOn ?? "");
    counts.set(month, (counts.get(month) ?? 0) + 1);
  }
  const last = [monthOf(today), ...counts.keys()].reduce((a, b) => (a > b ? a : b));
  const months = monthRange(query.period, last).map((month) => ({ month, count: counts.get(month) ?? 0 }));
  const drawn = months.reduce((sum, { count }) => sum + count, 0);
  return {
    records,
    examples: found.filter(({ data }) => data.isExample),
    groups: groupsOf(gathered, query.by, entities),
    gathered: gathered.length,
    months,
    outsideMonths: records.length - drawn,
    isMany: MANY.includes(query.by),
  };
}
