/** What an annual report is made from: one year's figures and lists, frozen, so that it can be made again. */
import * as z from "zod";
import { canonicalJson } from "../canonicalJson.ts";
import { idSchema } from "../fields.ts";
import { PERIOD_PATTERN, REPORT_STATUSES } from "../halfYearReport.ts";
import { targetSchema } from "../indicator.ts";
import { instrument } from "../record/kinds/instrument.ts";
import { session } from "../record/kinds/session.ts";

const whole = z.int().min(0);
const text = z.string();

const named = { id: idSchema, name: text };

const indicatorCommon = {
  ...named,
  lineId: idSchema,
  /** The counting rule in plain words. */
  rule: text,
  targetSource: text,
};

const countSchema = z.strictObject({
  type: z.literal("count"),
  ...indicatorCommon,
  unit: text,
  target: z.exactOptional(targetSchema),
  /** Approved, dated in the report's year. */
  inYear: whole,
  /** Approved, from the strategy's first year to the end of the report's. */
  inStrategy: whole,
  /** Approved, dated before the strategy began: shown apart. */
  before: whole,
  /** Approved in the report's year, January to December. */
  byMonth: z.array(whole).length(12),
  /** Whether entities contribute to it, rather than the Office alone. */
  shared: z.boolean(),
});

const newsSchema = z.strictObject({
  stateId: idSchema,
  since: z.iso.date(),
  /** Which one, where the result is plural ("strategies"). */
  subject: z.exactOptional(text),
  document: z.exactOptional(text),
});

const milestoneSchema = z.strictObject({
  type: z.literal("milestone"),
  ...indicatorCommon,
  states: z.array(z.strictObject(named)).min(1),
  achievedState: idSchema,
  /** Approved news until the end of the report's year, oldest first; the last one is its state. */
  news: z.array(newsSchema),
});

/** Approved and waiting public records; figures by indicator are approved ones. */
const contribution = {
  ...named,
  /** Approved records of the year that it led or took part in, each once. */
  approved: whole,
  /** Records of the year that wait for the Office: said, never counted. */
  reported: whole,
  /** Approved in the year, for each shared indicator that it contributed to. */
  figures: z.array(z.strictObject({ indicatorId: idSchema, value: whole })),
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
  id: z.string().regex(PERIOD_PATTERN),
  dueOn: z.iso.date(),
  statuses: z.array(z.strictObject({ entity: text, status: z.enum(REPORT_STATUSES) })),
});

/** Texts are Spanish, as catalogues hold them; lists are in the order in which they are printed. */
export const annualSnapshotSchema = z.strictObject({
  kind: z.literal("annual"),
  year: z.int().min(2000).max(2100),
  /** Last day that the figures look at. */
  cutOffOn: z.iso.date(),
  /** The day on which the records were read: later approvals are not in it. */
  consultedOn: z.iso.date(),
  isDemo: z.boolean(),
  lines: z.array(z.strictObject({ ...named, number: z.int(), short: z.exactOptional(text) })),
  indicators: z.array(z.discriminatedUnion("type", [countSchema, milestoneSchema])),
  /** Approved public records of the year, each once however many entities took part. */
  approvedRecords: whole,
  sectors: z.array(sectorSchema),
  instruments: z.array(annualInstrumentSchema),
  sessions: z.array(sessionSchema),
  decisions: z.array(decisionSchema),
  periods: z.array(periodSchema),
});
export type AnnualSnapshot = z.infer<typeof annualSnapshotSchema>;
export type AnnualIndicator = AnnualSnapshot["indicators"][number];
export type AnnualCount = Extract<AnnualIndicator, { type: "count" }>;
export type AnnualMilestone = Extract<AnnualIndicator, { type: "milestone" }>;

/** The milestone's state at the end of the year; `undefined` is "no information". */
export const latestNews = (milestone: AnnualMilestone): AnnualMilestone["news"][number] | undefined =>
  milestone.news.at(-1);

/** Whether the milestone has reached the state from which it is achieved. */
export function isAchieved(milestone: AnnualMilestone): boolean {
  const rank = (stateId: string | undefined) => milestone.states.findIndex(({ id }) => id === stateId);
  const reached = rank(latestNews(milestone)?.stateId);
  return reached >= 0 && reached >= rank(milestone.achievedState);
}

/** The figure of an indicator that an edition keeps: its total in the strategy, or its state. */
export const figureOf = (indicator: AnnualIndicator): number | string =>
  indicator.type === "count" ? indicator.inStrategy : (latestNews(indicator)?.stateId ?? "no-information");

/** What makes two snapshots the same: all but the days on which they looked. */
export function comparableText(snapshot: AnnualSnapshot): string {
  const { cutOffOn: _cutOffOn, consultedOn: _consultedOn, ...data } = annualSnapshotSchema.parse(snapshot);
  return canonicalJson(data);
}
