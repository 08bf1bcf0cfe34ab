/** Editions on the Firestore and Storage emulators: one per data, whatever dies, refuses or comes twice. */
import { createHash } from "node:crypto";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { Storage } from "@google-cloud/storage";
import { getStorage } from "firebase-admin/storage";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { annualSnapshotSchema } from "#domain/annualReport/annualSnapshot.ts";
import type { Edition } from "#domain/edition.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { comparableText } from "#domain/reports/comparableText.ts";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import type { EditionContext } from "#functions/jobs/editions/EditionContext.ts";
import { openEdition } from "#functions/jobs/editions/openEdition.ts";
import { requestEdition, startEdition } from "#functions/jobs/editions/startEdition.ts";
import { recountAll } from "#functions/jobs/recount.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { WorkHeld } from "#functions/jobs/workLease.ts";
import {
  amendmentsOf,
  decisions,
  obligations,
  records,
  reports,
  system,
} from "#functions/store/collections.ts";
import { type Bucket, editions } from "#functions/store/editions.ts";
import { textOf } from "../pdf/readPdf.ts";
import {
  aDecision,
  anAmendment,
  andres,
  aRecord,
  aReport,
  aStrategicInstrument,
  comision,
  marta,
  NOW,
} from "../support/builders.ts";
import { PDF_ALONE } from "../support/editionsOn.ts";
import { adminApp } from "../support/emulators.ts";
import { jobsOn } from "../support/jobsOn.ts";

const PROJECT = "demo-editions";
const jobs = jobsOn(PROJECT);
const { db, clock } = jobs;
const bucket: Bucket = getStorage(adminApp(PROJECT)).bucket();
let queued: string[];
const context: EditionContext = {
  ...jobs.context,
  bucket,
  appUrl: "https://bitacora.example",
  // It moves, so that progress is due at every step.
  now: () => {
    clock.at = new Date(clock.at.getTime() + 1000);
    return clock.at;
  },
  enqueue: async (editionId) => void queued.push(editionId),
  newId: () => crypto.randomUUID(),
};

beforeEach(async () => {
  queued = [];
  await jobs.reset();
  await bucket.deleteFiles({ prefix: "editions/" });
});

let requests = 0;
const ask = (year = 2026, within = context) =>
  requestEdition(within, andres, { subject: { kind: "annual", year }, requestId: `request-${requests++}` });

async function make(year = 2026): Promise<{ id: string; edition: Edition }> {
  const { editionId } = await ask(year);
  await composeEdition(context, editionId, false, PDF_ALONE);
  return { id: editionId, edition: await stored(editionId) };
}

async function stored(editionId: string): Promise<Edition> {
  const edition = (await editions(db).doc(editionId).get()).data();
  if (!edition) throw new Error(`no ${editionId}`);
  return edition;
}

async function save(...all: [string, DraftRecord][]): Promise<void> {
  await Promise.all(all.map(([id, record]) => records(db, record.entityId).doc(id).set(record)));
  await recountAll(jobs.context, { addAll: (paths) => rollUp(jobs.context, paths) });
}

const names = async (): Promise<string[]> =>
  (await bucket.getFiles({ prefix: "editions/" }))[0].map(({ name }) => name).sort();
const bytesAt = async (path: string | undefined): Promise<Buffer> =>
  (await bucket.file(path ?? "").download())[0];
/** The Spanish PDF of an edition. */
const pdfIn = ({ files }: Edition) => {
  const found = files.find(({ format, language }) => format === "pdf" && language === "es");
  if (!found) throw new Error("no PDF");
  return found;
};
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

