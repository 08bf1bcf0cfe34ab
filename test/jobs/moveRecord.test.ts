/** Submitting, approving, returning and withdrawing records, against the Firestore emulator. */
import { beforeEach, describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Move } from "#domain/record/states.ts";
import { foldAndPublish } from "#functions/jobs/foldAndPublish.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord, type RecordMoveRequest } from "#functions/jobs/moveRecord.ts";
import { type Details, Rejection } from "#functions/jobs/Rejection.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { historyOf, partners, publishedSummary, records } from "#functions/store/collections.ts";
import { andres, aPartner, aRecord, comision, elena, lucia, marta, NOW } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, clock, reset } = jobsOn("demo-move-record");

beforeEach(reset);

const ref = (entityId = "sdm", recordId = "r1") => records(db, entityId).doc(recordId);
const stored = async (entityId = "sdm") => (await ref(entityId).get()).data();
const history = async () => (await historyOf(ref()).get()).docs.map((each) => each.data());

let requests = 0;
/** The move as a callable makes it: version 1 of SDM's record, a request of its own, unless told otherwise. */
const make = (move: Move, actor: NamedActor, request: Partial<RecordMoveRequest> = {}) =>
  moveRecord(context, actor, move, {
    ...{ entityId: "sdm", recordId: "r1", version: 1, requestId: `q-${requests++}` },
    ...request,
  });

async function rejected(attempt: Promise<unknown>): Promise<Details> {
  const error = await attempt.then(
    () => expect.fail("it was not rejected"),
    (reason: unknown) => reason,
  );
  if (!(error instanceof Rejection)) throw error;
  return error.details;
}

const put = (record: DraftRecord) => ref(record.entityId).set(record);
const submitted = (changes = {}) =>
  aRecord("instrument", {
    state: "submitted",
    submittedAt: NOW,
    review: { submittedBy: "movilidad" },
    ...changes,
  });

