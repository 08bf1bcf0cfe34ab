/** The records that a report lists, in the bucket: a line of JSON each, written as they are read, and never all held. */
import { createInterface } from "node:readline";
import { finished } from "node:stream/promises";
import { listedLine, listedRecordSchema } from "../domain/reports/listedRecord.ts";
import type { ListedRecords } from "../domain/reports/ReportKind.ts";
import { type Bucket, fileWriter } from "./editions.ts";
import type { Keep } from "./RecordList.ts";

/** A list while it is written. */
export interface ListWriter {
  readonly keep: Keep;
  /** Once all have been kept; throws when the bucket has refused. */
  end(): Promise<void>;
  /** Gives it up: nothing of it stays. */
  drop(): void;
}

/** Writes a list to an object, which exists once it has ended. */
export function writeList(bucket: Bucket, path: string, name: string): ListWriter {
  const output = fileWriter(bucket, path, "ndjson", name);
  let refused: unknown;
  output.on("error", (error: unknown) => {
    refused ??= error;
  });
  const drained = async () => {
    if (refused) throw refused;
    await new Promise<void>((resolve) => {
      const settle = () => {
        output.off("drain", settle).off("error", settle);
        resolve();
      };
      output.on("drain", settle).on("error", settle);
    });
  };
  return {
    keep: async (record) => {
      if (refused) throw refused;
      if (!output.write(listedLine(record))) await drained();
    },
    end: async () => {
      output.end();
      await finished(output);
    },
    drop: () => void output.destroy(),
  };
}

/** Reads a list from the bucket, from the first record on at every call. */
export const readList = (bucket: Bucket, path: string): ListedRecords =>
  async function* () {
    const input = bucket.file(path).createReadStream({ decompress: false });
    const lines = createInterface({ input, crlfDelay: Number.POSITIVE_INFINITY });
    // The interface swallows what its input throws.
    let failure: unknown;
    input.on("error", (error: unknown) => {
      failure = error;
      lines.close();
    });
    for await (const line of lines) if (line !== "") yield listedRecordSchema.parse(JSON.parse(line));
    if (failure) throw failure;
  };
