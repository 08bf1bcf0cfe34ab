/** Half-year reports: submitted by the entity, approved once none of its records is pending. */
import { beforeEach, describe, expect, test } from "vitest";
import type { Move } from "#domain/record/states.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveReport, type ReportMoveRequest } from "#functions/jobs/moveReport.ts";
import { historyOf, obligations, records, reports } from "#functions/store/collections.ts";
import { andres, aRecord, aReport, lucia, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-move-report");

beforeEach(reset);

const ref = reports(db, "sdm").doc("2026-S1");
let requests = 0;
const make = (
  move: Exclude<Move, "withdraw" | "restore">,
  actor: NamedActor,
  request: Partial<ReportMoveRequest> = {},
) =>
  moveReport(context, actor, move, {
    ...{ entityId: "sdm", periodId: "2026-S1", version: 1, requestId: `q-${requests++}` },
    ...request,
  });
const details = (value: object) => expect.objectContaining({ details: value });

describe("a half-year report", () => {
  test("goes to the Office and back and is approved, every step in its history", async () => {
    await ref.set(aReport({ difficulties: "  " }));
    expect(await make("submit", marta)).toEqual({ version: 2, state: "submitted" });
    expect((await ref.get()).data()).not.toHaveProperty("difficulties");
    await make("return", andres, { version: 2, reason: "Amplíe los logros." });
    await make("submit", marta, { version: 3 });
    await make("approve", andres, { version: 4 });
    expect((await ref.get()).data()).toMatchObject({ state: "approved", version: 5 });
    const { docs } = await historyOf(ref).get();
    expect(docs.map((entry) => entry.data().action)).toEqual(["submit", "return", "submit", "approve"]);
  });

  test("is not approved while a record of its half-year waits; one of another half-year does not matter", async () => {
    await ref.set(aReport({ state: "submitted" }));
    await records(db, "sdm")
      .doc("other")
      .set(aRecord("interaction", { state: "submitted", happenedOn: "2025-12-31" }));
    await records(db, "sdm")
      .doc("pending")
      .set(aRecord("interaction", { state: "submitted", happenedOn: "2026-01-01" }));
    await expect(make("approve", andres)).rejects.toEqual(details({ reason: "records-pending" }));
    await records(db, "sdm").doc("pending").update({ state: "approved" });
    expect(await make("approve", andres)).toMatchObject({ state: "approved" });
  });

  test.each([
    ["says nothing", { achievements: " " }, "missing"],
    ["both tells of achievements and says there are none", { nothingToReport: true }, "unexpected"],
  ])("is refused when it %s", async (_, changes, code) => {
    await ref.set(aReport(changes));
    await expect(make("submit", marta)).rejects.toEqual(
      details({ problems: [{ path: "achievements", code }] }),
    );
  });

  test("may declare that there is nothing to report", async () => {
    const { achievements: _, ...silent } = aReport({ nothingToReport: true });
    await ref.set(silent);
    expect(await make("submit", marta)).toMatchObject({ state: "submitted" });
  });

  test("may not declare that there is nothing beside records that were sent; drafts and examples do not matter", async () => {
    const { achievements: _, ...silent } = aReport({ nothingToReport: true });
    await ref.set(silent);
    const ofPeriod = records(db, "sdm");
    await ofPeriod.doc("draft").set(aRecord("interaction"));
    await ofPeriod.doc("example").set(aRecord("interaction", { state: "approved", isExample: true }));
    await ofPeriod.doc("sent").set(aRecord("interaction", { state: "returned" }));
    await expect(make("submit", marta)).rejects.toEqual(
      details({ problems: [{ path: "nothingToReport", code: "unexpected" }] }),
    );
    await ofPeriod.doc("sent").delete();
    expect(await make("submit", marta)).toMatchObject({ state: "submitted" });
  });

  test("is refused without a section that its entity must write", async () => {
    await obligations(db)
      .doc("2026-S1")
      .update({ terms: { sdm: { sections: ["achievements", "nextSteps"] } } });
    await ref.set(aReport());
    await expect(make("submit", marta)).rejects.toEqual(
      details({ problems: [{ path: "nextSteps", code: "missing" }] }),
    );
  });

  test("is returned with reasons on its sections, which stand until it is sent again", async () => {
    await ref.set(aReport({ state: "submitted" }));
    const sectionReasons = { achievements: " Amplíe los logros. ", difficulties: " " };
    await expect(make("return", andres, { sectionReasons: { difficulties: " " } })).rejects.toEqual(
      details({ reason: "reason-missing" }),
    );
    await make("return", andres, { sectionReasons });
    const kept = { achievements: "Amplíe los logros." };
    expect((await ref.get()).data()?.review?.sectionReasons).toEqual(kept);
    expect((await historyOf(ref).doc("2").get()).data()?.after).toMatchObject({
      review: { sectionReasons: kept },
    });
    await make("submit", marta, { version: 2 });
    expect((await ref.get()).data()?.review).toEqual({ submittedBy: "movilidad" });
    await make("return", andres, { version: 3, reason: "Casi está." });
    expect((await ref.get()).data()?.review).not.toHaveProperty("sectionReasons");
  });

  test("is submitted by its own entity alone", async () => {
    await ref.set(aReport());
    await expect(make("submit", lucia)).rejects.toEqual(details({ reason: "not-yours" }));
  });
});
