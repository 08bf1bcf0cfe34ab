/** The id of a mapping: the same for the same heads, so that two people who map one sheet keep one mapping. */
import type { ImportMapping } from "#domain/import/importMapping.ts";
import { recordIdOf } from "../rows/recordIdOf.ts";
import { normal } from "../words.ts";

export const mappingIdOf = ({ columns }: ImportMapping): Promise<string> =>
  recordIdOf(
    "",
    columns
      .map(({ header }) => normal(header))
      .toSorted()
      .join("|"),
  );