describe("an edition", () => {
  test("holds the figures, in its document and in its PDF, and says what it was made from", async () => {
    await save(["r1", aStrategicInstrument()], ["r2", aStrategicInstrument({ entityId: "sdmujer" })]);
    const { id, edition } = await make();
    expect(id).toBe("annual-2026-1");
    expect(edition).toMatchObject({ state: "ready", progress: 100, cutOffOn: "2026-03-01", isDemo: false });
    expect(edition.figures).toMatchObject({ "l1-r1": 2, "l2-r1": "no-information" });
    expect(edition).not.toHaveProperty("leaseUntil");
    const pdf = await bytesAt(pdfIn(edition).path);
    expect(pdfIn(edition).bytes).toBe(pdf.length);
    expect(pdfIn(edition).sha256).toBe(sha256(pdf));
    const text = textOf(pdf);
    expect(text).toContain("2 de 50, 4 % de la meta de la estrategia");
    expect(text).toContain(`Página ${pdfIn(edition).pages} de ${pdfIn(edition).pages}`);
    expect(text).toContain("Memorando con la Ciudad de México");
    const folder = `editions/${id}/${edition.dataHash?.slice(0, 16)}-r${edition.rendererVersion}`;
    expect(await names()).toEqual(
      ["datos.json", "informe-es.pdf", "registros.ndjson"].map((name) => `${folder}/${name}`),
    );
    const snapshot = annualSnapshotSchema.parse(
      JSON.parse((await bytesAt(`${folder}/datos.json`)).toString()),
    );
    expect(sha256(Buffer.from(comparableText(annualSnapshotSchema, snapshot)))).toBe(edition.dataHash);
  });

  test("lies in the bucket as a PDF under a name that people understand", async () => {
    const { edition } = await make();
    const [metadata] = await bucket.file(pdfIn(edition).path).getMetadata();
    expect(metadata.contentType).toBe("application/pdf");
    expect(metadata.contentDisposition).toContain(
      "filename*=UTF-8''Informe%20anual%202026%20-%20Bit%C3%A1cora%20%28edici%C3%B3n%201%29.pdf",
    );
  });

  test("is made once from the same data: a second run says so, and writes no file", async () => {
    await save(["r1", aStrategicInstrument()]);
    const first = await make();
    const before = await names();
    clock.at = new Date("2026-04-02T15:00:00Z");
    const second = await make();
    expect(second.edition).toMatchObject({ state: "unchanged", sameAs: first.id, progress: 100 });
    expect(second.edition.files).toEqual([]);
    expect(await names()).toEqual(before);
    const opened = await openEdition(context, comision, { editionId: second.id, address: "es.pdf" });
    expect(sha256(Buffer.concat(await opened.read().toArray()))).toBe(pdfIn(first.edition).sha256);
  });

  test("follows another with the new figure when a record has come in, and leaves the first as it was", async () => {
    await save(["r1", aStrategicInstrument()]);
    const first = await make();
    const pdf = await bytesAt(pdfIn(first.edition).path);
    await save(["r2", aStrategicInstrument()]);
    const second = await make();
    expect(second.edition).toMatchObject({ state: "ready", figures: { "l1-r1": 2 } });
    expect(second.id).toBe("annual-2026-2");
    expect((await bytesAt(pdfIn(first.edition).path)).equals(pdf)).toBe(true);
  });

  test("of a year without data is complete and says so", async () => {
    const { edition } = await make(2024);
    expect(edition).toMatchObject({ state: "ready", cutOffOn: "2024-12-31" });
    const text = textOf(await bytesAt(pdfIn(edition).path));
    expect(text).toContain("Bitácora no tiene registros públicos aprobados de 2024");
    expect(text).toContain("Cómo se hizo este informe");
  });

  test("bears the demonstration mark where the system's data is generated", async () => {
    await system(db).set({ isDemo: true });
    const { edition } = await make();
    expect(edition.isDemo).toBe(true);
    expect(textOf(await bytesAt(pdfIn(edition).path))).toContain("DATOS DE DEMOSTRACIÓN");
  });

  test("shows its progress as it goes", async () => {
    const seen: Edition[] = [];
    const { editionId } = await ask();
    const stop = editions(db)
      .doc(editionId)
      .onSnapshot((snapshot) => seen.push(snapshot.data() as Edition));
    await expect.poll(() => seen.at(-1)?.state).toBe("queued");
    await composeEdition(context, editionId, false, PDF_ALONE);
    await expect.poll(() => seen.at(-1)?.state).toBe("ready");
    stop();
    const states = seen.map(({ state }) => state);
    expect([...new Set(states)]).toEqual(["queued", "composing", "rendering", "ready"]);
    const progress = seen.map((edition) => edition.progress);
    expect(progress).toEqual(progress.toSorted((a, b) => a - b));
    expect(new Set(progress).size).toBeGreaterThan(5);
  });
});

