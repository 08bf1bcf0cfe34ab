/** The collections that clients write: their documents at the smallest and at the fullest, and when a write is right. */
import { isDeepStrictEqual } from "node:util";
import * as z from "zod/mini";
import { EVIDENCE_FIELDS, evidenceSchema } from "#domain/evidence.ts";
import { type Field, type Fields, line } from "#domain/fields.ts";
import { draftReportSchema, REPORT_SECTIONS } from "#domain/halfYearReport.ts";
import { LIMITS } from "#domain/limits.ts";
import { PARTNER_FIELDS, partnerSchema } from "#domain/partner.ts";
import { ENVELOPE } from "#domain/record/envelope.ts";
import { DETAILS, KINDS, type Kind, OFFICE_KINDS } from "#domain/record/kinds.ts";
import { MESSAGE_FIELDS, messageSchema } from "#domain/record/message.ts";
import { draftRecordSchema } from "#domain/record/record.ts";
import { EDITABLE_STATES } from "#domain/record/states.ts";
import { type Document, type Person, SERVER_TIME } from "./firestoreClient.ts";

export const FOCAL: Person = { uid: "marta", roles: ["focal"], entityIds: ["sdm", "idu"] };
export const OFFICE: Person = { uid: "andres", roles: ["office"], entityIds: ["sdm"] };

/** One kind of document that clients write, at one path. */
export interface Writable {
  readonly name: string;
  readonly author: Person;
  readonly path: string;
  /** What must stand elsewhere for it to be written. */
  readonly beside?: Readonly<Record<string, Document>>;
  /** What a person types: in the document, and in its `details`. */
  readonly fields: Fields;
  readonly details?: Fields;
  /** As first written: with nothing that may be missing, with a little of everything, and with all it holds. */
  readonly minimal: Document;
  readonly usual: Document;
  readonly fullest: Document;
  /** Whether the schema takes the document and what it says of its author, version, time and place is true. */
  acceptsCreate(document: Document): boolean;
  /** The same for what an update of `prior` leaves. */
  acceptsUpdate(prior: Document, document: Document): boolean;
}

const WRITTEN_AT = new Date("2025-03-14T15:09:26.535Z");
const CHOSEN_AT_CREATION = ["kind", "entityId", "periodId", "isExample", "createdAt", "createdBy"] as const;
/** What the server adds to evidence once it has looked at the file. */
const NOT_YET = { sha256: undefined, problem: undefined };
const THE_SERVERS = ["state", "submittedAt", "review", "mergedInto"] as const;

const newStamps = ({ uid }: Person) => ({
  version: 1,
  createdAt: SERVER_TIME,
  createdBy: uid,
  updatedAt: SERVER_TIME,
  updatedBy: uid,
});

const agrees = (document: Document, truth: Document): boolean =>
  Object.entries(truth).every(([key, value]) => isDeepStrictEqual(document[key], value));

const fits = (schema: z.core.$ZodType, document: Document): boolean =>
  z.safeParse(
    schema,
    Object.fromEntries(
      Object.entries(document).map(([key, value]) => [key, value === SERVER_TIME ? WRITTEN_AT : value]),
    ),
  ).success;

const namesInvolved = ({ entityId, participants, involved }: Document): boolean =>
  isDeepStrictEqual(involved, [entityId, ...(Array.isArray(participants) ? participants : [])]);

/** `prior` as someone leaves it next, with `changes`. */
export const nextOf = ({ author }: Writable, prior: Document, changes: Document = {}): Document => ({
  ...prior,
  version: Number(prior.version) + 1,
  updatedAt: SERVER_TIME,
  updatedBy: author.uid,
  ...changes,
});

/** A document as it stands in the database some time after its creation. */
export const storedOf = (created: Document): Document => ({
  ...created,
  createdAt: WRITTEN_AT,
  updatedAt: WRITTEN_AT,
});

/** The same after the Office returned it; another focal point had written it. */
export const returnedOf = (created: Document): Document => ({
  ...storedOf(created),
  state: "returned",
  version: 7,
  createdBy: "lucia",
  updatedBy: "lucia",
  submittedAt: WRITTEN_AT,
  review: { submittedBy: "lucia", decidedBy: "elena", decidedAt: WRITTEN_AT, reason: "Falta el soporte." },
});

const acceptsNext =
  (schema: z.core.$ZodType, author: Person) =>
  (prior: Document, document: Document): boolean =>
    fits(schema, document) &&
    EDITABLE_STATES.some((state) => state === prior.state) &&
    [...CHOSEN_AT_CREATION, ...THE_SERVERS].every((key) => isDeepStrictEqual(document[key], prior[key])) &&
    agrees(document, {
      version: Number(prior.version) + 1,
      updatedAt: SERVER_TIME,
      updatedBy: author.uid,
    });

