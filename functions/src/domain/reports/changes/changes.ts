/** What an edition says against the one before it: figure by figure, and how many records came, changed and went. */
import * as z from "zod/mini";
import { idSchema } from "../fields.ts";
import { CURRENCIES } from "../indicator.ts";
import { bilingualSchema } from "../reports/bilingual.ts";

const figure = z.union([z.number(), z.string()]);

/** A total in the strategy, a milestone's state, the last number that is quoted; or one of its records. */
const figureChangeSchema = z.strictObject({
  indicatorId: idSchema,
  name: bilingualSchema,
  /** Of money alone. */
  currency: z.exactOptional(z.enum(CURRENCIES)),
  /** Absent where the edition did not have it. */
  before: z.exactOptional(figure),
  after: z.exactOptional(figure),
  /** Milestones alone: what the states are called. */
  beforeName: z.exactOptional(bilingualSchema),
  afterName: z.exactOptional(bilingualSchema),
});
export type FigureChange = z.infer<typeof figureChangeSchema>;

export const changesSchema = z.strictObject({
  /** Which edition it is compared with, and what that one looked at. */
  editionId: idSchema,
  cutOffOn: z.iso.date(),
  consultedOn: z.iso.date(),
  figures: z.array(figureChangeSchema),
  approvedRecords: z.strictObject({ before: z.int(), after: z.int() }),
  records: z.strictObject({ added: z.int(), changed: z.int(), gone: z.int() }),
});
export type Changes = z.infer<typeof changesSchema>;
