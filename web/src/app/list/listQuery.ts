/** What a person looks for in a list of records: part of the address, so that a view can be sent as a link. */
import { isDay, type PeriodId, periodOf } from "#domain/calendar.ts";
import { KINDS, type Kind } from "#domain/record/kinds.ts";
import { STATES, type State } from "#domain/record/states.ts";
import { folded } from "#domain/similarity/folded.ts";
import type { MirrorRow } from "../../local/MirrorRow.ts";

export interface ListQuery {
  readonly text: string;
  readonly state?: State;
  readonly kind?: Kind;
  readonly partnerId?: string;
  readonly entityId?: string;
  readonly periodId?: PeriodId;
  /** From 1 on. */
  readonly page: number;
}

/** The names that the parts have in an address. */
const NAMES = {
  text: "texto",
  state: "estado",
  kind: "clase",
  partnerId: "actor",
  entityId: "entidad",
  periodId: "semestre",
  page: "pagina",
} as const;

export function listQueryOf(address: URLSearchParams): ListQuery {
  const get = (part: keyof typeof NAMES) => address.get(NAMES[part]) || undefined;
  const state = STATES.find((known) => known === get("state"));
  const kind = KINDS.find((known) => known === get("kind"));
  const [partnerId, entityId, periodId] = [get("partnerId"), get("entityId"), get("periodId")];
  return {
    text: get("text") ?? "",
    ...(state && { state }),
    ...(kind && { kind }),
    ...(partnerId && { partnerId }),
    ...(entityId && { entityId }),
    ...(periodId && { periodId }),
    page: Math.max(1, Math.floor(Number(get("page"))) || 1),
  };
}

/** What else is looked for now; an empty text takes the condition back. */
export type ListChange = { readonly [Part in Exclude<keyof ListQuery, "page">]?: string } & {
  readonly page?: number;
};

export function addressOf(query: ListChange): string {
  const parts = Object.entries(NAMES).flatMap(([part, name]) => {
    const value = query[part as keyof ListChange];
    return value === undefined || value === "" || (part === "page" && value === 1)
      ? []
      : [[name, String(value)] as [string, string]];
  });
  return parts.length === 0 ? "" : `?${new URLSearchParams(parts)}`;
}

/** What waits for the person comes first. */
export const STATE_ORDER: readonly State[] = ["returned", "draft", "submitted", "approved", "withdrawn"];

const ORDER: Readonly<Record<State, number>> = Object.fromEntries(
  STATE_ORDER.map((state, index) => [state, index]),
) as Record<State, number>;

/** Those that waits for the person first, then by their day, the latest first; a draft by when it was written. */
export const sortedRows = (rows: readonly MirrorRow[], byState: boolean): MirrorRow[] =>
  rows.toSorted((a, b) => {
    const states = byState ? ORDER[a.state] - ORDER[b.state] : 0;
    if (states !== 0) return states;
    if (a.happenedOn !== b.happenedOn) return a.happenedOn < b.happenedOn ? 1 : -1;
    return b.updatedAt - a.updatedAt;
  });

/**
 * Those that are looked for, all conditions together; each word of the text stands in a text of the record or in a
 * name of one of its partners.
 *
 * @param namesOf - a partner's names, in lower case and without accents
 */
export function foundRows(
  rows: readonly MirrorRow[],
  query: ListQuery,
  namesOf: (partnerId: string) => string,
): MirrorRow[] {
  const { state, kind, partnerId, entityId, periodId } = query;
  const words = folded(query.text)
    .split(/\s+/)
    .filter((word) => word !== "");
  return rows.filter(
    (row) =>
      (state === undefined || row.state === state) &&
      (kind === undefined || row.kind === kind) &&
      (partnerId === undefined || row.partnerIds.includes(partnerId)) &&
      (entityId === undefined || row.entityId === entityId || row.participants.includes(entityId)) &&
      (periodId === undefined || (isDay(row.happenedOn) && periodOf(row.happenedOn) === periodId)) &&
      words.every(
        (word) => row.text.includes(word) || row.partnerIds.some((id) => namesOf(id).includes(word)),
      ),
  );
}
