/** Where a file of an edition stands in a list: the reader's language first, the data last. */
import type { Edition } from "../edition.ts";

type Ranked = Pick<Edition["files"][number], "format" | "language">;

export const fileRank = ({ format, language }: Ranked, reader: Ranked["language"]): number =>
  (format === "json" || format === "ndjson" ? 2 : 0) + (language === reader ? 0 : 1);
