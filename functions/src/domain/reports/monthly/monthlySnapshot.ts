/** What a monthly management report is made from: a month of the city, frozen. */
import * as z from "zod/mini";
import { MONTH_PATTERN } from "../../editions/subject.ts";
import { idSchema } from "../../fields.ts";
import { PERIOD_PATTERN } from "../../halfYearReport.ts";
import { CURRENCIES, targetSchema } from "../../indicator.ts";
import { KINDS } from "../../record/kinds.ts";
import { bilingualSchema } from "../bilingual.ts";
import { decisionSchema, instrumentSchema, sessionSchema, snapshotHead, whole } from "../snapshotParts.ts";

/** Approved amounts; things that are counted once do not add up from one span to another. */
const amounts = {
  inMonth: z.int(),
  /** In the month before. */
  before: z.int(),
  /** From the first of January to the end of the month. */
  inYear: z.int(),
  inStrategy: z.int(),
};
const named = { id: idSchema, name: bilingualSchema };

const measureSchema = z.strictObject({
  type: z.literal("measure"),
  ...named,
  unit: bilingualSchema,
  isDistinct: z.boolean(),
  target: z.exactOptional(targetSchema),
  ...amounts,
});
const moneySchema = z.strictObject({
  type: z.literal("money"),
  ...named,
  currencies: z.array(z.strictObject({ currency: z.enum(CURRENCIES), ...amounts })),
});
export type MonthlyMeasure = z.infer<typeof measureSchema>;
export type MonthlyMoney = z.infer<typeof moneySchema>;

/** A milestone that moved in the month. */
const newsSchema = z.strictObject({
  ...named,
  state: bilingualSchema,
  since: z.iso.date(),
  document: z.exactOptional(z.string()),
});

/** Half-year reports that fall due soon, or have fallen due and are missing. */
const dueSchema = z.strictObject({
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  dueOn: z.iso.date(),
  owed: whole,
  received: whole,
  /** The entities whose report has not been received. */
  missingIds: z.array(idSchema),
});

export const monthlySnapshotSchema = z.strictObject({
  kind: z.literal("monthly"),
  month: z.string().check(z.regex(MONTH_PATTERN)),
  ...snapshotHead,
  indicators: z.array(z.discriminatedUnion("type", [measureSchema, moneySchema])),
  news: z.array(newsSchema),
  /** Approved public records of the month, each once: those that are listed. */
  approvedRecords: whole,
  byKind: z.array(z.strictObject({ kind: z.enum(KINDS), records: whole })),
  /** All until the month's end; the report names the new ones and those that end soon. */
  instruments: z.array(instrumentSchema),
  sessions: z.array(sessionSchema),
  /** Of the month, and those of earlier ones that are still open. */
  decisions: z.array(decisionSchema),
  due: z.array(dueSchema),
});
export type MonthlySnapshot = z.infer<typeof monthlySnapshotSchema>;
