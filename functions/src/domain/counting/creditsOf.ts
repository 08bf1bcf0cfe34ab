/** What a source is worth: the one place that decides what counts, where, and for whom. */
import { type Day, isDay } from "../calendar.ts";
import { OFFICE_ENTITY_ID } from "../catalogue.ts";
import type { Condition, Dimension, Indicator } from "../indicator.ts";
import type { Source } from "./source.ts";

/** `reported` waits for the Office; only `approved` is official. */
export type Standing = "reported" | "approved";
/** Public records are what citizens count; the rest is added for those inside. */
export type Audience = "public" | "restricted";

/** One source's worth to one indicator. */
export interface Credit {
  readonly indicatorId: string;
  readonly standing: Standing;
  readonly audience: Audience;
  /** The day that it counts on. */
  readonly day: Day;
  /** The lead first, then the participants, each once. */
  readonly entityIds: readonly string[];
  readonly values: Partial<Record<Dimension, readonly string[]>>;
  /** Milestones alone: the state reached. */
  readonly stateId?: string;
}

type Values = Readonly<Record<string, unknown>>;

function valueAt(data: Values, field: string): unknown {
  return field.split(".").reduce<unknown>((at, key) => (at as Values | undefined)?.[key], data);
}

const meets = (data: Values, condition: Condition): boolean =>
  (condition.in as readonly unknown[]).includes(valueAt(data, condition.field));

function standingOf(source: Source): Standing | undefined {
  if (source.data.isExample) return undefined;
  if (source.from === "decisions") return "approved";
  if (source.data.state === "approved") return "approved";
  return source.data.state === "submitted" ? "reported" : undefined;
}

/** An instrument counts on the day that it was signed or joined; everything else on the day that it happened. */
export function dayOf(source: Source): Day | undefined {
  if (source.from === "decisions") return source.data.decidedOn;
  const { data } = source;
  const day = data.kind === "instrument" ? (data.details.signedOn ?? data.happenedOn) : data.happenedOn;
  return day !== undefined && isDay(day) ? day : undefined;
}

const isAbout = (source: Source, indicator: Indicator): boolean => {
  const { rule } = indicator;
  if (rule.source !== source.from) return false;
  if (rule.source === "records" && source.from === "records" && rule.kind !== source.data.kind) return false;
  if (!rule.where.every((condition) => meets(source.data, condition))) return false;
  return (
    indicator.type !== "milestone" ||
    (source.from === "records" &&
      source.data.kind === "milestone" &&
      source.data.details.indicatorId === indicator.id)
  );
};

function entityIdsOf(source: Source): string[] {
  if (source.from === "decisions") return [OFFICE_ENTITY_ID];
  const { entityId, participants = [] } = source.data;
  return [...new Set([entityId, ...participants])];
}

function valuesOf(source: Source, indicator: Indicator): Credit["values"] {
  if (indicator.type !== "count" || source.from !== "records") return {};
  const details: Values = source.data.details;
  const one = (value: unknown): string[] => (typeof value === "string" && value !== "" ? [value] : []);
  return Object.fromEntries(
    indicator.dimensions.map((dimension) => [
      dimension,
      dimension === "country" ? [...new Set(source.data.countries ?? [])] : one(details[dimension]),
    ]),
  );
}

/**
 * The credits of a source under the given indicators: none for a draft, a returned, withdrawn or example record,
 * one for each indicator whose rule it meets otherwise.
 */
export function creditsOf(source: Source, indicators: readonly Indicator[]): Credit[] {
  const standing = standingOf(source);
  const day = dayOf(source);
  if (standing === undefined || day === undefined) return [];
  const stateId =
    source.from === "records" && source.data.kind === "milestone" ? source.data.details.stateId : undefined;
  return indicators
    .filter((indicator) => indicator.active && isAbout(source, indicator))
    .map((indicator) => ({
      indicatorId: indicator.id,
      standing,
      audience: source.data.disclosure === "public" ? "public" : "restricted",
      day,
      entityIds: entityIdsOf(source),
      values: valuesOf(source, indicator),
      ...(indicator.type === "milestone" && stateId !== undefined && { stateId }),
    }));
}
