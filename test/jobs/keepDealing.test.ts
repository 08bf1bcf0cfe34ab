/** What is told of dealings with partners, on the Firestore emulator: exact under any delivery, and no secret among it. */
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type Dealing, dealingOf } from "#domain/dealing.ts";
import { keepDealing, reconcileDealings } from "#functions/jobs/keepDealing.ts";
import { dealings, records } from "#functions/store/collections.ts";
import { aRecord } from "../support/builders.ts";
import { jobsOn } from "../support/jobsOn.ts";

const { db, context, reset } = jobsOn("demo-dealings");
const pathOf = (id: string) => `entities/sdm/records/${id}`;
const ref = (id: string) => records(db, "sdm").doc(id);

beforeEach(reset);

const told = async (): Promise<Dealing[]> => (await dealings(db).get()).docs.map((dealing) => dealing.data());

/** What ought to be told, made from the records alone. */
const truth = async (): Promise<Dealing[]> =>
  (await records(db, "sdm").get()).docs.flatMap((record) => dealingOf(record.data(), record.id) ?? []);

const sorted = (all: readonly Dealing[]) =>
  all.map((one) => JSON.stringify(one, Object.keys(one).sort())).toSorted();

describe("what is told of a record", () => {
  test("follows it from plan to approval, and ends with it", async () => {
    await ref("r1").set(aRecord("interaction", { details: { status: "planned" } }));
    await keepDealing(context, pathOf("r1"));
    expect(await told()).toMatchObject([{ isPlanned: true }]);
    await ref("r1").set(aRecord("interaction", { state: "approved" }));
    await keepDealing(context, pathOf("r1"));
    expect(await told()).toMatchObject([{ isPlanned: false, open: { recordId: "r1" } }]);
    await ref("r1").set(aRecord("interaction", { state: "returned" }));
    await keepDealing(context, pathOf("r1"));
    expect((await told())[0]).not.toHaveProperty("open");
    await ref("r1").delete();
    await keepDealing(context, pathOf("r1"));
    expect(await told()).toEqual([]);
  });

  test("is written once, however often it is delivered", async () => {
    await ref("r1").set(aRecord("interaction", { state: "submitted" }));
    const written = await Promise.all([1, 2, 3].map(() => keepDealing(context, pathOf("r1"))));
    expect(written.filter((one) => one)).toHaveLength(1);
    expect(await keepDealing(context, pathOf("r1"))).toBe(false);
  });

  test("is what the records say after any history of doubled, late and lost deliveries, once the night has passed", async () => {
    const change = fc.record({
      id: fc.constantFrom("a", "b", "c"),
      state: fc.constantFrom("draft", "submitted", "returned", "approved", "withdrawn", "deleted"),
      disclosure: fc.constantFrom("public", "reserved"),
      partnerIds: fc.subarray(["ucci", "c40"]),
      delivered: fc.nat({ max: 2 }),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 10 }), async (changes) => {
        await reset();
        const late: string[] = [];
        for (const { id, state, delivered, ...fields } of changes) {
          if (state === "deleted") await ref(id).delete();
          else await ref(id).set(aRecord("interaction", { state, ...fields }));
          if (delivered === 1) late.push(pathOf(id));
          if (delivered === 2) await Promise.all([1, 2].map(() => keepDealing(context, pathOf(id))));
        }
        for (const path of late.toReversed()) await keepDealing(context, path);
        await reconcileDealings(context);
        expect(sorted(await told())).toEqual(sorted(await truth()));
        expect(await reconcileDealings(context)).toEqual({ records: [], orphans: 0 });
      }),
      { numRuns: 8 },
    );
  }, 120_000);

  test("outlives a record that cannot be read no longer than it can", async () => {
    await ref("r1").set(aRecord("interaction", { state: "submitted" }));
    await keepDealing(context, pathOf("r1"));
    await db.doc(pathOf("r1")).update({ kind: "no such kind" });
    await keepDealing(context, pathOf("r1"));
    expect(await told()).toEqual([]);
  });
});

test("with secret records beside them, the same is told to the last byte", async () => {
  const seed = async (withSecrets: boolean) => {
    await reset();
    await ref("open").set(aRecord("instrument", { state: "approved" }));
    await ref("sent").set(aRecord("interaction", { state: "submitted", title: "SECRETO" }));
    if (withSecrets)
      for (const disclosure of ["classified", "reserved"])
        for (const state of ["draft", "submitted", "returned", "approved"])
          for (const status of ["planned", "held"])
            await ref(`secret-${disclosure}-${state}-${status}`).set(
              aRecord("interaction", { disclosure, state, title: "SECRETO", details: { status } }),
            );
    for (const { id } of (await records(db, "sdm").get()).docs) await keepDealing(context, pathOf(id));
    const { docs } = await db.collection("dealings").get();
    return JSON.stringify(docs.map((dealing) => [dealing.id, dealing.data()]));
  };
  const without = await seed(false);
  expect(await seed(true)).toBe(without);
  expect(without).not.toContain("SECRETO");
  expect(without).not.toContain("sent");
  expect(without).toContain("Memorando");
});
