/** Complete documents for tests, in the terms of the catalogues that ship; a test names only what it is about. */

import type { Amendment } from "#domain/amendment.ts";
import type { Decision } from "#domain/decision.ts";
import type { Edition } from "#domain/edition.ts";
import type { DraftReport } from "#domain/halfYearReport.ts";
import type { Indicator } from "#domain/indicator.ts";
import type { Partner } from "#domain/partner.ts";
import { type Kind, USUAL_ACTIVITY } from "#domain/record/kinds.ts";
import { type DraftRecord, draftRecordSchema, involvedOf } from "#domain/record/record.ts";
import type { NamedActor } from "#functions/jobs/move.ts";

/** When the documents were made, and a moment at which a record of February is on time. */
export const NOW = new Date("2026-03-01T15:00:00Z");

const stamps = { version: 1, createdAt: NOW, createdBy: "movilidad", updatedAt: NOW, updatedBy: "movilidad" };

const DETAILS: { readonly [K in Kind]?: Readonly<Record<string, unknown>> } = {
  interaction: {
    ...{ interactionKind: "meeting", channel: "in-person", status: "held" },
    outcome: "Se acordó un intercambio técnico.",
  },
  instrument: {
    ...{ instrumentKind: "mou", scope: "bilateral", formality: "signed", direction: "demand" },
    ...{ status: "signed", signedOn: "2026-02-20", responsible: "Dirección de Planeación" },
  },
  project: { status: "running", amountUsdCents: 250_000_00 },
  session: {
    ...{ body: "intersectoral-commission", status: "held", agenda: "Avance de la Estrategia." },
    ...{ minutesNumber: "Acta 1", minutesApprovedOn: "2026-02-25" },
  },
  milestone: { indicatorId: "l2-r1", stateId: "published", document: "Resolución 012 de 2026" },
};

/** A record of the kind, complete and public, of 20 February 2026; a draft of SDM's unless `changes` say otherwise. */
export function aRecord(
  kind: Kind,
  { details, ...changes }: { readonly details?: object; readonly [field: string]: unknown } = {},
): DraftRecord {
  const typed = { entityId: "sdm", ...changes };
  return draftRecordSchema.parse({
    ...{ kind, title: "Memorando con la Ciudad de México", happenedOn: "2026-02-20" },
    ...{ partnerIds: ["ucci"], countries: ["MX"], programmes: ["pdd-p01"], sdgs: ["sdg-11"] },
    ...USUAL_ACTIVITY[kind],
    ...{ disclosure: "public", state: "draft", isExample: false, involved: involvedOf(typed) },
    ...stamps,
    ...typed,
    details: { ...DETAILS[kind], ...details },
  });
}

/** An instrument that the Office declared strategic and approved: it moves the indicator "l1-r1" by one. */
export const aStrategicInstrument = (changes: { readonly [field: string]: unknown } = {}): DraftRecord =>
  aRecord("instrument", { state: "approved", review: { strategic: true }, ...changes });

export const aDecision = (changes: Partial<Decision> = {}): Decision => ({
  ...{ number: "1", text: "Adoptar el plan de acción.", responsibleEntityId: "sdm" },
  ...{ sessionEntityId: "secretaria-general", sessionId: "session-1", body: "intersectoral-commission" },
  ...{ decidedOn: "2026-02-20", disclosure: "public", isExample: false, status: "open" },
  ...stamps,
  ...changes,
});

/** An approved amendment of "entities/sdm/records/r1". */
export const anAmendment = (changes: Partial<Amendment> = {}): Amendment => ({
  ...{ state: "approved", entityId: "sdm", recordId: "r1", onVersion: 1, changes: { title: "Otro" } },
  ...{
    effectiveOn: "2026-02-25",
    reason: "Se amplió.",
    requestId: "q1",
    proposedBy: "movilidad",
    proposedAt: NOW,
  },
  ...{ decidedBy: "oficina", decidedAt: NOW },
  ...changes,
});

export const aReport = (changes: Partial<DraftReport> = {}): DraftReport => ({
  ...{ entityId: "sdm", periodId: "2026-S1", nothingToReport: false, state: "draft" },
  ...stamps,
  achievements: "Se firmó un memorando.",
  ...changes,
});

export const aPartner = (changes: Partial<Partner> = {}): Partner => ({
  ...{ name: "Ciudad de Montevideo", categoryId: "international", aliases: [], state: "active" },
  ...stamps,
  ...changes,
});

/** The first annual edition, ready. */
export const anEdition = (changes: Partial<Edition> = {}): Edition => ({
  ...{
    kind: "annual",
    reportId: "annual-2025",
    number: 1,
    year: 2025,
    state: "ready",
    progress: 100,
    files: [],
  },
  ...{ requestedAt: NOW, requestedBy: "oficina", updatedAt: NOW, cutOffOn: "2025-12-31", isDemo: false },
  ...changes,
});

export const anIndicator = (
  changes: Partial<Extract<Indicator, { type: "count" }>> & Pick<Indicator, "id">,
): Indicator => ({
  ...{ type: "count", lineId: "l1", order: 1, public: true, active: true, dimensions: [] },
  ...{ nameEs: "Reuniones", nameEn: "Meetings", unitEs: "reuniones", unitEn: "meetings" },
  ...{ ruleEs: "Todas.", ruleEn: "All.", targetSourceEs: "Sin meta.", targetSourceEn: "No target." },
  rule: { source: "records", kind: "interaction", where: [] },
  ...{ version: 1, ruleVersion: 1, updatedAt: NOW, updatedBy: "oficina" },
  ...changes,
});

const person = (
  uid: string,
  name: string,
  roles: NamedActor["roles"],
  ...entityIds: string[]
): NamedActor => ({
  ...{ uid, name, roles, entityIds },
});

/** The people of the sample accounts. */
export const marta = person("movilidad", "Marta Ríos", ["focal"], "sdm");
export const lucia = person("mujer", "Lucía Peña", ["focal"], "sdmujer");
export const andres = person("oficina", "Andrés Soto", ["office"], "secretaria-general");
export const elena = person("consejera", "Elena Duarte", ["office"], "secretaria-general");
export const comision = person("comision", "Comisión", ["viewer"]);
