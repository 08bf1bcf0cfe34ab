/** The Office edits its reasons for returning records; each version leaves an entry, and nobody else may. */
import { beforeEach, expect, test } from "vitest";
import { saveReturnReasons } from "#functions/jobs/saveReturnReasons.ts";
import { returnReasons, returnReasonsHistoryOf } from "#functions/store/collections.ts";
import { RETURN_REASONS } from "../../scripts/seed/catalogueData.ts";
import { andres, elena, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-return-reasons");

beforeEach(reset);

const NEW = { id: "n1", nameEs: "Otro", nameEn: "Other", textEs: "Revise.", textEn: "Check." };
const request = { requestId: "q1", version: 1, reasons: [NEW] };
const standing = async () => (await returnReasons(db).get()).data();

test("the reasons that ship stand from the first day, with their entry", async () => {
  expect(await standing()).toMatchObject({ reasons: RETURN_REASONS, version: 1 });
  const { docs } = await returnReasonsHistoryOf(returnReasons(db)).get();
  expect(docs.map((entry) => entry.data().action)).toEqual(["seed"]);
});

test("what the Office saves is the next version, and its entry keeps what stood before", async () => {
  expect(await saveReturnReasons(context, andres, request)).toEqual({ version: 2 });
  expect(await standing()).toMatchObject({ reasons: [NEW], version: 2, updatedBy: "oficina" });
  const entry = (await returnReasonsHistoryOf(returnReasons(db)).doc("2").get()).data();
  expect(entry).toMatchObject({ action: "edit", by: "oficina", before: { reasons: RETURN_REASONS } });
});

test("a repeat changes nothing; another's save in between is told", async () => {
  await saveReturnReasons(context, andres, request);
  expect(await saveReturnReasons(context, andres, request)).toEqual({ version: 2 });
  await expect(saveReturnReasons(context, elena, { ...request, requestId: "q2" })).rejects.toMatchObject({
    details: { reason: "changed-meanwhile", version: 2 },
  });
});

test("a reason that is not complete, or another person than the Office, changes nothing", async () => {
  const wrong = saveReturnReasons(context, andres, { ...request, reasons: [{ ...NEW, textEn: "" }] });
  await expect(wrong).rejects.toMatchObject({
    details: { problems: [{ path: "reasons.0.textEn", code: "missing" }] },
  });
  await expect(saveReturnReasons(context, marta, request)).rejects.toMatchObject({
    details: { reason: "office-only" },
  });
  expect(await standing()).toMatchObject({ version: 1 });
});
