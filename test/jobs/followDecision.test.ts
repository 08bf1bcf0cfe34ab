/** What becomes of a decision: who may tell it, in which order, and that all of it stays. */
import { beforeEach, describe, expect, test } from "vitest";
import { type DecisionStep, followDecision } from "#functions/jobs/followDecision.ts";
import type { NamedActor } from "#functions/jobs/move.ts";
import { moveRecord } from "#functions/jobs/moveRecord.ts";
import { saveDecision } from "#functions/jobs/saveDecision.ts";
import { sweepHistory } from "#functions/jobs/sweepHistory.ts";
import { decisionHistoryOf, decisions, operations, records } from "#functions/store/collections.ts";
import { andres, aRecord, comision, elena, lucia, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-follow-decision");
const ref = decisions(db).doc("d1");
const session = { sessionEntityId: "secretaria-general", sessionId: "s1" };

beforeEach(async () => {
  await reset();
  await records(db, session.sessionEntityId)
    .doc("s1")
    .set(aRecord("session", { entityId: session.sessionEntityId, state: "approved" }));
  await saveDecision(context, andres, {
    ...session,
    requestId: "d1",
    decision: { number: "3", text: "Adoptar el plan.", responsibleEntityId: "sdm" },
  });
});

let requests = 0;
const follow = (actor: NamedActor, step: DecisionStep["step"], changes: Partial<DecisionStep> = {}) =>
  followDecision(context, actor, {
    ...{ requestId: `q${requests++}`, decisionId: "d1", version: 1, step, note: "Se firmó el plan." },
    ...changes,
  });
const decision = async () => (await ref.get()).data();
const trail = async () =>
  (await decisionHistoryOf(ref).orderBy("version").get()).docs.map((entry) => entry.data());
const reason = (name: string) =>
  expect.objectContaining({ details: expect.objectContaining({ reason: name }) });

test("the responsible entity tells how it goes, the Office closes it and opens it again: each with its entry", async () => {
  await follow(marta, "progress");
  expect(await decision()).toMatchObject({ status: "open", progress: "Se firmó el plan.", version: 2 });
  await follow(elena, "close", { version: 2, note: "Cumplida." });
  expect(await decision()).toMatchObject({ status: "closed", closedOn: "2026-03-01", version: 3 });
  await follow(elena, "reopen", { version: 3, note: "Falta el anexo." });
  const open = await decision();
  expect(open).toMatchObject({ status: "open", version: 4, progress: "Se firmó el plan." });
  expect(open).not.toHaveProperty("closedOn");
  expect((await trail()).map(({ action, byName, reason: told }) => [action, byName, told])).toEqual([
    ["enter", "Andrés Soto", undefined],
    ["progress", "Marta Ríos", "Se firmó el plan."],
    ["close", "Elena Duarte", "Cumplida."],
    ["reopen", "Elena Duarte", "Falta el anexo."],
  ]);
  const gaps = await sweepHistory(context);
  expect(gaps.filter(({ path }) => path.startsWith("decisions"))).toEqual([]);
});

describe("is refused", () => {
  test.each<[string, NamedActor, DecisionStep["step"], Partial<DecisionStep>, string]>([
    ["another entity", lucia, "progress", {}, "not-yours"],
    ["a member of the Commission", comision, "progress", {}, "not-yours"],
    ["closing by the entity itself", marta, "close", {}, "office-only"],
    ["a step without a word", marta, "progress", { note: "  " }, "reason-missing"],
    ["a step on a version that has passed", marta, "progress", { version: 0 }, "changed-meanwhile"],
    ["opening what is open", elena, "reopen", {}, "wrong-state"],
    ["what does not exist, to others", marta, "progress", { decisionId: "none" }, "not-yours"],
    ["what does not exist, to the Office", elena, "close", { decisionId: "none" }, "not-found"],
  ])("%s", async (_, actor, step, changes, expected) => {
    await expect(follow(actor, step, changes)).rejects.toEqual(reason(expected));
    expect(await trail()).toHaveLength(1);
  });

  test("progress of a closed one, and anything of one whose session was withdrawn", async () => {
    await follow(elena, "close");
    await expect(follow(marta, "progress", { version: 2 })).rejects.toEqual(reason("wrong-state"));
    await moveRecord(context, elena, "withdraw", {
      ...{ entityId: session.sessionEntityId, recordId: "s1", version: 1, requestId: "w" },
      reason: "Acta anulada.",
    });
    expect((await trail()).at(-1)).toMatchObject({ action: "withdraw", reason: "Acta anulada.", version: 3 });
    await expect(follow(elena, "reopen", { version: 3 })).rejects.toEqual(reason("wrong-state"));
  });
});

test("a repeat of the request tells it once", async () => {
  const again = { requestId: "same" };
  expect(await follow(marta, "progress", again)).toEqual({ version: 2 });
  expect(await follow(marta, "progress", again)).toEqual({ version: 2 });
  expect(await trail()).toHaveLength(2);
});

test("a lost entry of a decision is told by the nightly sweep", async () => {
  await decisionHistoryOf(ref).doc("1").delete();
  await sweepHistory(context);
  const [gap] = (await operations(db).get()).docs.map((each) => each.data());
  expect(gap).toMatchObject({ kind: "history-gap", state: "open", sourcePath: "decisions/d1" });
});
