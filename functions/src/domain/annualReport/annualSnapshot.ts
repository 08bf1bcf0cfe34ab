/** What an annual report is made from: one year's figures and lists, frozen, so that it can be made again. */
import * as z from "zod/mini";
import { canonicalJson } from "../canonicalJson.ts";
import { idSchema } from "../fields.ts";
import { PERIOD_PATTERN, REPORT_STATUSES } from "../halfYearReport.ts";
import { CURRENCIES } from "../indicator.ts";
import { instrument } from "../record/kinds/instrument.ts";
import { session } from "../record/kinds/session.ts";
import { annualIndicatorSchema } from "./annualIndicator.ts";

const whole = z.int().check(z.gte(0));
const text = z.string();

const named = { id: idSchema, name: text };

/** Approved and waiting public records; figures by indicator are approved ones. */
const contribution = {
  ...named,
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

const entitySchema = z.strictObject({ ...contribution, short: z.exactOptional(text) });
const sectorSchema = z.strictObject({ ...contribution, entities: z.array(entitySchema) });

export const INSTRUMENT_STATUSES = ["negotiating", "signed", "active", "ended", "expired"] as const;

export const annualInstrumentSchema = z.strictObject({
  title: text,
  partners: z.array(text),
  kind: text,
  scope: instrument.scope.complete,
  signedOn: z.exactOptional(z.iso.date()),
  validUntil: z.exactOptional(z.iso.date()),
  /** As it stood on the cut-off day; `expired` is derived from `validUntil`. */
  status: z.enum(INSTRUMENT_STATUSES),
  strategic: z.boolean(),
  lead: text,
  participants: z.array(text),
});
export type AnnualInstrument = z.infer<typeof annualInstrumentSchema>;

const sessionSchema = z.strictObject({
  body: session.body.complete,
  heldOn: z.iso.date(),
  title: text,
  minutesNumber: z.exactOptional(text),
  minutesApprovedOn: z.exactOptional(z.iso.date()),
});

const decisionSchema = z.strictObject({
  body: session.body.complete,
  decidedOn: z.iso.date(),
  number: text,
  text,
  responsible: text,
  dueOn: z.exactOptional(z.iso.date()),
  status: z.enum(["open", "closed"]),
});

const periodSchema = z.strictObject({
  id: z.string().check(z.regex(PERIOD_PATTERN)),
  dueOn: z.iso.date(),
  statuses: z.array(z.strictObject({ entity: text, status: z.enum(REPORT_STATUSES) })),
});

/** Texts are Spanish, as catalogues hold them; lists are in the order in which they are printed. */
export const annualSnapshotSchema = z.strictObject({
  kind: z.literal("annual"),
  year: z.int().check(z.gte(2000), z.lte(2100)),
  /** Last day that the figures look at. */
  cutOffOn: z.iso.date(),
  /** The day on which the records were read: later approvals are not in it. */
  consultedOn: z.iso.date(),
  isDemo: z.boolean(),
  lines: z.array(z.strictObject({ ...named, number: z.int(), short: z.exactOptional(text) })),
  indicators: z.array(annualIndicatorSchema),
  /** Approved public records of the year, each once however many entities took part. */
  approvedRecords: whole,
  sectors: z.array(sectorSchema),
  instruments: z.array(annualInstrumentSchema),
  sessions: z.array(sessionSchema),
  decisions: z.array(decisionSchema),
  periods: z.array(periodSchema),
});
export type AnnualSnapshot = z.infer<typeof annualSnapshotSchema>;

/** What makes two snapshots the same: all but the days on which they looked. */
export function comparableText(snapshot: AnnualSnapshot): string {
  const { cutOffOn: _cutOffOn, consultedOn: _consultedOn, ...data } = annualSnapshotSchema.parse(snapshot);
  return canonicalJson(data);
}
