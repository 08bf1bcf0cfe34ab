/** What a form tells of work that exists already: whose, with which partner, and which records look like this one. */
import { isDay } from "#domain/calendar.ts";
import type { Dealing } from "#domain/dealing.ts";
import type { Kind } from "#domain/record/kinds.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { type Comparable, recordSimilarity, SUSPICIOUS } from "#domain/similarity/recordSimilarity.ts";
import type { Stored } from "../../../data/read.ts";
import type { Values } from "../../../forms/values.ts";

/** A record that may be the same as the one in the form. */
export interface Similar {
  readonly entityId: string;
  readonly recordId: string;
  readonly title: string;
  readonly on: string;
  readonly score: number;
}

interface InForm {
  readonly kind: Kind;
  readonly entityId: string;
  readonly recordId: string;
  readonly values: Values;
}

export interface Found {
  /** By partner; of the entity's own as well. */
  readonly dealings: readonly Dealing[];
  readonly own: readonly Stored<DraftRecord>[];
}

const textOf = (value: unknown): string => (typeof value === "string" ? value : "");

/** What the form says so far, as far as it can be compared. */
export function comparableIn({ kind, values }: Pick<InForm, "kind" | "values">): Comparable | undefined {
  const on = textOf(values["details.signedOn"]) || textOf(values.happenedOn);
  const title = textOf(values.title).trim();
  if (title === "" || !isDay(on)) return undefined;
  return { kind, title, on, partnerIds: (values.partnerIds as string[] | undefined) ?? [] };
}

function ownOf({ id, data }: Stored<DraftRecord>): (Similar & Comparable) | undefined {
  const { kind, title = "", happenedOn: on = "", partnerIds = [], entityId, state } = data;
  return state === "withdrawn"
    ? undefined
    : { kind, title, on, partnerIds, entityId, recordId: id, score: 0 };
}

function openOf({ open, kind, partnerIds, entityId }: Dealing): (Similar & Comparable) | undefined {
  return (
    open && { kind, partnerIds, entityId, recordId: open.recordId, title: open.title, on: open.on, score: 0 }
  );
}

/** Records that look like the one in the form, of the entity itself and of what is public; the likeliest first. */
export function similarRecords(form: InForm, { dealings, own }: Found): Similar[] {
  const mine = comparableIn(form);
  if (!mine) return [];
  const others = [...own.map(ownOf), ...dealings.map(openOf)].filter((other) => other !== undefined);
  const scored = others
    .filter(({ recordId }) => recordId !== form.recordId)
    .map((other) => ({ ...other, score: recordSimilarity(mine, other) }))
    .filter(({ score }) => score >= SUSPICIOUS);
  return [...new Map(scored.map((one) => [one.recordId, one])).values()].toSorted(
    (a, b) => b.score - a.score,
  );
}

/** What other entities do with the partner: plans first, since these can still be joined; then the latest. */
export const othersWith = (partnerId: string, entityId: string, { dealings }: Found): Dealing[] =>
  dealings
    .filter((dealing) => dealing.entityId !== entityId && dealing.partnerIds.includes(partnerId))
    .toSorted((a, b) => Number(b.isPlanned) - Number(a.isPlanned) || (a.month < b.month ? 1 : -1));