describe("its snapshot", () => {
  const snapshotOf = async (edition: Edition) => {
    const path = edition.files.find(({ format }) => format === "json")?.path;
    return annualSnapshotSchema.parse(JSON.parse((await bytesAt(path)).toString()));
  };

  test("holds public, approved records alone; what waits for the Office is only counted as waiting", async () => {
    await save(
      ["public", aStrategicInstrument({ title: "Público" })],
      [
        "classified",
        aStrategicInstrument({ title: "Clasificado", disclosure: "classified", legalGround: "Ley" }),
      ],
      ["example", aStrategicInstrument({ title: "Ejemplo", isExample: true })],
      ["submitted", aStrategicInstrument({ title: "Enviado", state: "submitted" })],
      ["withdrawn", aStrategicInstrument({ title: "Retirado", state: "withdrawn" })],
      ["draft", aRecord("instrument", { title: "Borrador" })],
    );
    const { edition } = await make();
    const snapshot = await snapshotOf(edition);
    expect(snapshot.instruments.map(({ title }) => title)).toEqual(["Público"]);
    expect(snapshot.approvedRecords).toBe(1);
    const sdm = snapshot.sectors.flatMap(({ entities }) => entities).find(({ id }) => id === "sdm");
    expect(sdm).toMatchObject({ approved: 1, reported: 1 });
    expect(textOf(await bytesAt(pdfIn(edition).path))).not.toMatch(/Clasificado|Retirado|Enviado$|Borrador/);
  });

  test("counts a shared record once for the city, and once for each entity and sector", async () => {
    await save([
      "r1",
      aStrategicInstrument({ participants: ["idu", "sdmujer"], involved: ["sdm", "idu", "sdmujer"] }),
    ]);
    const snapshot = await snapshotOf((await make()).edition);
    expect(snapshot.approvedRecords).toBe(1);
    const withPart = snapshot.sectors.filter(({ approved }) => approved > 0);
    expect(withPart.map(({ approved, figures }) => [approved, figures])).toEqual([
      [1, [{ indicatorId: "l1-r1", value: 1 }]],
      [1, [{ indicatorId: "l1-r1", value: 1 }]],
    ]);
    const entityIds = withPart.flatMap(({ entities }) =>
      entities.filter(({ approved }) => approved).map(({ id }) => id),
    );
    expect(entityIds.sort()).toEqual(["idu", "sdm", "sdmujer"]);
  });

  test("puts instruments in the year that they were signed in, derives what has expired, and keeps old ones apart", async () => {
    await save(
      [
        "old",
        aStrategicInstrument({
          title: "ICLEI",
          happenedOn: "2026-01-10",
          details: { signedOn: "2009-05-02" },
        }),
      ],
      [
        "expired",
        aStrategicInstrument({
          title: "Vencido",
          details: { signedOn: "2025-02-01", validUntil: "2026-02-28" },
        }),
      ],
      [
        "valid",
        aStrategicInstrument({ title: "Vigente", details: { validUntil: "2026-03-01", status: "active" } }),
      ],
    );
    const snapshot = await snapshotOf((await make()).edition);
    expect(snapshot.instruments.map(({ title, status }) => [title, status])).toEqual([
      ["ICLEI", "signed"],
      ["Vencido", "expired"],
      ["Vigente", "active"],
    ]);
    const indicator = snapshot.indicators.find(({ id }) => id === "l1-r1");
    expect(indicator).toMatchObject({ inYear: 1, inStrategy: 2, before: 1 });
    expect(snapshot.approvedRecords).toBe(1);
  });

  test("keeps an earlier year as it was, whatever an amendment changes from a later day on", async () => {
    const on = { happenedOn: "2025-05-02" };
    const changes = { "details.status": "negotiating", title: "Memorando, segunda etapa" };
    const replaced = { "details.status": "signed", title: "Memorando" };
    await save([
      "r1",
      aStrategicInstrument({ ...on, title: replaced.title, details: { signedOn: "2025-05-02" } }),
    ]);
    const before = await make(2025);
    await amendmentsOf(records(db, "sdm").doc("r1"))
      .doc("q1")
      .set(anAmendment({ changes, replaced, applied: changes, effectiveOn: "2026-02-25" }));
    await save([
      "r1",
      aStrategicInstrument({
        ...{ ...on, title: changes.title, version: 2 },
        details: { signedOn: "2025-05-02", status: "negotiating" },
        derived: { partnerCategories: [], networkIds: [], amendments: 1 },
      }),
    ]);
    expect((await make(2025)).edition).toMatchObject({ state: "unchanged", sameAs: before.id });
    const earlier = await snapshotOf(before.edition);
    expect(earlier.instruments).toMatchObject([{ title: "Memorando", status: "signed" }]);
    expect(earlier.indicators.find(({ id }) => id === "l1-r1")).toMatchObject({ inYear: 1, inStrategy: 1 });
    const later = await snapshotOf((await make(2026)).edition);
    expect(later.instruments).toMatchObject([{ title: "Memorando, segunda etapa", status: "negotiating" }]);
    const figure = later.indicators.find(({ id }) => id === "l1-r1");
    expect(figure).toMatchObject({ inYear: -1, inStrategy: 0, byHalf: [-1, 0] });
  });

  test("leaves later years out of an earlier year's report", async () => {
    await save(
      ["r1", aStrategicInstrument({ details: { signedOn: "2025-05-02" }, happenedOn: "2025-05-02" })],
      ["r2", aStrategicInstrument()],
    );
    const snapshot = await snapshotOf((await make(2025)).edition);
    expect(snapshot.indicators.find(({ id }) => id === "l1-r1")).toMatchObject({ inYear: 1, inStrategy: 1 });
    expect(snapshot.instruments).toHaveLength(1);
  });

  test("has milestones with their document, sessions, decisions and the half-year reports that are owed", async () => {
    await decisions(db)
      .doc("d1")
      .set(aDecision({ text: "Adoptar el plan." }));
    await decisions(db)
      .doc("d2")
      .set(aDecision({ text: "Secreta.", disclosure: "reserved" }));
    await save(
      ["m1", aRecord("milestone", { state: "approved", entityId: "secretaria-general" })],
      ["s1", aRecord("session", { state: "approved", entityId: "secretaria-general", title: "Sesión 1" })],
    );
    await obligations(db)
      .doc("2026-S1")
      .set({ periodId: "2026-S1", dueOn: "2026-07-31", entityIds: ["sdm", "idu"] });
    await reports(db, "sdm")
      .doc("2026-S1")
      .set(aReport({ state: "submitted", submittedAt: NOW }));
    const snapshot = await snapshotOf((await make()).edition);
    expect(snapshot.indicators.find(({ id }) => id === "l2-r1")).toMatchObject({
      news: [{ stateId: "published", since: "2026-02-20", document: "Resolución 012 de 2026" }],
    });
    expect(snapshot.sessions).toMatchObject([{ title: "Sesión 1", heldOn: "2026-02-20" }]);
    expect(snapshot.decisions.map(({ text }) => text)).toEqual(["Adoptar el plan."]);
    expect(snapshot.periods.find(({ id }) => id === "2026-S1")?.statuses.map(({ status }) => status)).toEqual(
      ["submitted-on-time", "not-started"],
    );
  });
});

