/** What becomes of an edition: stopped, signed, published, brought in; on the Firestore and Storage emulators. */
import { createHash } from "node:crypto";
import type { Firestore } from "firebase-admin/firestore";
import { beforeEach, describe, expect, test } from "vitest";
import type { Edition } from "#domain/edition.ts";
import { bringEdition } from "#functions/jobs/editions/bringEdition.ts";
import { cancelEdition } from "#functions/jobs/editions/cancelEdition.ts";
import { composeEdition } from "#functions/jobs/editions/composeEdition.ts";
import { openEdition, openPublished } from "#functions/jobs/editions/openEdition.ts";
import { publishEdition } from "#functions/jobs/editions/publishEdition.ts";
import { signEdition } from "#functions/jobs/editions/signEdition.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { internalFigures, publishedEditions, records } from "#functions/store/collections.ts";
import { editions } from "#functions/store/editions.ts";
import {
  andres,
  anEdition,
  aStrategicInstrument,
  comision,
  lucia,
  marta,
  NOW,
} from "../../support/builders.ts";
import { editionsOn, PDF_ALONE } from "../../support/editionsOn.ts";

const held = editionsOn("demo-publishing");
const { jobs, context, bucket, stored, names } = held;
const { db, clock } = jobs;

beforeEach(held.reset);

const PDF = Buffer.from("%PDF-1.7\nfirmado\n%%EOF\n");
const sha256 = (bytes: Buffer): string => createHash("sha256").update(bytes).digest("hex");

const upload = (uploadId: string, bytes: Buffer = PDF, uid = andres.uid) =>
  bucket.file(`uploads/${uid}/${uploadId}`).save(bytes, { resumable: false });

const signature = (editionId: string, uploadId = "u1") => ({
  ...{ editionId, uploadId, by: "Elena Duarte", on: "2026-03-01", fileName: "Escáner 1.PDF" },
});

async function signed(): Promise<string> {
  const { id } = await held.make();
  await upload("u1");
  await signEdition(context, andres, signature(id));
  return id;
}

/** Firestore, where something else happens just before the n-th step that the worker writes down. */
function beforeCommit(step: number, act: () => Promise<unknown>): Firestore {
  let steps = 0;
  return new Proxy(db, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== "function") return value;
      if (key !== "runTransaction") return value.bind(target);
      return async (...args: unknown[]) => {
        steps += 1;
        if (steps === step) await act();
        return value.apply(target, args);
      };
    },
  });
}

describe("an edition that is stopped", () => {
  test("says so at once, by whom, and its task makes nothing of it any more", async () => {
    const id = await held.ask();
    expect(await cancelEdition(context, andres, { editionId: id })).toEqual({ state: "cancelled" });
    expect(await stored(id)).toMatchObject({ state: "cancelled", cancelledBy: "oficina", files: [] });
    expect(await composeEdition(context, id, false, PDF_ALONE)).toBe("cancelled");
    expect(await names()).toEqual([]);
    expect(await held.ask()).toBe("annual-2026-2");
  });

  test("at any step leaves nothing listed and nothing in the bucket", async () => {
    await records(db, "sdm").doc("r1").set(aStrategicInstrument());
    let stopped = 0;
    for (const step of [2, 3, 4, 5, 8, 13]) {
      const id = await held.ask();
      const before = beforeCommit(step, () => cancelEdition(context, andres, { editionId: id }));
      const state = await composeEdition({ ...context, db: before }, id, false, PDF_ALONE);
      if (state !== "cancelled") break;
      stopped += 1;
      expect(await stored(id)).toMatchObject({ state: "cancelled", files: [] });
      expect(await stored(id)).not.toHaveProperty("leaseHolder");
      expect(await names(`editions/${id}/`)).toEqual([]);
    }
    expect(stopped).toBeGreaterThan(2);
  });

  test("is cleared by its next task where a worker died between the stop and its own clearing", async () => {
    const id = await held.ask();
    await cancelEdition(context, andres, { editionId: id });
    await bucket.file(`editions/${id}/late/informe-es.pdf`).save("half");
    await composeEdition(context, id, false, PDF_ALONE);
    expect(await names()).toEqual([]);
  });

  test("must still be on its way, and is the Office's to stop", async () => {
    const { id } = await held.make();
    await expect(cancelEdition(context, andres, { editionId: id })).rejects.toThrow("wrong-state");
    await expect(cancelEdition(context, marta, { editionId: id })).rejects.toThrow("office-only");
    await expect(cancelEdition(context, andres, { editionId: "annual-2026-9" })).rejects.toThrow("not-found");
  });
});

