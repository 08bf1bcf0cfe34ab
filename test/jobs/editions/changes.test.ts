/** Editions of one report, on the Firestore and Storage emulators: each says what has changed since the one before it. */
import { beforeEach, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import type { ReportSubject } from "#domain/reports/reportId.ts";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import { type EditionKinds, KINDS } from "#functions/jobs/editions/reportKinds.ts";
import { startEdition } from "#functions/jobs/editions/startEdition.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { obligations, records, reports } from "#functions/store/collections.ts";
import { textOf } from "../../pdf/readPdf.ts";
import { aReport, aStrategicInstrument } from "../../support/builders.ts";
import { editionsOn } from "../../support/editionsOn.ts";

const held = editionsOn("demo-edition-changes");
const { jobs, context, bucket, stored } = held;
const { db } = jobs;

const PDF = [{ format: "pdf", language: "es" }] as const;
const KINDS_IN_PDF: EditionKinds = {
  annual: { ...KINDS.annual, files: PDF },
  monthly: { ...KINDS.monthly, files: PDF },
  "half-year": { ...KINDS["half-year"], files: PDF },
};
const SUBJECTS: readonly ReportSubject[] = [
  { kind: "annual", year: 2026 },
  { kind: "monthly", month: "2026-02" },
  { kind: "half-year", periodId: "2026-S1", entityId: "sdm" },
];

beforeEach(async () => {
  await held.reset();
  await obligations(db)
    .doc("2026-S1")
    .set({ periodId: "2026-S1", dueOn: "2026-07-20", entityIds: ["sdm"] });
  await reports(db, "sdm")
    .doc("2026-S1")
    .set(aReport({ state: "approved" }));
});

async function save(all: Readonly<Record<string, DraftRecord>>): Promise<void> {
  await Promise.all(Object.entries(all).map(([id, record]) => records(db, "sdm").doc(id).set(record)));
  await recountAll(jobs.context, { addAll: (paths) => rollUp(jobs.context, paths) });
}

let requests = 0;
async function make(subject: ReportSubject) {
  const request = { subject, requestId: `request-${requests++}` };
  const { editionId } = await startEdition(context, request, "oficina");
  await composeEdition(context, editionId, false, KINDS_IN_PDF);
  const edition = await stored(editionId);
  const path = edition.files.find(({ format }) => format === "pdf")?.path ?? "";
  return { edition, text: textOf((await bucket.file(path).download())[0]) };
}

const inFebruary = (title: string, changes = {}) =>
  aStrategicInstrument({ title, happenedOn: "2026-02-10", details: { signedOn: "2026-02-10" }, ...changes });

test.each(SUBJECTS)(
  "an edition of $kind names the records and figures that are not as they were",
  async (subject) => {
    await save({ stays: inFebruary("Se queda"), changes: inFebruary("Cambia"), goes: inFebruary("Se va") });
    const first = await make(subject);
    expect(first.text).toContain("Esta es la primera edición de este informe.");
    expect(first.edition).not.toHaveProperty("changes");
    await save({
      changes: inFebruary("Cambia", { version: 2 }),
      goes: inFebruary("Se va", { version: 2, state: "withdrawn" }),
      one: inFebruary("Entra primero"),
      two: inFebruary("Entra después"),
    });
    const { edition, text } = await make(subject);
    expect(edition).toMatchObject({ number: 2, changes: { records: 4 } });
    expect(edition.changes?.figures).toBeGreaterThan(0);
    expect(text).toMatch(/Los registros públicos aprobados eran 3 y son 4\.\s+Entre las dos ediciones/);
    expect(text).toMatch(/entraron 2, cambiaron 1\s+y\s+salieron 1/);
    const [, listed = ""] = text.split("Registros que entraron, cambiaron o salieron");
    for (const row of [/Cambió.*Cambia/, /Entró.*Entra primero/, /Entró.*Entra después/, /Salió.*Se va/])
      expect(listed).toMatch(row);
    expect(listed.split("Cómo se hizo este informe")[0]).not.toContain("Se queda");
  },
);
