/** The two records of a pair, as far as they are there. */
import type { Duplicate } from "#domain/duplicate.ts";
import { type DraftRecord, draftRecordSchema } from "#domain/record/record.ts";
import { readOne, type Stored } from "../../../data/read.ts";

export interface Pair {
  readonly id: string;
  readonly members: readonly string[];
  readonly records: readonly Stored<DraftRecord>[];
}

export async function loadPairRecords({ id, data }: Stored<Duplicate>): Promise<Pair> {
  const found = await Promise.all(data.members.map((path) => readOne(path, draftRecordSchema)));
  return { id, members: data.members, records: found.filter((record) => record !== undefined) };
}
