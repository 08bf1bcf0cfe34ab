/** What an annual report is made from: one year's figures and lists, frozen, so that it can be made again. */
import * as z from "zod/mini";
import { COUNTRY_PATTERN, idSchema } from "../fields.ts";
import { PERIOD_PATTERN, REPORT_SECTIONS, REPORT_STATUSES, type ReportSection } from "../halfYearReport.ts";
import { CURRENCIES } from "../indicator.ts";
import { need } from "../record/kinds/need.ts";
import { practice } from "../record/kinds/practice.ts";
import { transfer } from "../record/kinds/transfer.ts";
import { KINDS } from "../record/kinds.ts";
import { bilingualSchema } from "../reports/bilingual.ts";
import {
  decisionSchema,
  instrumentSchema,
  sessionSchema,
  snapshotHead,
  whole,
} from "../reports/snapshotParts.ts";
import { annualIndicatorSchema } from "./annualIndicator.ts";

const text = z.string();

/** Approved and waiting public records; figures by indicator are approved ones. */
const contribution = {
  id: idSchema,
  /** Approved records of the year that it led or took part in, each once. */
  approved: whole,
  /** Records of the year that wait for the Office: said, never counted. */
  reported: whole,
  /** Approved in the year, for each shared indicator that it contributed to; of money, for each currency. */
  figures: z.array(
    z.strictObject({
      indicatorId: idSchema,
      currency: z.exactOptional(z.enum(CURRENCIES)),
      value: z.int(),
    }),
  ),
};
const sectorSchema = z.strictObject({ ...contribution, entities: z.array(z.strictObject(contribution)) });

/** Approved records of the year that name a code. */
const coded = z.strictObject({ id: idSchema, records: whole });

const activitySchema = z.strictObject({ id: idSchema, lineId: idSchema, number: z.int(), records: whole });

/** Where money is: in projects, by how far they have come; or brought by what the city attracted. */
export const RESOURCE_GROUPS = ["running", "finished", "in-preparation", "attracted"] as const;
/** The groups that count as mobilised. */
export const MOBILISED: readonly (typeof RESOURCE_GROUPS)[number][] = ["running", "finished"];

const money = {
  currency: z.enum(CURRENCIES),
  /** Records that state an amount in it. */
  records: whole,
  amountCents: whole,
};
const resourceSchema = z.strictObject({ group: z.enum(RESOURCE_GROUPS), ...money });

const partnerSchema = z.strictObject({
  name: text,
  country: z.exactOptional(z.string().check(z.regex(COUNTRY_PATTERN))),
  records: whole,
});

const offered = {
  entityId: idSchema,
  recordId: idSchema,
  version: z.int().check(z.gte(1)),
  on: z.iso.date(),
  title: text,
};

/** Supply and demand, of any year until the report's end; transfers of the year. */
const portfolioSchema = z.strictObject({
  practices: z.array(z.strictObject({ ...offered, maturity: practice.maturity.complete })),
  needs: z.array(z.strictObject({ ...offered, maturity: need.maturity.complete })),
  transfers: z.array(
    z.strictObject({
      ...offered,
      transferKind: transfer.transferKind.complete,
      partners: z.array(text),
      participantCount: z.exactOptional(whole),
    }),
  ),
});

const sectionIds = Object.keys(REPORT_SECTIONS) as [ReportSection, ...ReportSection[]];

/** What an entity's approved half-year report tells, as it was approved. */
const narrativeSchema = z.strictObject({
  entityId: idSchema,
  periodId: z.string().check(z.regex(PERIOD_PATTERN)),
  section: z.enum(sectionIds),
  text,
});

const periodSchema = z.strictObject({
  id: z.string().check(z.regex(PERIOD_PATTERN)),
  dueOn: z.iso.date(),
  statuses: z.array(z.strictObject({ entityId: idSchema, status: z.enum(REPORT_STATUSES) })),
});

/** Lists are in the order in which they are printed. */
export const annualSnapshotSchema = z.strictObject({
  kind: z.literal("annual"),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  ...snapshotHead,
  lines: z.array(
    z.strictObject({
      id: idSchema,
      number: z.int(),
      name: bilingualSchema,
      short: z.exactOptional(bilingualSchema),
    }),
  ),
  activities: z.array(activitySchema),
  indicators: z.array(annualIndicatorSchema),
  /** Approved public records of the year, each once however many entities took part: those that are listed. */
  approvedRecords: whole,
  byKind: z.array(z.strictObject({ kind: z.enum(KINDS), records: whole })),
  sectors: z.array(sectorSchema),
  /** All until the end of the year, whenever they were signed. */
  instruments: z.array(instrumentSchema),
  resources: z.array(resourceSchema),
  /** What each lead entity's projects have mobilised. */
  resourcesByEntity: z.array(z.strictObject({ entityId: idSchema, ...money })),
  /** With most records first. */
  partners: z.array(partnerSchema),
  countries: z.array(z.strictObject({ country: z.string().check(z.regex(COUNTRY_PATTERN)), records: whole })),
  narratives: z.array(narrativeSchema),
  sessions: z.array(sessionSchema),
  /** Of the year, and those of earlier ones that are still open. */
  decisions: z.array(decisionSchema),
  portfolio: portfolioSchema,
  populations: z.array(coded),
  sdgs: z.array(coded),
  periods: z.array(periodSchema),
});
export type AnnualSnapshot = z.infer<typeof annualSnapshotSchema>;
export type AnnualInstrument = AnnualSnapshot["instruments"][number];
export type AnnualNarrative = AnnualSnapshot["narratives"][number];
