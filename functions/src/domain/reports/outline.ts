/** What of a report can be written before it is published: its parts in order, and the texts that each may have. */
import * as z from "zod/mini";
import { bilingualSchema } from "./bilingual.ts";
import { textKeySchema } from "./reportText.ts";

export const SLOT_KINDS = ["letter", "introduction", "comment", "explanation", "narrative"] as const;

const slotSchema = z.strictObject({
  key: textKeySchema,
  kind: z.enum(SLOT_KINDS),
  /** What it is about. */
  title: bilingualSchema,
  /** Narratives alone: as the entity wrote it and the Office approved it. */
  original: z.exactOptional(z.string()),
  /** Explanations alone: the result is behind, and its reader will ask why. */
  isAsked: z.exactOptional(z.literal(true)),
});
export type Slot = z.infer<typeof slotSchema>;

export const outlineSchema = z.array(
  z.strictObject({ id: z.string(), title: bilingualSchema, slots: z.array(slotSchema) }),
);
export type Outline = z.infer<typeof outlineSchema>;
