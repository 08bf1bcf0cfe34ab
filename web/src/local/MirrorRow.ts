/** What lists need of a record: enough to show, find and sort it without the rest. */
import type { Kind } from "#domain/record/kinds.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import type { State } from "#domain/record/states.ts";
import { folded } from "#domain/similarity/folded.ts";
import type { Stored } from "../data/read.ts";

export interface MirrorRow {
  readonly path: string;
  readonly id: string;
  readonly entityId: string;
  readonly kind: Kind;
  readonly state: State;
  readonly disclosure: DraftRecord["disclosure"];
  readonly isExample: boolean;
  readonly title: string;
  /** As it was typed: of a draft it may be no day. */
  readonly happenedOn: string;
  readonly participants: readonly string[];
  readonly partnerIds: readonly string[];
  /** Milliseconds since 1970. */
  readonly updatedAt: number;
  /** All its texts, in lower case and without accents. */
  readonly text: string;
}

export function rowOf({ path, id, data }: Stored<DraftRecord>): MirrorRow {
  const { entityId, kind, state, disclosure, isExample, title, happenedOn, participants, partnerIds } = data;
  const texts = [title, data.summary, data.citizenBenefit, data.fileNumber, ...Object.values(data.details)];
  return {
    ...{ path, id, entityId, kind, state, disclosure, isExample },
    ...{ title: title?.trim() ?? "", happenedOn: happenedOn ?? "" },
    ...{ participants: participants ?? [], partnerIds: partnerIds ?? [] },
    updatedAt: data.updatedAt.getTime(),
    text: folded(texts.filter((text) => typeof text === "string").join("\n")),
  };
}