function record(kind: Kind): Writable {
  const author = OFFICE_KINDS.includes(kind) ? OFFICE : FOCAL;
  const truth = { entityId: "sdm", state: "draft", isExample: false, ...newStamps(author) };
  const minimal = { ...truth, kind, involved: ["sdm"], details: {} };
  const withFields = (fill: Fill) => {
    const envelope = filled(ENVELOPE, fill);
    const involved = ["sdm", ...(envelope.participants as string[])];
    return { ...minimal, ...envelope, involved, details: filled(DETAILS[kind], fill) };
  };
  const acceptsUpdate = acceptsNext(draftRecordSchema, author);
  return {
    name: kind,
    author,
    path: "entities/sdm/records/r1",
    fields: ENVELOPE,
    details: DETAILS[kind],
    minimal,
    usual: withFields(aLittle),
    fullest: withFields(everything),
    acceptsCreate: (document) =>
      fits(draftRecordSchema, document) &&
      agrees(document, { ...truth, submittedAt: undefined, review: undefined, mergedInto: undefined }) &&
      namesInvolved(document),
    acceptsUpdate: (prior, document) => acceptsUpdate(prior, document) && namesInvolved(document),
  };
}

function report(): Writable {
  const truth = { entityId: "sdm", periodId: "2025-S1", state: "draft", ...newStamps(FOCAL) };
  const minimal = { ...truth, nothingToReport: true };
  return {
    name: "half-year report",
    author: FOCAL,
    path: "entities/sdm/reports/2025-S1",
    fields: REPORT_SECTIONS,
    minimal,
    usual: { ...minimal, ...filled(REPORT_SECTIONS, aLittle) },
    fullest: { ...minimal, ...filled(REPORT_SECTIONS, everything) },
    acceptsCreate: (document) =>
      fits(draftReportSchema, document) &&
      agrees(document, { ...truth, submittedAt: undefined, review: undefined }),
    acceptsUpdate: acceptsNext(draftReportSchema, FOCAL),
  };
}

function partner(): Writable {
  const truth = { state: "proposed", ...newStamps(FOCAL) };
  const minimal = { ...truth, proposedFor: "sdm", name: "Eurocities", categoryId: "network", aliases: [] };
  const withFields = (fill: Fill, aliases: readonly string[]) => ({
    ...minimal,
    ...filled(PARTNER_FIELDS, fill),
    country: "BE",
    aliases,
  });
  return {
    name: "partner",
    author: FOCAL,
    path: "partners/eurocities",
    fields: PARTNER_FIELDS,
    minimal,
    usual: withFields(aLittle, ["EUROCITIES", "Eurociudades"]),
    fullest: withFields(everything, Array(20).fill("ñ".repeat(LIMITS.line))),
    acceptsCreate: (document) =>
      fits(partnerSchema, document) &&
      agrees(document, { ...truth, mergedInto: undefined }) &&
      (FOCAL.entityIds ?? []).some((id) => id === document.proposedFor),
    acceptsUpdate: () => false,
  };
}

function evidence(): Writable {
  const truth = { state: "uploading", ...newStamps(FOCAL) };
  const minimal = { ...truth, name: "acta.pdf", type: "pdf", bytes: 1 };
  const fields = { name: line(120), ...EVIDENCE_FIELDS };
  return {
    name: "evidence",
    author: FOCAL,
    path: "entities/sdm/records/proven/evidence/e1",
    beside: { "entities/sdm/records/proven": { state: "draft" } },
    fields,
    minimal,
    usual: { ...minimal, ...filled(fields, aLittle) },
    fullest: { ...minimal, ...filled(fields, everything) },
    acceptsCreate: (document) => fits(evidenceSchema, document) && agrees(document, { ...truth, ...NOT_YET }),
    acceptsUpdate: () => false,
  };
}

function message(): Writable {
  const truth = {
    ...{ from: "entity", entityId: "sdm", recordId: "discussed" },
    ...{ createdAt: SERVER_TIME, createdBy: FOCAL.uid, byName: FOCAL.uid },
  };
  const withFields = (fill: Fill) => ({ ...truth, ...filled(MESSAGE_FIELDS, fill) });
  return {
    name: "message",
    author: FOCAL,
    path: "entities/sdm/records/discussed/messages/m1",
    beside: { "entities/sdm/records/discussed": { state: "submitted" } },
    fields: MESSAGE_FIELDS,
    minimal: { ...truth, text: "¿Sí?" },
    usual: withFields(aLittle),
    fullest: withFields(everything),
    acceptsCreate: (document) => fits(messageSchema, document) && agrees(document, truth),
    acceptsUpdate: () => false,
  };
}

type Fill = (field: Field) => unknown;

const filled = (fields: Fields, fill: Fill): Record<string, unknown> =>
  Object.fromEntries(Object.entries(fields).map(([name, field]) => [name, fill(field)]));

const aLittle: Fill = (field) => {
  const value = everything(field);
  if (Array.isArray(value)) return value.slice(0, 2).map((member: string) => member.slice(0, 4));
  return typeof value === "number" ? 12 : field.options ? value : String(value).slice(0, 10);
};

/** As much as the field holds. */
const everything: Fill = ({ input, max, options, from }) => {
  const id = (n: number) => `${n}-`.padEnd(LIMITS.id, "x");
  switch (input) {
    case "line":
    case "paragraph":
    case "link":
    case "day":
      return "ñ".repeat(max);
    case "count":
    case "amount":
      return max;
    case "choice":
      return options?.at(-1) ?? id(0);
    case "reference":
      return id(0);
    case "choices":
    case "references":
      return Array.from({ length: max }, (_, n) => (from === "countries" ? "CO" : id(n)));
  }
};

export const WRITABLES: readonly Writable[] = [
  ...KINDS.map(record),
  report(),
  partner(),
  evidence(),
  message(),
];
