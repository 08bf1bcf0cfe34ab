/**
 * What is classified or reserved leaks through nothing public: all of it is published with such records and without, and
 * every byte is the same. On the Firestore and Storage emulators; clock and ids are the same both times.
 */

import { strFromU8, unzipSync } from "fflate";
import { getStorage } from "firebase-admin/storage";
import { beforeAll, expect, test } from "vitest";
import { canonicalJson } from "#domain/canonicalJson.ts";
import { slicesOf } from "#domain/counting/evidence.ts";
import type { Edition } from "#domain/edition.ts";
import { DIMENSIONS } from "#domain/indicator.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { requestEdition } from "#functions/jobs/editions/startEdition.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { listPublicEvidence } from "#functions/jobs/listEvidence.ts";
import { loadSummary } from "#functions/jobs/loadSummary.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import {
  amendmentsOf,
  decisions,
  historyOf,
  openFigures,
  partners,
  records,
  reports,
} from "#functions/store/collections.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import {
  aDecision,
  anAmendment,
  andres,
  aPartner,
  aRecord,
  aReport,
  aStrategicInstrument,
  NOW,
} from "../support/builders.ts";
import { adminApp } from "../support/emulators.ts";
import { jobsOn } from "../support/jobsOn.ts";

const PROJECT = "demo-leaks";
const { db, context, reset } = jobsOn(PROJECT);
const bucket: Bucket = getStorage(adminApp(PROJECT)).bucket();

/** A country, a theme, a partner and months that no public record names. */
const RESERVED = {
  ...{ disclosure: "reserved", exception: "19-c", legalGround: "SECRETO", reservedUntil: "2031-01-01" },
  ...{ classifiedOn: "2026-01-20", title: "SECRETO", summary: "SECRETO", citizenBenefit: "SECRETO" },
  ...{ countries: ["VA"], themes: ["climate"], partnerIds: ["secreto"], happenedOn: "2026-01-15" },
  ...{ participants: ["sdmujer"], involved: ["sdm", "sdmujer"], state: "approved" },
};
const CLASSIFIED = { ...RESERVED, disclosure: "classified", exception: "18-a" };

async function seedPublic(): Promise<void> {
  const add = (id: string, record: DraftRecord) => records(db, record.entityId).doc(id).set(record);
  await add("m1", aStrategicInstrument());
  await add("m2", aStrategicInstrument({ details: { signedOn: "2025-08-01" }, happenedOn: "2025-08-01" }));
  await add("i1", aRecord("interaction", { state: "approved" }));
  await add("p1", aRecord("project", { state: "approved", entityId: "sdmujer" }));
  await decisions(db).doc("d1").set(aDecision());
  await reports(db, "sdm")
    .doc("2026-S1")
    .set(aReport({ state: "approved", submittedAt: NOW }));
}

async function seedSecrets(): Promise<void> {
  const kinds = ["instrument", "interaction", "project", "milestone"] as const;
  await partners(db)
    .doc("secreto")
    .set(aPartner({ name: "SECRETO" }));
  for (const [index, restriction] of [RESERVED, CLASSIFIED].entries())
    for (const kind of kinds) {
      const ref = records(db, "sdm").doc(`secret-${kind}-${index}`);
      const details = kind === "instrument" ? { signedOn: "2026-01-15", responsible: "SECRETO" } : {};
      const review = kind === "instrument" ? { review: { strategic: true, strategicReason: "SECRETO" } } : {};
      const derived = { partnerCategories: ["international"], networkIds: [], amendments: 1 };
      const record = aRecord(kind, { ...restriction, ...review, derived, details });
      await ref.set(record);
      const changes = { title: "SECRETO" };
      await amendmentsOf(ref)
        .doc("a1")
        .set(anAmendment({ recordId: ref.id, changes, replaced: { title: "SECRETO 0" }, applied: changes }));
      await db.doc(`${ref.path}/evidence/e1`).set({ name: "SECRETO.pdf", state: "ready" });
      await historyOf(ref)
        .doc("1")
        .set({
          ...{ version: 1, covers: 1, scope: "entities/sdm", action: "approve", requestId: "q" },
          ...{ at: NOW, by: "oficina", byName: "SECRETO", to: "approved", before: {}, after: { ...record } },
        });
      await records(db, "sdm")
        .doc(`sent-${kind}-${index}`)
        .set(aRecord(kind, { ...restriction, details, state: "submitted", submittedAt: NOW }));
    }
  await decisions(db)
    .doc("secret")
    .set(aDecision({ text: "SECRETO", disclosure: "reserved", decidedOn: "2026-01-15" }));
}

const editionContext: EditionContext = {
  ...context,
  appUrl: "https://bitacora.example",
  ...{ db, bucket, now: () => NOW, enqueue: async () => undefined, newId: () => "worker" },
};

