/** How likely two records tell of one thing: same kind, a partner in common, days near each other, similar titles. */
import { type Day, isDay } from "../calendar.ts";
import type { Kind } from "../record/kinds.ts";
import { textSimilarity } from "./textSimilarity.ts";

/** What is compared of a record. */
export interface Comparable {
  readonly kind: Kind;
  readonly title: string;
  /** When it was held, or signed. */
  readonly on: Day;
  readonly partnerIds: readonly string[];
}

/** Records further apart are two things, whatever they are called. */
export const MOST_DAYS_APART = 60;

/** From here on a person is asked. */
export const SUSPICIOUS = 0.6;

const WEIGHTS = { title: 0.5, day: 0.3, partners: 0.2 } as const;
/** With less in common the titles tell of two things: one partner may be met twice on a day. */
const LEAST_TITLE = 0.35;

const DAY_MS = 86_400_000;
const daysBetween = (a: Day, b: Day): number => Math.abs(Date.parse(a) - Date.parse(b)) / DAY_MS;

/** Of all partners that both name, the share that both have. */
function sharedPartners(a: readonly string[], b: readonly string[]): number {
  const all = new Set([...a, ...b]);
  return all.size === 0 ? 0 : [...all].filter((id) => a.includes(id) && b.includes(id)).length / all.size;
}

/**
 * From 0 to 1; the order of the two does not matter. 0 where the kinds differ, no partner is common, the titles have little
 * in common, a day is not known yet or they lie more than `MOST_DAYS_APART` apart.
 */
export function recordSimilarity(a: Comparable, b: Comparable): number {
  const partners = sharedPartners(a.partnerIds, b.partnerIds);
  if (a.kind !== b.kind || partners === 0 || !isDay(a.on) || !isDay(b.on)) return 0;
  const apart = daysBetween(a.on, b.on);
  if (apart > MOST_DAYS_APART) return 0;
  const title = textSimilarity(a.title, b.title);
  if (title < LEAST_TITLE) return 0;
  const near = 1 - apart / MOST_DAYS_APART;
  return WEIGHTS.title * title + WEIGHTS.day * near + WEIGHTS.partners * partners;
}