describe("the signed copy", () => {
  test("is kept with its hash, the name and the day that it bears, and can be opened", async () => {
    const id = await signed();
    const edition = await stored(id);
    expect(edition.signature).toMatchObject({
      ...{ by: "Elena Duarte", on: "2026-03-01", fileName: "Escáner 1.PDF", addedBy: "oficina" },
      ...{ sha256: sha256(PDF), bytes: PDF.length },
    });
    const opened = await openEdition(context, comision, { editionId: id, address: "firmado.pdf" });
    expect(Buffer.concat(await opened.read().toArray())).toEqual(PDF);
    expect(await names("uploads/")).toEqual([]);
  });

  test("is attached once, however often it is sent, also after a crash before the upload was cleared", async () => {
    const id = await signed();
    const before = await stored(id);
    await upload("u1");
    await signEdition(context, andres, signature(id));
    expect(await stored(id)).toEqual(before);
  });

  test("can be replaced until the edition is published, and not after", async () => {
    const id = await signed();
    const better = Buffer.from("%PDF-1.7\nmejor\n%%EOF\n");
    await upload("u2", better);
    await signEdition(context, andres, signature(id, "u2"));
    expect((await stored(id)).signature?.sha256).toBe(sha256(better));
    expect((await names(`editions/${id}/firmado`)).length).toBe(1);
    await publishEdition(context, andres, { editionId: id });
    await upload("u3");
    await expect(signEdition(context, andres, signature(id, "u3"))).rejects.toThrow("published");
  });

  test.each([
    ["that is no PDF", Buffer.from("<html></html>"), "file-not-pdf"],
    ["that is cut short", Buffer.from("%PDF-1.7\nfirm"), "file-not-pdf"],
  ])("%s is refused, and nothing is attached", async (_, bytes, reason) => {
    const { id } = await held.make();
    await upload("u1", bytes);
    await expect(signEdition(context, andres, signature(id))).rejects.toThrow(reason);
    expect(await stored(id)).not.toHaveProperty("signature");
  });

  test("must have arrived in one's own folder, and bear a day that is possible", async () => {
    const { id } = await held.make();
    await upload("u1", PDF, "another");
    await expect(signEdition(context, andres, signature(id))).rejects.toThrow("file-missing");
    await upload("u1");
    for (const on of ["2026-03-02", "2026-02-28"])
      await expect(signEdition(context, andres, { ...signature(id), on })).rejects.toThrow("problems");
    await expect(signEdition(context, comision, signature(id))).rejects.toThrow("office-only");
  });
});

describe("publishing", () => {
  test("wants the signed copy, and an edition that is ready", async () => {
    const { id } = await held.make();
    await expect(publishEdition(context, andres, { editionId: id })).rejects.toThrow("not-signed");
    await expect(publishEdition(context, comision, { editionId: id })).rejects.toThrow("office-only");
    const queued = await held.ask(2025);
    await expect(publishEdition(context, andres, { editionId: queued })).rejects.toThrow("not-ready");
  });

  test("lets citizens download it; before, they find nothing", async () => {
    const id = await signed();
    const asked = { editionId: id, address: "es.pdf" };
    await expect(openPublished(context, asked)).rejects.toThrow("not-found");
    await publishEdition(context, andres, { editionId: id });
    const opened = await openPublished(context, asked);
    expect(sha256(Buffer.concat(await opened.read().toArray()))).toBe(opened.sha256);
    const list = (await publishedEditions(db).get()).data();
    expect(list?.editions.map((edition) => edition.id)).toEqual([id]);
  });

  test("freezes it: nothing that anyone may do changes it any more", async () => {
    const id = await signed();
    await publishEdition(context, andres, { editionId: id });
    const before = await stored(id);
    const files = await names(`editions/${id}/`);
    clock.at = new Date("2026-03-05T15:00:00Z");
    await publishEdition(context, andres, { editionId: id });
    await upload("u9");
    for (const attempt of [
      () => cancelEdition(context, andres, { editionId: id }),
      () => signEdition(context, andres, signature(id, "u9")),
    ])
      await expect(attempt()).rejects.toThrow();
    await composeEdition(context, id, true, PDF_ALONE);
    expect(await stored(id)).toEqual(before);
    expect(await names(`editions/${id}/`)).toEqual(files);
  });

  test("of a half-year report, which is its entity's, is not for citizens", async () => {
    const { id } = await held.make();
    const half = { kind: "half-year", entityId: "sdm", periodId: "2026-S1" } as const;
    await editions(db).doc(id).update(half);
    await expect(publishEdition(context, andres, { editionId: id })).rejects.toThrow("not-ready");
  });
});