const told = (attempt: Promise<unknown>): Promise<unknown> =>
  attempt.catch((error: unknown) => ({ error: String(error) }));

/** The lists behind every figure that citizens see, and behind those that the secret records alone would have. */
async function evidenceLists(): Promise<Record<string, unknown>> {
  const figures = (await openFigures(db).get()).data()?.figures ?? [];
  const { indicators } = await context.rules.get();
  const known = figures.flatMap((figure) =>
    [...slicesOf(figure)].map(({ slice }) => ({ indicatorId: figure.indicatorId, slice })),
  );
  const secret = indicators.flatMap(({ id }) =>
    ["strategy", "2026", "2026-S1", "2026-01"].flatMap((time) => [
      { indicatorId: id, slice: { standing: "approved" as const, time } },
      ...DIMENSIONS.map((dimension) => ({
        indicatorId: id,
        slice: { standing: "approved" as const, time, of: { dimension, value: "VA" } },
      })),
      {
        indicatorId: id,
        slice: { standing: "approved" as const, time, of: { dimension: "entity" as const, value: "sdm" } },
      },
    ]),
  );
  const lists: Record<string, unknown> = {};
  for (const request of [...known, ...secret])
    lists[canonicalJson(request)] = await told(listPublicEvidence(context, request));
  return lists;
}

/** A file as it is compared: of a Word file, whose bytes hold the time of its making, the words alone. */
const comparable = (name: string, content: Buffer): string =>
  name.endsWith(".docx")
    ? Object.entries(unzipSync(content))
        .filter(([part]) => part.startsWith("word/") && part.endsWith(".xml"))
        .map(([part, xml]) => `${part} ${(strFromU8(xml).match(/<w:t[ >][^<]*/g) ?? []).join("")}`)
        .join("\n")
    : content.toString("latin1");

/** The edition's document without what tells one Word file from another that says the same. */
function comparableEdition(edition: Edition | undefined): string {
  const files = (edition?.files ?? []).filter(({ format }) => format !== "docx");
  return canonicalJson({ ...edition, files });
}

/** Everything that is public, or goes out in public reports, each under its name. */
async function publish(): Promise<Map<string, string>> {
  await bucket.deleteFiles({ prefix: "editions/" });
  await recountAll(context, { addAll: (paths) => rollUp(context, paths) });
  await foldAndPublish(context);
  const { editionId } = await requestEdition(editionContext, andres, {
    ...{ subject: { kind: "annual", year: 2026 }, requestId: "request" },
  });
  await composeEdition(editionContext, editionId, false);
  const [files] = await bucket.getFiles({ prefix: "editions/" });
  const contents = await Promise.all(
    files.map(async (file) => [file.name, comparable(file.name, (await file.download())[0])] as const),
  );
  return new Map<string, string>([
    ["summary", canonicalJson(await loadSummary(context))],
    ["figures/open", canonicalJson((await openFigures(db).get()).data())],
    ["edition", comparableEdition((await editions(db).doc(editionId).get()).data())],
    ["file names", files.map(({ name }) => name).join("\n")],
    ...Object.entries(await evidenceLists()).map(([name, list]) => [name, canonicalJson(list)] as const),
    ...contents,
  ]);
}

let without: Map<string, string>;
let within: Map<string, string>;

beforeAll(async () => {
  await reset();
  await seedPublic();
  without = await publish();
  await reset();
  await seedPublic();
  await seedSecrets();
  within = await publish();
}, 300_000);

test("what is compared is there: figures that count, lists with rows, a report with its data", () => {
  expect(JSON.parse(without.get("summary") ?? "").indicators.length).toBeGreaterThan(0);
  expect([...without.keys()].filter((name) => /\.(pdf|json|docx)$/.test(name))).toHaveLength(5);
  expect([...without.values()].filter((text) => text.includes('"count":2')).length).toBeGreaterThan(0);
});

test("nothing public names a secret", () => {
  for (const [name, text] of within) expect([name, /SECRETO|secreto/.test(text)]).toEqual([name, false]);
});

test("every public byte is the same with such records and without", () => {
  expect([...within.keys()]).toEqual([...without.keys()]);
  const differing = [...without].filter(([name, text]) => within.get(name) !== text);
  expect(
    differing.map(([name, text]) => [name, text.slice(0, 400), within.get(name)?.slice(0, 400)]),
  ).toEqual([]);
});

test("the Office's own figures count them: they were there", async () => {
  const internal = (await db.doc("figures/internal").get()).data();
  expect(canonicalJson(internal)).not.toBe(without.get("figures/open"));
  expect(canonicalJson(internal)).toContain('"2026-01"');
});
