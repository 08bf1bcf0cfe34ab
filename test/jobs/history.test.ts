/** The trail of every version, on the Firestore emulator: what people saved too, restored records, gaps that are told. */
import { beforeEach, describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Move } from "#domain/record/states.ts";
import { decideAmendment, proposeAmendment } from "#functions/jobs/amend.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { moveReport } from "#functions/jobs/moveReport.ts";
import { Rejection } from "#functions/jobs/Rejection.ts";
import { sweepHistory } from "#functions/jobs/sweepHistory.ts";
import {
  accessHistoryOf,
  accessOf,
  historyOf,
  operations,
  partnerHistoryOf,
  partners,
  records,
  reports,
} from "#functions/store/collections.ts";
import { andres, aPartner, aRecord, aReport, elena, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, clock, reset } = jobsOn("demo-history");
const ref = records(db, "sdm").doc("r1");

beforeEach(async () => {
  await reset();
  await accessOf(db)
    .doc("movilidad")
    .set({
      ...{ email: "m@b.example", name: "Marta Ríos", roles: ["focal"], entityIds: ["sdm"], version: 1 },
      ...{ version: 1, grantedAt: NOW, grantedBy: "admin" },
    });
  await accessHistoryOf(accessOf(db).doc("movilidad"))
    .doc("1")
    .set({
      ...{ version: 1, covers: 1, scope: "access", action: "grant", requestId: "g", at: NOW },
      ...{ by: "admin", byName: "Admin", email: "m@b.example", name: "Marta Ríos" },
    });
});

let requests = 0;
const version = async () => (await ref.get()).data()?.version ?? 0;
const make = async (move: Move, actor: NamedActor, reason = "Falta el soporte.") =>
  moveRecord(context, actor, move, {
    ...{ entityId: "sdm", recordId: "r1", version: await version(), requestId: `q-${requests++}`, reason },
  });
const trail = async (of: Parameters<typeof historyOf>[0] = ref) =>
  (await historyOf(of).orderBy("version").get()).docs.map((entry) => entry.data());

/** A save of the focal point's, as the rules allow it. */
const save = async (changes: Partial<DraftRecord>) => {
  clock.at = new Date(clock.at.getTime() + 60_000);
  await db
    .doc(ref.path)
    .update({ ...changes, version: (await version()) + 1, updatedAt: clock.at, updatedBy: "movilidad" });
};

const returned = async () => {
  await ref.set(aRecord("instrument", { version: 3 }));
  await make("submit", marta);
  await make("return", andres);
};

describe("the trail of a record", () => {
  test("begins at its first submission, which accounts for the saves before it", async () => {
    await ref.set(aRecord("instrument", { version: 3 }));
    await make("submit", marta);
    expect(await trail()).toEqual([
      expect.objectContaining({ version: 4, covers: 4, action: "submit", from: "draft", before: {} }),
    ]);
  });

  test("tells what was corrected between return and second submission: field by field, by whom, since when", async () => {
    await returned();
    await save({ title: "Memorando con Ciudad de México" });
    await save({ citizenBenefit: "Viajes más cortos." });
    await make("submit", marta);
    const [, , edit, submit] = await trail();
    expect(edit).toMatchObject({
      ...{ version: 7, covers: 2, action: "edit", from: "returned", to: "returned" },
      ...{ by: "movilidad", byName: "Marta Ríos", at: new Date(NOW.getTime() + 120_000) },
      before: { title: "Memorando con la Ciudad de México", citizenBenefit: null },
      after: { title: "Memorando con Ciudad de México", citizenBenefit: "Viajes más cortos." },
    });
    expect(submit).toMatchObject({ version: 8, covers: 1, action: "submit", before: { state: "returned" } });
  });

  test("has no entry for corrections where there were none", async () => {
    await returned();
    await make("submit", marta);
    expect((await trail()).map(({ action }) => action)).toEqual(["submit", "return", "submit"]);
  });

  test("gains the same two entries when the second submission comes twice at once", async () => {
    await returned();
    await save({ title: "Memorando con Ciudad de México" });
    const request = { entityId: "sdm", recordId: "r1", version: await version(), requestId: "same" };
    await Promise.all([1, 2].map(() => moveRecord(context, marta, "submit", request)));
    expect((await trail()).map((entry) => entry.version)).toEqual([4, 5, 6, 7]);
  });

  test("tells what an amendment changed, with both values", async () => {
    await ref.set(aRecord("instrument", { state: "approved", version: 2 }));
    const { amendmentId } = await proposeAmendment(context, marta, {
      ...{ entityId: "sdm", recordId: "r1", version: 2, requestId: "a1" },
      ...{ changes: { "details.validUntil": "2027-01-01" }, effectiveOn: "2026-02-28", reason: "Se acordó." },
    });
    await decideAmendment(context, andres, {
      ...{ entityId: "sdm", recordId: "r1", amendmentId, requestId: "d1", approve: true },
    });
    const [entry] = await trail();
    expect(entry).toMatchObject({ version: 3, action: "amend", before: { "details.validUntil": null } });
    expect(entry?.after).toMatchObject({ details: { validUntil: "2027-01-01" } });
  });

  test("of a half-year report tells its corrections as well", async () => {
    const report = reports(db, "sdm").doc("2026-S1");
    const request = { entityId: "sdm", periodId: "2026-S1", reason: "Falta la cifra." };
    await report.set(aReport());
    await moveReport(context, marta, "submit", { ...request, version: 1, requestId: "s" });
    await moveReport(context, andres, "return", { ...request, version: 2, requestId: "r" });
    await db
      .doc(report.path)
      .update({ achievements: "Se firmaron dos.", version: 4, updatedBy: "movilidad" });
    await moveReport(context, marta, "submit", { ...request, version: 4, requestId: "t" });
    expect((await trail(report))[2]).toMatchObject({
      ...{ version: 4, action: "edit" },
      before: { achievements: "Se firmó un memorando." },
    });
  });

  test("of a partner begins with its activation", async () => {
    const partner = partners(db).doc("montevideo");
    await partner.set(aPartner({ state: "proposed", proposedFor: "sdm" }));
    await ref.set(aRecord("instrument", { state: "submitted", partnerIds: ["montevideo"] }));
    await make("approve", andres);
    expect((await partnerHistoryOf(partner).doc("2").get()).data()).toMatchObject({
      ...{ version: 2, by: "oficina", byName: "Andrés Soto" },
      ...{ before: { state: "proposed" }, after: { state: "active", name: "Ciudad de Montevideo" } },
    });
  });
});

