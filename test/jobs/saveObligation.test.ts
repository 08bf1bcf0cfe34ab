/** Who must report on a half-year, what and by when: the Office's to say, each change in its trail. */
import { beforeEach, describe, expect, test } from "vitest";
import type { NamedActor } from "#functions/jobs/move.ts";
import { type ObligationRequest, saveObligation } from "#functions/jobs/saveObligation.ts";
import { obligationHistoryOf, obligations } from "#functions/store/collections.ts";
import { andres, elena, marta } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-obligations");

beforeEach(reset);

const ref = obligations(db).doc("2026-S1");
let requests = 0;
const save = (
  actor: NamedActor,
  changes: Partial<ObligationRequest["obligation"]> = {},
  request: Partial<ObligationRequest> = {},
) =>
  saveObligation(context, actor, {
    ...{ requestId: `q-${requests++}`, periodId: "2026-S1", version: 0 },
    obligation: {
      ...{ dueOn: "2026-07-20", entityIds: ["sdm", "sdmujer"], sections: ["achievements"], terms: {} },
      ...changes,
    },
    ...request,
  });
const details = (value: object) => expect.objectContaining({ details: value });
const extension = { dueOn: "2026-08-10", reason: " Cambio de enlace. " };

describe("an obligation", () => {
  test("is changed with an entry that holds what was and what is, and a repeat changes nothing", async () => {
    const request = { requestId: "the-one" };
    expect(await save(andres, { dueOn: "2026-07-31" }, request)).toEqual({ version: 1 });
    expect(await save(andres, { dueOn: "2026-07-31" }, request)).toEqual({ version: 1 });
    expect((await ref.get()).data()).toMatchObject({ dueOn: "2026-07-31", version: 1, updatedBy: "oficina" });
    const { docs } = await obligationHistoryOf(ref).get();
    expect(docs.map((entry) => entry.data())).toMatchObject([
      { version: 1, action: "change", byName: "Andrés Soto", before: { dueOn: "2026-07-20" } },
    ]);
  });

  test("keeps who granted an extension, and when, while others change other things", async () => {
    await save(andres, { terms: { sdm: { extension } } });
    const granted = (await ref.get()).data()?.terms?.sdm?.extension;
    expect(granted).toMatchObject({ dueOn: "2026-08-10", reason: "Cambio de enlace.", by: "oficina" });
    await save(
      elena,
      { terms: { sdm: { extension, sections: ["achievements", "nextSteps"] } } },
      { version: 1 },
    );
    expect((await ref.get()).data()?.terms?.sdm).toEqual({
      ...{ extension: granted, sections: ["achievements", "nextSteps"] },
    });
    await save(
      elena,
      { terms: { sdm: { extension: { ...extension, dueOn: "2026-08-20" } } } },
      { version: 2 },
    );
    expect((await ref.get()).data()?.terms?.sdm?.extension).toMatchObject({ by: "consejera" });
    await save(elena, { terms: { sdm: {} } }, { version: 3 });
    expect((await ref.get()).data()?.terms).toEqual({});
  });

  test("is refused to whom is not the Office, on a version that is gone, and when it makes no sense", async () => {
    await expect(save(marta)).rejects.toEqual(details({ reason: "office-only" }));
    await save(andres);
    await expect(save(elena)).rejects.toEqual(details({ reason: "changed-meanwhile", version: 1 }));
    await expect(save(andres, {}, { periodId: "2040-S1" })).rejects.toEqual(details({ reason: "not-found" }));
    await expect(save(andres, { dueOn: "2026-06-30" }, { version: 1 })).rejects.toEqual(
      details({ problems: [{ path: "dueOn", code: "too-early" }] }),
    );
    expect((await obligationHistoryOf(ref).get()).size).toBe(1);
  });
});
