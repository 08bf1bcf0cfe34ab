/** Hands on the records that a report lists, one by one, and remembers how many they were and what they hash to. */
import { createHash } from "node:crypto";
import type { KnownPartner, SpanRecord } from "../domain/annualReport/yearParts.ts";
import { type ListedRecord, listedLine, listedRecordSchema } from "../domain/reports/listedRecord.ts";

/** Takes each record in order; whoever asks for a snapshot decides where its list is kept. */
export type Keep = (record: ListedRecord) => void | Promise<void>;

export class RecordList {
  readonly #keep: Keep;
  readonly #partners: ReadonlyMap<string, KnownPartner>;
  readonly #hash = createHash("sha256");
  #count = 0;

  constructor(keep: Keep | undefined, partners: ReadonlyMap<string, KnownPartner>) {
    this.#keep = keep ?? (() => {});
    this.#partners = partners;
  }

  async add(record: SpanRecord, more: Pick<ListedRecord, "evidenceCount"> = {}): Promise<void> {
    const { entityId, recordId, version, kind, on, title, partnerIds, countries } = record;
    const listed = listedRecordSchema.parse({
      ...{ entityId, recordId, version, kind, on, title, countries },
      partners: this.namesOf(partnerIds),
      ...more,
    });
    this.#count += 1;
    this.#hash.update(listedLine(listed));
    await this.#keep(listed);
  }

  namesOf(partnerIds: readonly string[]): string[] {
    return partnerIds.map((id) => this.#partners.get(id)?.name ?? id);
  }

  /** Once all have been added. */
  end(): { count: number; sha256: string } {
    return { count: this.#count, sha256: this.#hash.digest("hex") };
  }
}