describe("a focal point submits", () => {
  test("a complete draft, which the Office then sees, with its history", async () => {
    await put(aRecord("instrument", { participants: ["transmilenio"], involved: ["sdm"], summary: "  " }));
    expect(await make("submit", marta)).toEqual({ version: 2, state: "submitted" });
    const record = await stored();
    expect(record).toMatchObject({
      ...{ state: "submitted", version: 2, updatedBy: "movilidad", updatedAt: NOW, submittedAt: NOW },
      ...{ involved: ["sdm", "transmilenio"], review: { submittedBy: "movilidad" } },
    });
    expect(record).not.toHaveProperty("summary");
    expect(await history()).toEqual([
      expect.objectContaining({
        ...{ version: 2, action: "submit", from: "draft", to: "submitted" },
        ...{ by: "movilidad", byName: "Marta Ríos", at: NOW },
        after: { ...record },
      }),
    ]);
  });

  test("twice, with the same request: the answer is the same and nothing changes", async () => {
    await put(aRecord("instrument"));
    const request = { requestId: "same" };
    const [one, other] = await Promise.all([make("submit", marta, request), make("submit", marta, request)]);
    const after = await stored();
    expect(await make("submit", marta, request)).toEqual(one);
    expect(other).toEqual(one);
    expect(await stored()).toEqual(after);
    expect(await history()).toHaveLength(1);
  });

  test("what a colleague has changed meanwhile: the version that stands is told, and nothing is lost", async () => {
    await put(aRecord("instrument", { version: 3, title: "Título de la colega" }));
    expect(await rejected(make("submit", marta, { version: 2 }))).toEqual({
      reason: "changed-meanwhile",
      version: 3,
    });
    expect((await stored())?.title).toBe("Título de la colega");
  });

  test("an incomplete draft: every field that is missing is named, and it stays a draft", async () => {
    await put(aRecord("instrument", { title: " ", details: { responsible: "" } }));
    expect(await rejected(make("submit", marta))).toEqual({
      problems: [
        { path: "title", code: "missing" },
        { path: "details.responsible", code: "missing" },
      ],
    });
    expect(await stored()).toMatchObject({ state: "draft", version: 1 });
    expect(await history()).toEqual([]);
  });

  test.each([
    ["an impossible day", { happenedOn: "2026-02-30" }, "happenedOn", "no-such-day"],
    ["a day that lies ahead", { happenedOn: "2026-03-02" }, "happenedOn", "in-the-future"],
    ["an unknown entity", { participants: ["atlantis"] }, "participants.0", "unknown-reference"],
    ["an unknown partner", { partnerIds: ["nobody"] }, "partnerIds.0", "unknown-reference"],
    ["an activity of another line", { activityId: "l4-a1" }, "activityId", "other-line"],
    ["a late day without its reason", { happenedOn: "2025-05-02" }, "lateReason", "late-reason-missing"],
    [
      "a classified record without its ground",
      { disclosure: "classified", exception: "18-a", classifiedOn: "2026-02-20" },
      "legalGround",
      "ground-missing",
    ],
  ])("%s, and is told the field and what is wrong", async (_, changes, path, code) => {
    await put(aRecord("instrument", changes));
    expect(await rejected(make("submit", marta))).toEqual({ problems: [{ path, code }] });
  });

  test("a project on a decision that does not exist, and is told so", async () => {
    await put(aRecord("project", { details: { decisionId: "none" } }));
    expect(await rejected(make("submit", marta))).toEqual({
      problems: [{ path: "details.decisionId", code: "unknown-reference" }],
    });
  });

  test("a late record with its reason", async () => {
    await put(aRecord("instrument", { happenedOn: "2025-05-02", lateReason: "Se conoció después." }));
    expect(await make("submit", marta)).toMatchObject({ state: "submitted" });
  });

  test("what happened on the day that it still is in Bogotá, though not in Greenwich", async () => {
    clock.at = new Date("2026-03-02T04:00:00Z");
    await put(aRecord("instrument", { happenedOn: "2026-03-02" }));
    expect(await rejected(make("submit", marta))).toEqual({
      problems: [{ path: "happenedOn", code: "in-the-future" }],
    });
    await put(aRecord("instrument", { happenedOn: "2026-03-01" }));
    expect(await make("submit", marta)).toMatchObject({ state: "submitted" });
  });

  test("what was returned, and is rid of the reason", async () => {
    await put(aRecord("instrument", { state: "returned", review: { reason: "Falta la fecha." } }));
    await make("submit", marta);
    expect((await stored())?.review).toEqual({ submittedBy: "movilidad" });
  });
});

describe("nobody submits", () => {
  test.each([
    ["another entity's record", lucia, "not-yours"],
    ["a record as a member of the Commission", comision, "not-yours"],
  ])("%s", async (_, actor, reason) => {
    await put(aRecord("instrument"));
    expect(await rejected(make("submit", actor))).toEqual({ reason });
    expect(await rejected(make("submit", actor, { recordId: "none" }))).toEqual({ reason });
  });

  test("a session but the Office", async () => {
    await put(aRecord("session"));
    expect(await rejected(make("submit", marta))).toEqual({ reason: "office-only" });
    await put(aRecord("session", { entityId: "secretaria-general" }));
    expect(await make("submit", andres, { entityId: "secretaria-general" })).toMatchObject({
      state: "submitted",
    });
  });

  test("what is not there, or is submitted already", async () => {
    expect(await rejected(make("submit", marta))).toEqual({ reason: "not-found" });
    await put(submitted());
    expect(await rejected(make("submit", marta))).toEqual({ reason: "wrong-state" });
  });
});