describe("a withdrawn record", () => {
  const withdrawn = async () => {
    await ref.set(aRecord("instrument", { state: "approved", version: 2, review: { strategic: true } }));
    await make("withdraw", andres, "Duplicado.");
  };

  test("is restored by the Office with a reason, as it was, and its trail says so", async () => {
    await withdrawn();
    await expect(make("restore", andres, " ")).rejects.toThrow(Rejection);
    await make("restore", andres, "No era un duplicado.");
    expect((await ref.get()).data()).toMatchObject({
      ...{ state: "approved", version: 4, title: "Memorando con la Ciudad de México" },
      review: { strategic: true },
    });
    expect((await trail()).at(-1)).toMatchObject({
      ...{ action: "restore", from: "withdrawn", to: "approved", reason: "No era un duplicado." },
    });
  });

  test("is restored by no focal point, nor by who wrote it", async () => {
    await withdrawn();
    await expect(make("restore", marta)).rejects.toThrow("office-only");
    await db.doc(ref.path).update({ createdBy: "oficina" });
    await expect(make("restore", andres)).rejects.toThrow("own-record");
    expect(await make("restore", elena)).toMatchObject({ state: "approved" });
  });
});

describe("the nightly sweep", () => {
  const found = async () =>
    (await operations(db).get()).docs.map((each) => {
      const { kind, state, sourcePath } = each.data();
      return [kind, state, sourcePath];
    });

  test("finds nothing in trails that are whole: of drafts, of what is returned and edited, of partners and reports", async () => {
    await returned();
    await save({ title: "Otro título" });
    await records(db, "sdm")
      .doc("draft")
      .set(aRecord("instrument", { version: 9 }));
    await reports(db, "sdm").doc("2026-S1").set(aReport());
    await moveReport(context, marta, "submit", {
      ...{ entityId: "sdm", periodId: "2026-S1", version: 1, requestId: "s" },
    });
    expect(await sweepHistory(context)).toEqual([]);
    expect(await found()).toEqual([]);
  });

  test.each([
    ["a record's", ref.path, async () => historyOf(ref).doc("4").delete()],
    ["the return of a record's", ref.path, async () => historyOf(ref).doc("5").delete()],
    ["an indicator's", "indicators/l1-r1", async () => db.doc("indicators/l1-r1/versions/1").delete()],
    ["a partner's", "partners/ucci", async () => db.doc("partners/ucci").update({ version: 2 })],
    ["a list's", "catalogues/themes", async () => db.doc("catalogues/themes/history/1").delete()],
    ["a person's", "access/movilidad", async () => db.doc("access/movilidad/history/1").delete()],
  ])("reports a missing entry of %s trail once, and that it is whole again", async (_, path, lose) => {
    await returned();
    const before = await db.getAll(
      ...[`${ref.path}/history/4`, `${ref.path}/history/5`].map((each) => db.doc(each)),
      ...["catalogues/themes/history/1", "access/movilidad/history/1"].map((each) => db.doc(each)),
    );
    await lose();
    await sweepHistory(context);
    await sweepHistory(context);
    expect(await found()).toEqual([["history-gap", "open", path]]);
    for (const entry of before) await entry.ref.set(entry.data() ?? {});
    await db.doc("indicators/l1-r1/versions/1").set({});
    await db.doc("partners/ucci").update({ version: 1 });
    await sweepHistory(context);
    expect(await found()).toEqual([["history-gap", "done", path]]);
  });

  test("goes on to report a gap after the next move", async () => {
    await returned();
    await historyOf(ref).doc("4").delete();
    await historyOf(ref).doc("5").delete();
    await save({ title: "Otro título" });
    await make("submit", marta);
    await sweepHistory(context);
    expect(await found()).toEqual([["history-gap", "open", ref.path]]);
  });
});