describe("asking for an edition", () => {
  test("is the Office's alone, and of years of the strategy that have begun", async () => {
    const asked = { subject: { kind: "annual", year: 2026 }, requestId: "r" } as const;
    await expect(requestEdition(context, marta, asked)).rejects.toThrow("office-only");
    await expect(requestEdition(context, comision, asked)).rejects.toThrow("office-only");
    await expect(ask(2027)).rejects.toThrow("year-out-of-range");
    await expect(ask(2023)).rejects.toThrow("year-out-of-range");
    expect((await editions(db).get()).size).toBe(0);
  });

  test("while one is being made returns that one, to however many ask at once", async () => {
    const asked = await Promise.all(Array.from({ length: 5 }, () => ask()));
    expect(new Set(asked.map(({ editionId }) => editionId))).toEqual(new Set(["annual-2026-1"]));
    expect((await editions(db).get()).size).toBe(1);
    expect(await ask(2025)).toEqual({ editionId: "annual-2025-1" });
  });

  test("puts a lost task on the queue again, but none that is being worked at", async () => {
    const { editionId } = await ask();
    await ask();
    expect(queued).toEqual([editionId, editionId]);
    await editions(db)
      .doc(editionId)
      .update({ leaseUntil: new Date(clock.at.getTime() + 60_000) });
    await ask();
    expect(queued).toHaveLength(2);
  });

  test("twice with the same request id makes one, even when the first has ended", async () => {
    const asked = { subject: { kind: "annual", year: 2026 }, requestId: "the-same" } as const;
    const { editionId } = await startEdition(context, asked, "schedule");
    await composeEdition(context, editionId, false, PDF_ALONE);
    expect(await startEdition(context, asked, "schedule")).toEqual({ editionId });
    expect((await editions(db).get()).size).toBe(1);
    expect(queued).toEqual([editionId]);
  });

  test("says that the edition failed when it cannot be queued", async () => {
    const enqueue = async () => Promise.reject(new Error("no queue"));
    await expect(ask(2026, { ...context, enqueue })).rejects.toThrow("no queue");
    expect(await stored("annual-2026-1")).toMatchObject({
      state: "failed",
      error: expect.stringMatching(/^No se pudo poner el informe en la cola/),
    });
    expect(await ask()).toEqual({ editionId: "annual-2026-2" });
  });
});

