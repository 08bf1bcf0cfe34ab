/** Random contents of records, of the kinds that count and one that does not, anywhere in the years that tallies hold. */
import { type Changes, valuesAt } from "#domain/amendment.ts";
import { monthsOf } from "#domain/calendar.ts";
import type { Disclosure } from "#domain/record/envelope.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { Random } from "../support/random.ts";

/** What people type of a record, and what the server derives from it; whole documents add the rest. */
export interface Contents {
  readonly kind: Kind;
  readonly details: Readonly<Record<string, unknown>>;
  readonly disclosure: Disclosure;
  readonly [field: string]: unknown;
}

const KINDS = [
  ...(["instrument", "instrument", "instrument", "project", "project", "attraction", "interaction"] as const),
  ...(["interaction", "session", "milestone", "practice"] as const),
];

/** Networks among them are `ucci` and `iclei`. */
const PARTNERS = ["ucci", "iclei", "montevideo", "madrid", "un-habitat"] as const;
const NETWORKS: readonly string[] = ["ucci", "iclei"];

const MILESTONES = [
  ["l2-r1", ["in-preparation", "published", "updated"]],
  ["l3-r2", ["draft", "issued", "published"]],
  ["l4-r4", ["designed", "under-implementation"]],
] as const;

/** Mostly within the strategy; some before, some after, and one that was typed half. */
export function randomDay(random: Random): string {
  const year = random.chance(0.85) ? 2024 + random.below(4) : random.pick([2009, 2019, 2023, 2028, 2031]);
  return `${random.pick(monthsOf(year))}-${String(1 + random.below(28)).padStart(2, "0")}`;
}

/** Up to `most` of the items, each once. */
export function some<T>(items: readonly T[], most: number, random: Random): T[] {
  const chosen = Array.from({ length: random.below(most + 1) }, () => random.pick(items));
  return [...new Set(chosen)];
}

function detailsOf(kind: Kind, day: string, random: Random): Record<string, unknown> {
  const { pick, below, chance } = random;
  switch (kind) {
    case "instrument":
      return {
        instrumentKind: pick(["mou", "agreement", "network"]),
        scope: pick(["bilateral", "multilateral"]),
        formality: pick(["signed", "informal"]),
        direction: pick(["supply", "demand", "mutual"]),
        status: pick(["signed", "active", "ended", "negotiating"]),
        ...(chance(0.7) && { signedOn: day }),
      };
    case "project":
      return {
        status: pick(["running", "finished", "proposed"]),
        ...(chance(0.7) && { amountCopCents: below(5) * 1_000_000_00 }),
        ...(chance(0.5) && { amountUsdCents: below(1_000_000_000) }),
        ...(chance(0.2) && { amountEurCents: below(10_000) }),
        ...(chance(0.8) && { beneficiaryCount: below(1_000) }),
      };
    case "attraction":
      return {
        attractionKind: pick(["tourists", "events", "investors"]),
        quantity: below(2_000),
        ...(chance(0.7) && { amountCents: below(1_000_000), currency: pick(["COP", "USD", "EUR"]) }),
      };
    case "interaction":
      return { interactionKind: pick(["meeting", "visit"]), status: pick(["held", "held", "planned"]) };
    case "session":
      return {
        body: pick(["intersectoral-commission", "internationalization-committee"]),
        status: pick(["held", "held", "called"]),
      };
    case "milestone": {
      const [indicatorId, states] = pick(MILESTONES);
      return { indicatorId, stateId: pick<string>(states), document: "Resolución 1" };
    }
    default:
      return {};
  }
}

/** What the server would derive from the partners. */
export const derivedOf = (partnerIds: readonly string[] = []) => ({
  partnerCategories: [...new Set(partnerIds.map((id) => (id === "madrid" ? "local" : "international")))],
  networkIds: partnerIds.filter((id) => NETWORKS.includes(id)),
});

/** @param others - entities that may have taken part */
export function randomContents(
  others: readonly string[],
  random: Random,
  kind: Kind = random.pick(KINDS),
): Contents {
  const { pick, chance } = random;
  const day = randomDay(random);
  const partnerIds = some(PARTNERS, 3, random);
  return {
    kind,
    happenedOn: chance(0.98) ? day : day.slice(0, 6),
    participants: chance(0.5) ? some(others, 2, random) : [],
    partnerIds,
    countries: some(["MX", "ES", "FR", "BR"], 2, random),
    programmes: some(["pdd-p01", "pdd-p02"], 1, random),
    sdgs: some(["sdg-11", "sdg-13", "sdg-17"], 2, random),
    themes: some(["mobility", "climate"], 1, random),
    populations: some(["women", "youth"], 1, random),
    disclosure: chance(0.85) ? "public" : pick(["reserved", "classified"]),
    review: { strategic: chance(0.6) },
    derived: derivedOf(partnerIds),
    details: detailsOf(kind, day, random),
  };
}

const FIELDS = ["happenedOn", "participants", "partnerIds", "countries", "programmes", "sdgs", "populations"];

/** One to three fields of a record as they are in other contents of its kind. */
export function randomChanges(from: Pick<Contents, "details">, to: Contents, random: Random): Changes {
  const details = [...new Set([...Object.keys(from.details), ...Object.keys(to.details)])];
  const fields = [...FIELDS, ...details.map((name) => `details.${name}`)];
  return valuesAt(to, [random.pick(fields), ...some(fields, 2, random)]) as Changes;
}
