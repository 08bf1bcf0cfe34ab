/** What a source is worth: the one place that decides what counts, where, and for whom. */
import { bogotaDay, type Day, isDay } from "../calendar.ts";
import { OFFICE_ENTITY_ID } from "../catalogue.ts";
import type { Condition, Definition, Dimension } from "../indicator.ts";
import type { Counter, CounterId } from "./counter.ts";
import { partsOf } from "./partsOf.ts";
import type { Source } from "./source.ts";

/** `reported` waits for the Office; only `approved` is official. */
export type Standing = "reported" | "approved";
/** Public records are what citizens count; the rest is added for those inside. */
export type Audience = "public" | "restricted";

/** One source's worth to one counter. */
export interface Credit {
  readonly counterId: CounterId;
  readonly standing: Standing;
  readonly audience: Audience;
  /** The day that it counts on. */
  readonly day: Day;
  /** The lead first, then the participants, each once. */
  readonly entityIds: readonly string[];
  readonly values: Partial<Record<Dimension, readonly string[]>>;
  /** Sums: what it adds, by currency or as `n`. Distinct counts: 1 for each thing that it names. */
  readonly parts: Readonly<Record<string, number>>;
  /** Whether the parts are each entity's that took part, or the lead's alone, as amounts are. */
  readonly partsAreShared: boolean;
  /** Milestones alone: the state reached. */
  readonly stateId?: string;
}

type Values = Readonly<Record<string, unknown>>;

function valueAt(data: Values, field: string): unknown {
  return field.split(".").reduce<unknown>((at, key) => (at as Values | undefined)?.[key], data);
}

const isFilled = (value: unknown): boolean =>
  value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

function meets(data: Values, condition: Condition): boolean {
  const value = valueAt(data, condition.field);
  if ("present" in condition) return isFilled(value) === condition.present;
  if ("atLeast" in condition) return typeof value === "number" && value >= condition.atLeast;
  const among = (one: unknown) => (condition.in as readonly unknown[]).includes(one);
  return Array.isArray(value) ? value.some(among) : among(value);
}

function standingOf(source: Source): Standing | undefined {
  // Of one report the first published edition counts, whatever others take its place.
  if (source.from === "editions")
    return source.data.publishedAt && source.data.replacesId === undefined ? "approved" : undefined;
  if (source.data.isExample) return undefined;
  if (source.from === "decisions") return source.data.withdrawnAt ? undefined : "approved";
  if (source.data.state === "approved") return "approved";
  return source.data.state === "submitted" ? "reported" : undefined;
}

/**
 * An instrument counts on the day that it was signed or joined, an edition on the day that it was published or, made
 * before Bitácora, that it bears; everything else on the day that it happened.
 */
export function dayOf(source: Source): Day | undefined {
  if (source.from === "decisions") return source.data.decidedOn;
  if (source.from === "editions")
    return source.data.issuedOn ?? (source.data.publishedAt && bogotaDay(source.data.publishedAt));
  const { data } = source;
  const day = data.kind === "instrument" ? (data.details.signedOn ?? data.happenedOn) : data.happenedOn;
  return day !== undefined && isDay(day) ? day : undefined;
}

function isAbout(source: Source, { indicatorId, definition }: Counter): boolean {
  const { rule } = definition;
  if (rule.source === "external" || rule.source !== source.from) return false;
  if (rule.source === "records" && source.from === "records" && rule.kind !== source.data.kind) return false;
  if (!rule.where.every((condition) => meets(source.data, condition))) return false;
  return (
    definition.type !== "milestone" ||
    (source.from === "records" &&
      source.data.kind === "milestone" &&
      source.data.details.indicatorId === indicatorId)
  );
}

function entityIdsOf(source: Source): string[] {
  if (source.from !== "records") return [OFFICE_ENTITY_ID];
  const { entityId, participants = [] } = source.data;
  return [...new Set([entityId, ...participants])];
}

/** Where a record says each dimension; what is not of the envelope is a detail of the same name. */
const LISTED_IN: {
  readonly [D in Dimension]?: "countries" | "sdgs" | "programmes" | "themes" | "populations";
} = {
  country: "countries",
  sdg: "sdgs",
  programme: "programmes",
  theme: "themes",
  population: "populations",
};

function valuesOf(source: Source, definition: Definition): Credit["values"] {
  if (source.from !== "records" || !("dimensions" in definition)) return {};
  const { data } = source;
  const details: Values = data.details;
  const of = (dimension: Dimension): readonly string[] => {
    const list = LISTED_IN[dimension];
    if (list) return data[list] ?? [];
    if (dimension === "partnerCategory") return data.derived?.partnerCategories ?? [];
    const value = details[dimension];
    return typeof value === "string" && value !== "" ? [value] : [];
  };
  return Object.fromEntries(
    definition.dimensions.map((dimension) => [dimension, [...new Set(of(dimension))]]),
  );
}

/**
 * The credits of a source under the given counters: none for a draft, a returned, withdrawn or example record, one for
 * each counter whose rule it meets otherwise. A sum or a distinct count is credited nothing by a record without parts.
 */
export function creditsOf(source: Source, counters: readonly Counter[]): Credit[] {
  const standing = standingOf(source);
  const day = dayOf(source);
  if (standing === undefined || day === undefined) return [];
  const stateId =
    source.from === "records" && source.data.kind === "milestone" ? source.data.details.stateId : undefined;
  return counters
    .filter((counter) => isAbout(source, counter))
    .map(({ counterId, definition }) => ({
      counterId,
      standing,
      audience: audienceOf(source),
      day,
      entityIds: entityIdsOf(source),
      values: valuesOf(source, definition),
      parts: partsOf(source, definition),
      partsAreShared: definition.type === "distinct",
      ...(definition.type === "milestone" && stateId !== undefined && { stateId }),
      hasParts: definition.type === "sum" || definition.type === "distinct",
    }))
    .filter(({ hasParts, parts }) => !hasParts || Object.keys(parts).length > 0)
    .map(({ hasParts: _, ...credit }) => credit);
}

const audienceOf = (source: Source): Audience =>
  source.from === "editions" || source.data.disclosure === "public" ? "public" : "restricted";
