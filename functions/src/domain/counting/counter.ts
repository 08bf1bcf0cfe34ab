/** Counters: an indicator's definition under the name that tallies keep it by. */
import { canonicalJson } from "../canonicalJson.ts";
import type { Definition, Indicator } from "../indicator.ts";
import { definitionOf } from "../indicator.ts";

/** `l1-r1@2`: the indicator, and the version since which it counts as it does. */
export type CounterId = string;

export const counterIdOf = (indicatorId: string, ruleVersion: number): CounterId =>
  `${indicatorId}@${ruleVersion}`;

/** The counter whose figures an indicator shows. */
export const counterOf = ({ id, ruleVersion }: Pick<Indicator, "id" | "ruleVersion">): CounterId =>
  counterIdOf(id, ruleVersion);

/** A definition that is counted, by whichever version. */
export interface Counter {
  readonly counterId: CounterId;
  readonly indicatorId: string;
  readonly definition: Definition;
}

/**
 * All that is counted: the definition in force of every indicator that is active, and beside it the next one while
 * that is being counted for the first time, so that it is complete when figures switch over.
 */
export const countersOf = (indicators: readonly Indicator[]): Counter[] =>
  indicators.flatMap((indicator) => {
    const { id, ruleVersion, next } = indicator;
    return [
      ...(indicator.active && ruleVersion > 0
        ? [{ counterId: counterOf(indicator), indicatorId: id, definition: definitionOf(indicator) }]
        : []),
      ...(next?.definition.active
        ? [{ counterId: counterIdOf(id, next.version), indicatorId: id, definition: next.definition }]
        : []),
    ];
  });

/** What of a definition decides what is counted; anything else may change without a recount. */
function countingPartOf(definition: Definition): unknown {
  const { type, rule, active } = definition;
  const dimensions = "dimensions" in definition ? definition.dimensions.toSorted() : [];
  return { type, rule, active, dimensions, of: "of" in definition ? definition.of : undefined };
}

/** Whether a definition counts other things than the one before it, or in other ways; a first one does. */
export const countsDifferently = (before: Definition | undefined, after: Definition): boolean =>
  before === undefined || canonicalJson(countingPartOf(before)) !== canonicalJson(countingPartOf(after));

/** Whether its figures must wait until all is counted under it; what is retired or quoted has nothing to count. */
export const needsCount = (before: Definition | undefined, after: Definition): boolean =>
  after.active && after.type !== "statistic" && countsDifferently(before, after);
