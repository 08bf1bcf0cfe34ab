/** What an entity's half-year report is made from: its approved report, its figures and its records, frozen. */
import * as z from "zod/mini";
import { idSchema } from "../../fields.ts";
import { PERIOD_PATTERN, REPORT_SECTIONS, type ReportSection } from "../../halfYearReport.ts";
import { CURRENCIES } from "../../indicator.ts";
import { KINDS } from "../../record/kinds.ts";
import { bilingualSchema } from "../bilingual.ts";
import { snapshotHead, whole } from "../snapshotParts.ts";

const sectionIds = Object.keys(REPORT_SECTIONS) as [ReportSection, ...ReportSection[]];

/** What the entity led or took part in, approved in the half-year; of money, for each currency. */
const figureSchema = z.strictObject({
  indicatorId: idSchema,
  name: bilingualSchema,
  unit: bilingualSchema,
  currency: z.exactOptional(z.enum(CURRENCIES)),
  value: z.int(),
});

export const halfYearSnapshotSchema = z.strictObject({
  kind: z.literal("half-year"),
  entityId: idSchema,
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  ...snapshotHead,
  dueOn: z.exactOptional(z.iso.date()),
  submittedOn: z.exactOptional(z.iso.date()),
  approvedOn: z.exactOptional(z.iso.date()),
  nothingToReport: z.boolean(),
  /** As the Office approved them. */
  narratives: z.array(z.strictObject({ section: z.enum(sectionIds), text: z.string() })),
  figures: z.array(figureSchema),
  /** Approved public records that it led or took part in: those that are listed. */
  approvedRecords: whole,
  byKind: z.array(z.strictObject({ kind: z.enum(KINDS), records: whole })),
  /** Files that prove the listed records. */
  evidenceCount: whole,
});
export type HalfYearSnapshot = z.infer<typeof halfYearSnapshotSchema>;
