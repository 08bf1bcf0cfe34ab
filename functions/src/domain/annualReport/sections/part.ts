/** The heading of a part of the annual report, and what the Office says of it. */
import { textBlocks } from "../../reports/textBlocks.ts";
import type { Writing } from "../../reports/Writing.ts";
import type { AnnualSnapshot } from "../annualSnapshot.ts";
import type { Block } from "../block.ts";
import { PARTS, type PartId } from "./titles.ts";

export const commentKeyOf = (part: PartId): string => `comment~${part}`;

export function* partBlocks(
  part: PartId,
  { texts }: Pick<AnnualSnapshot, "texts">,
  w: Writing,
): Iterable<Block> {
  yield { type: "heading", level: 1, text: w.pick(PARTS[part]), id: part };
  yield* textBlocks(texts, commentKeyOf(part), w);
}