describe("a month's report", () => {
  const monthly = (changes: Partial<Edition> = {}) =>
    anEdition({ kind: "monthly", reportId: "monthly-2026-02", year: 2026, month: "2026-02", ...changes });

  /** What l3-r6 says, after every edition was delivered twice. */
  async function counted(): Promise<{ value?: number | undefined; byMonth: Record<string, number> }> {
    const paths = (await editions(db).get()).docs.map(({ ref }) => ref.path);
    for (let delivery = 0; delivery < 2; delivery += 1) await rollUp(jobs.context, paths);
    await foldAndPublish(jobs.context);
    const figures = (await internalFigures(db).get()).data()?.figures ?? [];
    const found = figures.find(({ indicatorId }) => indicatorId === "l3-r6");
    return { value: found?.value, byMonth: { ...found?.byMonth } };
  }

  const signing = { by: "Elena Duarte", on: "2026-03-01" };

  test("counts once when it is published, whatever later edition takes its place", async () => {
    for (const number of [1, 2]) {
      const id = `monthly-2026-02-${number}`;
      await editions(db).doc(id).set(monthly({ number }));
      await upload(`u${number}`);
      await signEdition(context, andres, {
        ...signing,
        editionId: id,
        uploadId: `u${number}`,
        fileName: "f.pdf",
      });
      expect(await counted()).toMatchObject({ value: number - 1 });
      await publishEdition(context, andres, { editionId: id });
      expect(await counted()).toMatchObject({ value: 1 });
    }
    expect(await stored("monthly-2026-02-2")).toMatchObject({ replacesId: "monthly-2026-02-1" });
    const list = (await publishedEditions(db).get()).data();
    expect(list?.editions.map(({ id }) => id)).toEqual(["monthly-2026-02-2", "monthly-2026-02-1"]);
  });

  test("of an earlier edition is not published behind a later one", async () => {
    await editions(db).doc("monthly-2026-02-1").set(monthly());
    await editions(db)
      .doc("monthly-2026-02-2")
      .set(monthly({ number: 2, publishedAt: NOW }));
    await upload("u1");
    await signEdition(context, andres, {
      ...signing,
      editionId: "monthly-2026-02-1",
      uploadId: "u1",
      fileName: "f",
    });
    await expect(publishEdition(context, andres, { editionId: "monthly-2026-02-1" })).rejects.toThrow(
      "later-published",
    );
  });

  const brought = (changes: object = {}) => ({
    ...{ month: "2025-03", by: "Elena Duarte", on: "2025-04-02", uploadId: "u1", fileName: "Marzo.pdf" },
    requestId: "b1",
    ...changes,
  });

  test("that was made before Bitácora is brought in, published, and counts on the day that it bears", async () => {
    await upload("u1");
    const { editionId } = await bringEdition(context, andres, brought());
    expect(editionId).toBe("monthly-2025-03-1");
    expect(await stored(editionId)).toMatchObject({
      state: "ready",
      issuedOn: "2025-04-02",
      month: "2025-03",
    });
    expect(await counted()).toMatchObject({ value: 0 });
    await publishEdition(context, andres, { editionId });
    expect(await counted()).toMatchObject({ value: 1, byMonth: { "2025-04": 1 } });
    const opened = await openPublished(context, { editionId, address: "es.pdf" });
    expect(Buffer.concat(await opened.read().toArray())).toEqual(PDF);
  });

  test("is brought in once, however often it is sent, and not beside a public one", async () => {
    await upload("u1");
    const first = await bringEdition(context, andres, brought());
    expect(await bringEdition(context, andres, brought())).toEqual(first);
    await publishEdition(context, andres, first);
    await upload("u2");
    const second = brought({ uploadId: "u2", requestId: "b2" });
    await expect(bringEdition(context, andres, second)).rejects.toThrow("published");
    expect((await editions(db).get()).size).toBe(1);
  });

  test.each([
    ["of a month that has not ended", { month: "2026-03" }, "year-out-of-range"],
    ["of a month before the strategy", { month: "2023-12" }, "year-out-of-range"],
    ["signed before its month", { on: "2025-02-28" }, "problems"],
    ["signed tomorrow", { on: "2026-03-02" }, "problems"],
    ["without its file", { uploadId: "none" }, "file-missing"],
  ])("%s is not brought in", async (_, changes, reason) => {
    await upload("u1");
    await expect(bringEdition(context, andres, brought(changes))).rejects.toThrow(reason);
    await expect(bringEdition(context, marta, brought(changes))).rejects.toThrow("office-only");
    expect((await editions(db).get()).size).toBe(0);
  });
});

describe("a half-year report's edition", () => {
  test("is opened by its entity's focal points too, and by no other entity's", async () => {
    const { id } = await held.make();
    const asked = { editionId: id, address: "es.pdf" };
    await expect(openEdition(context, marta, asked)).rejects.toThrow("not-yours");
    await editions(db).doc(id).update({ kind: "half-year", entityId: "sdm", periodId: "2026-S1" });
    expect((await openEdition(context, marta, asked)).contentType).toBe("application/pdf");
    await expect(openEdition(context, lucia, asked)).rejects.toThrow("not-yours");
    await expect(openEdition(context, lucia, { ...asked, editionId: "none" })).rejects.toThrow("not-yours");
    await expect(openEdition(context, andres, { ...asked, address: "fr.pdf" })).rejects.toThrow("not-found");
  });
});
