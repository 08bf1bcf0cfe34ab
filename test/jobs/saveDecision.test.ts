/** Decisions are entered once the minutes of their session are approved, and then count. */
import { beforeEach, expect, test } from "vitest";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { saveDecision } from "#functions/jobs/saveDecision.ts";
import { decisions, records, tallies } from "#functions/store/collections.ts";
import { andres, aRecord, elena, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-decisions");

beforeEach(reset);

const details = (value: object) => expect.objectContaining({ details: value });
const decision = { number: "3", text: "Adoptar el plan.", responsibleEntityId: "sdm", dueOn: "2026-06-30" };
const save = (actor: NamedActor = andres, changes = {}) =>
  saveDecision(context, actor, {
    ...{ sessionEntityId: "secretaria-general", sessionId: "s1", requestId: "d1" },
    decision: { ...decision, ...changes },
  });
const hold = (changes = {}) =>
  records(db, "secretaria-general")
    .doc("s1")
    .set(aRecord("session", { entityId: "secretaria-general", state: "approved", ...changes }));

test("a decision takes its body, day and disclosure from the session, counts, and is entered once", async () => {
  await hold();
  expect(await save()).toEqual({ decisionId: "d1" });
  expect(await save()).toEqual({ decisionId: "d1" });
  expect((await decisions(db).doc("d1").get()).data()).toMatchObject({
    ...decision,
    ...{ body: "intersectoral-commission", decidedOn: "2026-02-20", disclosure: "public", status: "open" },
    ...{ createdBy: "oficina", version: 1 },
  });
  await rollUp(context, ["decisions/d1"]);
  const tally = (await tallies(db).doc("secretaria-general~2026-S1").get()).data();
  expect(tally?.cells["l3-r4@1|approved|public|month|2026-02"]).toBe(1);
});

test("a decision stands and falls with its session: withdrawn with it, it counts no more until that is restored", async () => {
  await hold();
  await save();
  const counted = async () => {
    await rollUp(context, ["decisions/d1"]);
    const tally = (await tallies(db).doc("secretaria-general~2026-S1").get()).data();
    return tally?.cells["l3-r4@1|approved|public|all|city"] ?? 0;
  };
  const move = (what: "withdraw" | "restore", version: number) =>
    moveRecord(context, elena, what, {
      ...{
        entityId: "secretaria-general",
        recordId: "s1",
        version,
        requestId: what,
        reason: "Acta anulada.",
      },
    });
  expect(await counted()).toBe(1);
  await move("withdraw", 1);
  expect(await counted()).toBe(0);
  expect((await decisions(db).doc("d1").get()).data()).toMatchObject({ version: 2, updatedBy: "consejera" });
  await move("restore", 2);
  expect(await counted()).toBe(1);
  expect((await decisions(db).doc("d1").get()).data()).not.toHaveProperty("withdrawnAt");
});

test.each([
  ["is not approved yet", { state: "submitted" }],
  ["was only called", { details: { status: "called" } }],
  ["has no approved minutes", { details: { minutesApprovedOn: "" } }],
])("no decision is entered while its session %s", async (_, changes) => {
  await hold(changes);
  await expect(save()).rejects.toEqual(details({ reason: "session-not-ready" }));
});

test("no decision is entered for what is no session, or by another than the Office", async () => {
  await expect(save()).rejects.toEqual(details({ reason: "not-found" }));
  await expect(save(marta)).rejects.toEqual(details({ reason: "office-only" }));
  await records(db, "secretaria-general")
    .doc("s1")
    .set(aRecord("interaction", { entityId: "secretaria-general", state: "approved" }));
  await expect(save()).rejects.toEqual(details({ reason: "session-not-ready" }));
});

test("an unknown responsible entity is named, and another's request id is not taken over", async () => {
  await hold();
  await expect(save(andres, { responsibleEntityId: "atlantis" })).rejects.toEqual(
    details({ problems: [{ path: "responsibleEntityId", code: "unknown-reference" }] }),
  );
  await save();
  await expect(save(elena)).rejects.toEqual(details({ reason: "request-used" }));
});