describe("opening an edition", () => {
  test("is for the Office, the Commission and administrators, and for what is ready", async () => {
    const { editionId } = await ask();
    await expect(openEdition(context, andres, { editionId, address: "es.pdf" })).rejects.toThrow("not-ready");
    await composeEdition(context, editionId, false, PDF_ALONE);
    expect((await openEdition(context, andres, { editionId, address: "es.pdf" })).bytes).toBe(
      pdfIn(await stored(editionId)).bytes,
    );
    await expect(openEdition(context, marta, { editionId, address: "es.pdf" })).rejects.toThrow("not-yours");
    await expect(
      openEdition(context, andres, { editionId: "annual-2026-9", address: "es.pdf" }),
    ).rejects.toThrow("not-found");
  });
});

describe("a bucket that refuses", () => {
  let server: Server;
  let refusing: Bucket;

  beforeEach(async () => {
    server = createServer((request, response) => {
      request.resume();
      response.writeHead(403, { "Content-Type": "application/json" });
      response.end(JSON.stringify({ error: { code: 403, message: "storage.objects.create denied" } }));
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    const { port } = server.address() as AddressInfo;
    const storage = new Storage({
      projectId: PROJECT,
      apiEndpoint: `http://127.0.0.1:${port}`,
      retryOptions: { autoRetry: false },
    });
    refusing = storage.bucket(bucket.name) as unknown as Bucket;
  });

  afterEach(() => new Promise<void>((resolve) => void server.close(() => resolve())));

  test("is tried again, then told in plain words, and leaves nothing half-written", async () => {
    const { editionId } = await ask();
    await expect(
      composeEdition({ ...context, bucket: refusing }, editionId, false, PDF_ALONE),
    ).rejects.toThrow("the bucket refused");
    expect(await stored(editionId)).toMatchObject({ state: "composing" });
    expect(await stored(editionId)).not.toHaveProperty("error");
    await expect(
      composeEdition({ ...context, bucket: refusing }, editionId, true, PDF_ALONE),
    ).rejects.toThrow("the bucket refused");
    const failed = await stored(editionId);
    expect(failed.state).toBe("failed");
    expect(failed.error).toMatch(
      /^No se pudo guardar el informe en el almacenamiento de archivos\. Pida otra edición/,
    );
    expect(failed.files).toEqual([]);
    expect(failed).not.toHaveProperty("leaseUntil");
    expect(await names()).toEqual([]);
  });

  test("lets the next attempt succeed once it takes files again", async () => {
    const { editionId } = await ask();
    await expect(
      composeEdition({ ...context, bucket: refusing }, editionId, false, PDF_ALONE),
    ).rejects.toThrow();
    await composeEdition(context, editionId, false, PDF_ALONE);
    expect(await stored(editionId)).toMatchObject({ state: "ready" });
  });
});

describe("a worker", () => {
  test("that finds another at the edition stands back, and is let in when that one's time is up", async () => {
    const { editionId } = await ask();
    const until = new Date(clock.at.getTime() + 60_000);
    await editions(db).doc(editionId).update({ state: "rendering", leaseHolder: "other", leaseUntil: until });
    await expect(composeEdition(context, editionId, true, PDF_ALONE)).rejects.toThrow(WorkHeld);
    expect(await stored(editionId)).toMatchObject({ state: "rendering", leaseHolder: "other" });
    clock.at = until;
    expect(await composeEdition(context, editionId, false, PDF_ALONE)).toBe("ready");
  });

  test("that was overtaken writes nothing more", async () => {
    const { editionId } = await ask();
    let calls = 0;
    const slow: EditionContext = {
      ...context,
      now: () => {
        calls += 1;
        // In the middle of rendering, another takes over and finishes.
        if (calls === 40)
          void editions(db)
            .doc(editionId)
            .update({ leaseHolder: "other", leaseUntil: new Date(clock.at.getTime() + 1e9) });
        return context.now();
      },
    };
    await expect(composeEdition(slow, editionId, true, PDF_ALONE)).rejects.toThrow(WorkHeld);
    expect(await stored(editionId)).toMatchObject({ state: "rendering", leaseHolder: "other" });
  });

  test("that ends twice changes nothing the second time", async () => {
    const { id, edition } = await make();
    expect(await composeEdition(context, id, true, PDF_ALONE)).toBe("ready");
    expect(await stored(id)).toEqual(edition);
  });

  test("that dies at any moment is followed by one that makes the same bytes, once", async () => {
    await save(["r1", aStrategicInstrument()]);
    const whole = await make();
    const shown = { files: whole.edition.files, dataHash: whole.edition.dataHash };
    const startOver = async () => {
      for (const { ref } of (await editions(db).get()).docs) await ref.delete();
      await bucket.deleteFiles({ prefix: "editions/" });
      clock.at = NOW;
    };
    let died = 0;
    // The clock is read at every step, so that a clock which stops is a worker that dies there, its lease in its hand.
    for (const moment of [1, 2, 3, 4, 5, 6, 8, 12, 30, 90, 160, 240]) {
      await startOver();
      const { editionId } = await ask();
      let calls = 0;
      const mortal: EditionContext = {
        ...context,
        now: () => {
          calls += 1;
          if (calls >= moment) throw new Error("killed");
          return context.now();
        },
      };
      const outcome = await composeEdition(mortal, editionId, false, PDF_ALONE).catch(
        (error: Error) => error.message,
      );
      if (outcome === "killed") died += 1;
      clock.at = new Date(NOW.getTime() + 30 * 60_000);
      expect(await composeEdition(context, editionId, false, PDF_ALONE)).toBe("ready");
      expect(await stored(editionId)).toMatchObject({ state: "ready", ...shown });
      const files = await names();
      expect(files.filter((name) => name.endsWith(".pdf"))).toHaveLength(1);
      expect(files).toHaveLength(3);
      const pdf = pdfIn(await stored(editionId));
      expect(sha256(await bytesAt(pdf.path))).toBe(pdf.sha256);
    }
    expect(died).toBeGreaterThan(7);
  });

  test("that died after freezing the year is followed by one that keeps to it, whatever changed meanwhile", async () => {
    await save(["r1", aStrategicInstrument()]);
    const { editionId } = await ask();
    const mortal: EditionContext = {
      ...context,
      now: () => {
        if (clock.at.getTime() > NOW.getTime() + 20_000) throw new Error("killed");
        return context.now();
      },
    };
    await expect(composeEdition(mortal, editionId, false, PDF_ALONE)).rejects.toThrow("killed");
    expect(await stored(editionId)).toMatchObject({ state: "rendering" });
    await save(["r1", aStrategicInstrument({ version: 2, state: "withdrawn" })]);
    clock.at = new Date(NOW.getTime() + 30 * 60_000);
    await composeEdition(context, editionId, false, PDF_ALONE);
    expect(await stored(editionId)).toMatchObject({ state: "ready", figures: { "l1-r1": 1 } });
  });
});
