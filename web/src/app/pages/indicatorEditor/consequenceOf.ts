/** What saving the answers would do, so that it can be said before. */
import { canonicalJson } from "#domain/canonicalJson.ts";
import { needsCount } from "#domain/counting/counter.ts";
import { definitionOf, definitionSchema, type Indicator } from "#domain/indicator.ts";

/**
 * `first-count`: a new indicator shows its figure once all is counted; `recount`: the figures are the version in force's
 * until then; `retired`: it is counted no more; `at-once`; `nothing` has changed.
 */
export type Consequence = "first-count" | "recount" | "retired" | "at-once" | "nothing";

const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);

/** `undefined` while the answers are not complete; `stored` is absent for a new indicator. */
export function consequenceOf(stored: Indicator | undefined, input: unknown): Consequence | undefined {
  const parsed = definitionSchema.safeParse(input);
  if (!parsed.success) return undefined;
  const after = parsed.data;
  const before = stored && definitionOf(stored);
  if (before && same(before, after)) return "nothing";
  if (before?.active && !after.active) return "retired";
  if (!needsCount(before, after)) return "at-once";
  return before ? "recount" : "first-count";
}
