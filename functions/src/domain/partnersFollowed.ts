/** What a record, an amendment or a network says once its partners are called by the directory's present ids. */
import type { Amendment } from "./amendment.ts";
import type { Partner } from "./partner.ts";
import { derivedFrom } from "./record/derivedFrom.ts";
import type { DraftRecord } from "./record/record.ts";

/** The directory as far as it is needed: partners by id, those that were merged among them. */
export interface Directory {
  /** The partner that an id stands for today. */
  readonly currentId: (id: string) => string;
  readonly partnerOf: (id: string) => Partner | undefined;
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** The ids of today, each once, in their order. */
export const currentIds = (ids: readonly string[], { currentId }: Directory): string[] => [
  ...new Set(ids.map(currentId)),
];

/** The record with what its partners are and are called today; `undefined` where that changes nothing. */
export function recordFollowed(record: DraftRecord, directory: Directory): DraftRecord | undefined {
  if (!record.partnerIds) return undefined;
  const partnerIds = currentIds(record.partnerIds, directory);
  const known = partnerIds.flatMap((id) => {
    const partner = directory.partnerOf(id);
    return partner ? [{ id, partner }] : [];
  });
  // What a draft derives is made when it is sent.
  const derived = record.derived && { ...record.derived, ...derivedFrom(known) };
  const isSame = same(partnerIds, record.partnerIds) && same(derived, record.derived);
  return isSame ? undefined : { ...record, partnerIds, ...(derived && { derived }) };
}

type Values = Readonly<Record<string, unknown>>;

function valuesFollowed<V extends Values>(values: V, directory: Directory): V {
  const lists = ["partnerIds", "derived.networkIds"].flatMap((key) => {
    const list = values[key];
    return Array.isArray(list) ? [[key, currentIds(list as string[], directory)] as const] : [];
  });
  return lists.length === 0 ? values : { ...values, ...Object.fromEntries(lists) };
}

/** The amendment with the ids of today in all that it changes and replaced; `undefined` where it stays as it is. */
export function amendmentFollowed(amendment: Amendment, directory: Directory): Amendment | undefined {
  const { changes, replaced, applied } = amendment;
  const next: Amendment = {
    ...amendment,
    changes: valuesFollowed(changes, directory),
    ...(replaced && { replaced: valuesFollowed(replaced, directory) }),
    ...(applied && { applied: valuesFollowed(applied, directory) }),
  };
  return same(next, amendment) ? undefined : next;
}