describe("the Office", () => {
  test("returns a record with a reason, never without", async () => {
    await put(submitted());
    expect(await rejected(make("return", andres, { reason: "  " }))).toEqual({ reason: "reason-missing" });
    await make("return", andres, { reason: "Falta el soporte." });
    expect(await stored()).toMatchObject({
      ...{ state: "returned", version: 2 },
      review: { submittedBy: "movilidad", decidedBy: "oficina", decidedAt: NOW, reason: "Falta el soporte." },
    });
    expect((await history())[0]).toMatchObject({ action: "return", reason: "Falta el soporte." });
  });

  test("approves a record and calls it strategic with its reason", async () => {
    await put(submitted());
    expect(await rejected(make("approve", andres, { strategic: true }))).toEqual({
      reason: "reason-missing",
    });
    await make("approve", andres, { strategic: true, strategicReason: "Prioriza movilidad." });
    expect(await stored()).toMatchObject({
      state: "approved",
      review: { decidedBy: "oficina", strategic: true, strategicReason: "Prioriza movilidad." },
    });
  });

  test("calls nothing strategic that is no instrument", async () => {
    await put(aRecord("interaction", { state: "submitted" }));
    expect(await rejected(make("approve", andres, { strategic: true, strategicReason: "Sí." }))).toEqual({
      reason: "not-an-instrument",
    });
  });

  test("makes the partners that the record proposes active, with the approval", async () => {
    await partners(db)
      .doc("montevideo")
      .set(aPartner({ state: "proposed", proposedFor: "sdm" }));
    await put(submitted({ partnerIds: ["montevideo", "ucci"] }));
    await make("approve", andres);
    expect((await partners(db).doc("montevideo").get()).data()).toMatchObject({
      ...{ state: "active", version: 2, updatedBy: "oficina" },
    });
    expect((await partners(db).doc("ucci").get()).data()?.version).toBe(1);
  });

  test.each([
    ["made", { createdBy: "oficina" }],
    ["edited last", { updatedBy: "oficina" }],
    ["submitted", { review: { submittedBy: "oficina" } }],
  ])("has another person approve what one of its own %s", async (_, changes) => {
    const record = submitted({ entityId: "secretaria-general", ...changes });
    await put(record);
    const request = { entityId: "secretaria-general" };
    expect(await rejected(make("approve", andres, request))).toEqual({ reason: "own-record" });
    expect(await make("approve", elena, request)).toMatchObject({ state: "approved" });
  });

  test("decides alone: no focal point approves, returns or withdraws", async () => {
    await put(submitted());
    for (const move of ["approve", "return", "withdraw"] as const)
      expect(await rejected(make(move, marta, { reason: "Sí." }))).toEqual({ reason: "office-only" });
  });

  test("of two who decide at once, lets one win and tells the other", async () => {
    await put(submitted());
    const outcomes = await Promise.allSettled([
      make("approve", andres),
      make("return", elena, { reason: "Falta el soporte." }),
    ]);
    expect(outcomes.map(({ status }) => status).sort()).toEqual(["fulfilled", "rejected"]);
    const lost = outcomes.find((outcome) => outcome.status === "rejected");
    expect(lost?.reason.details).toEqual({ reason: "changed-meanwhile", version: 2 });
    expect(await history()).toHaveLength(1);
  });

  test("withdraws an approved record, which leaves the figures", async () => {
    await put(submitted());
    await make("approve", andres, { strategic: true, strategicReason: "Prioriza movilidad." });
    const figure = async () => {
      await rollUp(context, [ref().path]);
      clock.at = new Date(clock.at.getTime() + 10_000);
      await foldAndPublish(context);
      return (await publishedSummary(db).get()).data()?.indicators[0]?.figure.value;
    };
    expect(await figure()).toBe(1);
    await make("withdraw", andres, { version: 2, reason: "No se suscribió." });
    expect(await figure()).toBe(0);
    expect(await stored()).toMatchObject({ state: "withdrawn", version: 3, review: { strategic: true } });
    expect((await history()).map(({ action, version }) => [action, version])).toEqual([
      ["approve", 2],
      ["withdraw", 3],
    ]);
  });
});

test("a record that no longer parses fails with its path, and nothing is written", async () => {
  await db.doc(ref().path).set({ ...aRecord("instrument"), colour: "red" });
  await expect(make("submit", marta)).rejects.toThrow(/entities\/sdm\/records\/r1.*colour/);
  expect(await history()).toEqual([]);
});
