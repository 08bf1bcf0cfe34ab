/** Adds up the records of a span of time as they come: whose they are, with whom, for whom, and the money that they state. */
import type { CatalogueItem, Catalogues } from "../catalogue.ts";
import { CURRENCIES, type Currency } from "../indicator.ts";
import { KINDS, type Kind } from "../record/kinds.ts";
import { type AnnualSnapshot, MOBILISED, type RESOURCE_GROUPS } from "./annualSnapshot.ts";
import type { Parts } from "./contributionsOf.ts";

/** What is read of each record, approved or waiting. */
export interface SpanRecord {
  readonly entityId: string;
  readonly recordId: string;
  readonly version: number;
  readonly kind: Kind;
  readonly state: "approved" | "submitted";
  /** The day on which it counts. */
  readonly on: string;
  readonly title: string;
  readonly involved: readonly string[];
  readonly partnerIds: readonly string[];
  readonly countries: readonly string[];
  readonly activityId: string;
  readonly sdgs: readonly string[];
  readonly populations: readonly string[];
  readonly details: Readonly<Record<string, unknown>>;
}

export interface KnownPartner {
  readonly name: string;
  readonly country?: string | undefined;
}

type Group = (typeof RESOURCE_GROUPS)[number];
type Counts = Map<string, number>;
type Resources = Map<string, { records: number; amountCents: number }>;

const PROJECT_GROUPS: Readonly<Record<string, Group>> = {
  running: "running",
  finished: "finished",
  proposed: "in-preparation",
  deliberated: "in-preparation",
  strategic: "in-preparation",
};

const PROJECT_AMOUNTS: Readonly<Record<Currency, string>> = {
  COP: "amountCopCents",
  USD: "amountUsdCents",
  EUR: "amountEurCents",
};

/** The amounts that a record states, and where they belong; none for a project that was not selected. */
function amountsOf({
  kind,
  details,
}: SpanRecord): { group: Group; currency: Currency; amountCents: number }[] {
  const group =
    kind === "attraction"
      ? "attracted"
      : kind === "project"
        ? PROJECT_GROUPS[String(details.status)]
        : undefined;
  if (!group) return [];
  const amountIn = (currency: Currency): unknown => {
    if (kind === "project") return details[PROJECT_AMOUNTS[currency]];
    return details.currency === currency ? details.amountCents : undefined;
  };
  return CURRENCIES.flatMap((currency) => {
    const amountCents = amountIn(currency);
    return typeof amountCents === "number" && amountCents > 0 ? [{ group, currency, amountCents }] : [];
  });
}

const add = (counts: Counts, keys: Iterable<string>): void => {
  for (const key of new Set(keys)) counts.set(key, (counts.get(key) ?? 0) + 1);
};

function addAmount(resources: Resources, key: string, amountCents: number): void {
  const { records, amountCents: before } = resources.get(key) ?? { records: 0, amountCents: 0 };
  resources.set(key, { records: records + 1, amountCents: before + amountCents });
}

const byMost =
  <T extends { readonly records: number }>(keyOf: (one: T) => string) =>
  (a: T, b: T): number =>
    b.records - a.records || (keyOf(a) < keyOf(b) ? -1 : 1);

export class YearParts {
  readonly #sectorOf: ReadonlyMap<string, string>;
  readonly #approved: Counts = new Map();
  readonly #reported: Counts = new Map();
  readonly #kinds: Counts = new Map();
  readonly #activities: Counts = new Map();
  readonly #partners: Counts = new Map();
  readonly #countries: Counts = new Map();
  readonly #sdgs: Counts = new Map();
  readonly #populations: Counts = new Map();
  readonly #resources: Resources = new Map();
  readonly #byEntity: Resources = new Map();
  /** Approved records, each once. */
  total = 0;

  constructor(sectorOf: ReadonlyMap<string, string>) {
    this.#sectorOf = sectorOf;
  }

  add(record: SpanRecord): void {
    const { involved } = record;
    const sectors = involved.map((id) => `sector/${this.#sectorOf.get(id)}`);
    const isApproved = record.state === "approved";
    add(isApproved ? this.#approved : this.#reported, [...involved, ...sectors]);
    if (!isApproved) return;
    this.total += 1;
    add(this.#kinds, [record.kind]);
    add(this.#activities, [record.activityId]);
    add(this.#partners, record.partnerIds);
    add(this.#countries, record.countries);
    add(this.#sdgs, record.sdgs);
    add(this.#populations, record.populations);
    for (const { group, currency, amountCents } of amountsOf(record)) {
      addAmount(this.#resources, `${group}/${currency}`, amountCents);
      if (MOBILISED.includes(group)) addAmount(this.#byEntity, `${record.entityId}/${currency}`, amountCents);
    }
  }

  /** By entity and sector, approved and waiting. */
  get parts(): Parts {
    return { approved: this.#approved, reported: this.#reported };
  }

  get byKind(): AnnualSnapshot["byKind"] {
    return KINDS.flatMap((kind) => {
      const records = this.#kinds.get(kind) ?? 0;
      return records === 0 ? [] : [{ kind, records }];
    });
  }

  /** All that are offered today, and those that a record names. */
  activitiesOf({ activities }: Pick<Catalogues, "activities">): AnnualSnapshot["activities"] {
    return activities
      .map(({ id, parentId = "", number = 0, active }) => ({
        ...{ id, lineId: parentId, number, active },
        records: this.#activities.get(id) ?? 0,
      }))
      .filter(({ active, records }) => active || records > 0)
      .map(({ active: _active, ...activity }) => activity);
  }

  partnersOf(known: ReadonlyMap<string, KnownPartner>): AnnualSnapshot["partners"] {
    return [...this.#partners]
      .map(([id, records]) => {
        const { name, country } = known.get(id) ?? { name: id };
        return { name, ...(country !== undefined && { country }), records };
      })
      .sort(byMost(({ name }) => name));
  }

  get countries(): AnnualSnapshot["countries"] {
    return [...this.#countries]
      .map(([country, records]) => ({ country, records }))
      .sort(byMost(({ country }) => country));
  }

  sdgsOf = ({ sdgs }: Pick<Catalogues, "sdgs">) => this.#coded(sdgs, this.#sdgs);
  populationsOf = ({ populations }: Pick<Catalogues, "populations">) =>
    this.#coded(populations, this.#populations);

  #coded(items: readonly CatalogueItem[], counts: Counts): { id: string; records: number }[] {
    return items.map(({ id }) => ({ id, records: counts.get(id) ?? 0 })).filter(({ records }) => records > 0);
  }

  get resources(): AnnualSnapshot["resources"] {
    return [...this.#resources]
      .map(([key, sum]) => {
        const [group, currency] = key.split("/") as [Group, Currency];
        return { group, currency, ...sum };
      })
      .sort(
        (a, b) =>
          CURRENCIES.indexOf(a.currency) - CURRENCIES.indexOf(b.currency) || (a.group < b.group ? -1 : 1),
      );
  }

  resourcesOf({ entities }: Pick<Catalogues, "entities">): AnnualSnapshot["resourcesByEntity"] {
    return entities.flatMap(({ id }) =>
      CURRENCIES.flatMap((currency) => {
        const sum = this.#byEntity.get(`${id}/${currency}`);
        return sum ? [{ entityId: id, currency, ...sum }] : [];
      }),
    );
  }
}
