/** What an edition says against the one before it: figure by figure, and how many records came, changed and went. */
import * as z from "zod/mini";
import { idSchema } from "../../fields.ts";
import { CURRENCIES } from "../../indicator.ts";
import { type Bilingual, bilingualSchema } from "../bilingual.ts";

const figure = z.union([z.number(), z.string()]);

const figureChangeSchema = z.strictObject({
  indicatorId: idSchema,
  name: bilingualSchema,
  /** What it looks at, where a report has several figures of one result: the month, the year. */
  span: z.exactOptional(bilingualSchema),
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

/** A figure that a report shows: an amount, a milestone's state, or a number that is quoted. */
export interface ReportFigure extends Pick<FigureChange, "indicatorId" | "name" | "span" | "currency"> {
  /** Its name among the report's figures: `id`; of money `id~USD`. */
  readonly key: string;
  readonly figure: number | string;
  /** Printed beside the result's own figure; an edition does not keep it. */
  readonly isDetail?: boolean;
  /** Milestones alone: what the state is called. */
  readonly stateName?: Bilingual;
}

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
