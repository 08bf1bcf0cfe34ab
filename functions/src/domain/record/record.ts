/** Records as they are stored: the draft a client may write, and the complete record that counts. */
import * as z from "zod/mini";
import { ID_PATTERN, idSchema, shapesOf } from "../fields.ts";
import { LIMITS } from "../limits.ts";
import { stamps } from "../stamps.ts";
import { ENVELOPE } from "./envelope.ts";
import { DETAILS, KINDS, type Kind } from "./kinds.ts";
import { STATES } from "./states.ts";

const envelope = shapesOf(ENVELOPE);

/** What the server alone writes: who reviewed the record, when, and what the Office decided about it. */
export const reviewSchema = z.strictObject({
  submittedBy: z.exactOptional(idSchema),
  decidedBy: z.exactOptional(idSchema),
  decidedAt: z.exactOptional(z.date()),
  /** Why it was returned or withdrawn. */
  reason: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
  /** One of the "50 strategic instruments": the Office's word alone. */
  strategic: z.exactOptional(z.boolean()),
  strategicReason: z.exactOptional(z.string().check(z.maxLength(LIMITS.paragraph))),
});
export type Review = z.infer<typeof reviewSchema>;

/** What the server derives from what a record names, so that counting it reads no other document. */
export const derivedSchema = z.strictObject({
  /** Categories of its partners (strategy, Table 1), each once. */
  partnerCategories: z.array(idSchema).check(z.maxLength(LIMITS.list)),
  /** Its partners that are networks of cities. */
  networkIds: z.array(idSchema).check(z.maxLength(LIMITS.list)),
  /** Approved amendments; what they replaced is theirs to tell. */
  amendments: z.exactOptional(z.int().check(z.gte(1))),
});
export type Derived = z.infer<typeof derivedSchema>;

/** What the system, not a person, says of a record; a client may write it, the rules see to its truth. */
const control = {
  entityId: idSchema,
  state: z.enum(STATES),
  /** The lead and the participants, in that order, for queries. */
  involved: z.array(z.string().check(z.regex(ID_PATTERN))).check(z.minLength(1), z.maxLength(21)),
  /** Example data: shown under its own heading, counted nowhere. */
  isExample: z.boolean(),
  ...stamps,
  submittedAt: z.exactOptional(z.date()),
  review: z.exactOptional(reviewSchema),
  derived: z.exactOptional(derivedSchema),
  /** Of a withdrawn record that told of the same thing as another: that other one. */
  mergedInto: z.exactOptional(z.strictObject({ entityId: idSchema, recordId: idSchema })),
};

const draftOf = <K extends Kind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    ...envelope.draft,
    ...control,
    details: z.strictObject(shapesOf(DETAILS[kind]).draft),
  });

const completeOf = <K extends Kind>(kind: K) =>
  z.strictObject({
    kind: z.literal(kind),
    ...envelope.complete,
    ...control,
    details: z.strictObject(shapesOf(DETAILS[kind]).complete),
  });

const eachKind = <Schema>(of: (kind: Kind) => Schema) => KINDS.map(of) as [Schema, ...Schema[]];

type Draft<K extends Kind> = z.infer<ReturnType<typeof draftOf<K>>>;
type Complete<K extends Kind> = z.infer<ReturnType<typeof completeOf<K>>>;

/** A record in any state: every field that people type may be missing. Its state and version are never missing. */
export type DraftRecord = { [K in Kind]: Draft<K> }[Kind];
/** A record whose fields are complete, by kind. */
export type RecordOf<K extends Kind> = Complete<K>;
export type BitacoraRecord = { [K in Kind]: Complete<K> }[Kind];

export const draftRecordSchema = z.discriminatedUnion("kind", eachKind(draftOf)) as unknown as z.ZodMiniType<
  DraftRecord,
  unknown
>;
export const recordSchema = z.discriminatedUnion("kind", eachKind(completeOf)) as unknown as z.ZodMiniType<
  BitacoraRecord,
  unknown
>;

/** The keys a person types, envelope only. */
export const ENVELOPE_KEYS = Object.keys(ENVELOPE) as (keyof typeof ENVELOPE)[];

/** The lead and then the participants, each once. */
export const involvedOf = (record: { entityId: string; participants?: string[] }): string[] => [
  record.entityId,
  ...(record.participants ?? []),
];
