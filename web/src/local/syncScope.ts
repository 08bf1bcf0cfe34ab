/**
 * Brings a part of the mirror up to date, reading only what changed.
 *
 * What was written since is fetched by `updatedAt`. What left the part (a deleted draft, a withdrawn record) no query
 * can tell: it is found by comparing counts, which cost one read each, in ever smaller spans of time.
 */
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../data/read.ts";
import type { MirrorRow } from "./MirrorRow.ts";
import type { Scope } from "./scopesOf.ts";

/** From an instant on, up to and without another one; in milliseconds since 1970. */
export interface Span {
  readonly from?: number;
  readonly before?: number;
}

/** Bitácora's side: how many records of the part were last written in a span, and these, the oldest first, by pages. */
export interface RecordSource {
  readonly count: (scope: Scope, span: Span) => Promise<number>;
  readonly pages: (scope: Scope, span: Span) => AsyncIterable<readonly Stored<DraftRecord>[]>;
}

/** This computer's side. */
export interface MirrorPart {
  /** Those of the part that were last written in a span, the oldest first. */
  readonly within: (scope: Scope, span: Span) => readonly MirrorRow[];
  /** When the last record that `reached` told of was written; absent before the first. */
  readonly mark: (scope: Scope) => number | undefined;
  /** All that was written until then is here. */
  readonly reached: (scope: Scope, at: number) => Promise<void>;
  readonly put: (records: readonly Stored<DraftRecord>[]) => Promise<void>;
  readonly remove: (paths: readonly string[]) => Promise<void>;
}

/** Of two writes of one moment the later may be seen first: so long before the last one known is looked at once more. */
const OVERLAP_MS = 60_000;
/** A span of so many records is fetched rather than cut once more. */
const FEW = 40;

export async function syncScope(scope: Scope, mirror: MirrorPart, source: RecordSource): Promise<void> {
  const last = mirror.mark(scope);
  for await (const page of source.pages(scope, last === undefined ? {} : { from: last + 1 })) {
    await mirror.put(page);
    const latest = page.at(-1)?.data.updatedAt;
    if (latest) await mirror.reached(scope, latest.getTime());
  }
  if (last === undefined) return;
  await compare(scope, { from: last - OVERLAP_MS, before: last + 1 }, mirror, source);
  await compare(scope, {}, mirror, source);
}

async function compare(scope: Scope, span: Span, mirror: MirrorPart, source: RecordSource): Promise<void> {
  const here = mirror.within(scope, span);
  if ((await source.count(scope, span)) === here.length) return;
  const middle = here[here.length >> 1]?.updatedAt;
  const isOneMoment = middle === undefined || middle === here[0]?.updatedAt;
  if (here.length <= FEW || isOneMoment) return fetchAnew(scope, span, mirror, source);
  await compare(scope, { ...span, before: middle }, mirror, source);
  await compare(scope, { ...span, from: middle }, mirror, source);
}

async function fetchAnew(scope: Scope, span: Span, mirror: MirrorPart, source: RecordSource): Promise<void> {
  const left = new Set(mirror.within(scope, span).map(({ path }) => path));
  for await (const page of source.pages(scope, span)) {
    await mirror.put(page);
    for (const { path } of page) left.delete(path);
  }
  await mirror.remove([...left]);
}
