/** The counting under faults, for some seeds (many more: `npm run faults`), and that these tests see what is wrong. */
import { setTimeout as pause } from "node:timers/promises";
import { FieldValue, type Firestore } from "firebase-admin/firestore";
import { describe, expect, test } from "vitest";
import { ledgerEntryOf, postingsHeld, tallyIdOf } from "#domain/counting/ledger.ts";
import { leadOf, sourcePathOf } from "#domain/counting/source.ts";
import { rollUp } from "#functions/jobs/rollUp.ts";
import { tallies } from "#functions/store/collections.ts";
import { foundSource, sourceRef } from "#functions/store/sources.ts";
import { watch } from "../support/watch.ts";
import { planOf } from "./planOf.ts";
import { type Deliver, ENGINE, type Engine, type Outcome, runFaults } from "./runFaults.ts";

const PROJECT = "demo-faults-test";
const CHANGES = 120;

describe("the counting, while deliveries are doubled, reordered, lost, and instances die", () => {
  test.each([1, 2, 12])(
    "is exact after a sweep, and before it but for what was lost: seed %i",
    async (seed) => {
      const { unexplained, wrong } = await runFaults(PROJECT, seed, CHANGES);
      expect(unexplained).toEqual([]);
      expect(wrong).toEqual([]);
    },
  );
});

describe("a plan", () => {
  test("follows from its seed alone", () => {
    expect(planOf(5, CHANGES)).toEqual(planOf(5, CHANGES));
    expect(planOf(6, CHANGES)).not.toEqual(planOf(5, CHANGES));
  });

  test("holds the faults that it should", () => {
    const plans = Array.from({ length: 40 }, (_, seed) => planOf(seed, CHANGES));
    const share = (name: "doubled" | "reordered" | "lost") => {
      const total = (of: "deliveries" | typeof name) =>
        plans.reduce((sum, { counts }) => sum + counts[of], 0);
      return total(name) / total("deliveries");
    };
    expect(share("doubled")).toBeCloseTo(0.05, 1);
    expect(share("reordered")).toBeCloseTo(0.2, 1);
    expect(share("lost")).toBeGreaterThan(0.005);
    const acts = plans.flatMap(({ writers }) => writers.flat());
    const deaths = acts.filter((act) => act.do === "deliver" && act.death);
    expect(deaths.length).toBeGreaterThan(20);
    const changes = new Set(acts.flatMap((act) => (act.do === "write" ? [act.change.what] : [])));
    expect([...changes].sort()).toEqual([
      ...["amendment", "approved", "change of lead", "create", "decision", "deletion of a draft", "edit"],
      ...["edition", "mended", "proposal", "returned", "submitted", "unreadable", "withdrawn"],
    ]);
  });
});

/** Counts each event by itself, with a database that does something else than it is told. */
const on = (other: (db: Firestore) => Firestore): Engine => ({
  ...ENGINE,
  deliverer: (context) => (path) => rollUp({ ...context, db: other(context.db) }, [path]),
});

/** Adds what the source is worth with each delivery, and keeps no ledger. */
const blind: Engine = {
  ...ENGINE,
  deliverer:
    ({ db, rules }): Deliver =>
    async (path) => {
      const found = await foundSource(await sourceRef(db, path).get());
      if (!("source" in found) || !found.source) return;
      const batch = db.batch();
      for (const [period, cells] of postingsHeld(ledgerEntryOf(found.source, await rules.get()))) {
        const entityId = leadOf(path);
        const added = Object.entries(cells).map(([key, amount]) => [key, FieldValue.increment(amount)]);
        const tally = { entityId, period, cells: Object.fromEntries(added), updatedAt: new Date() };
        batch.set(tallies(db).doc(tallyIdOf(entityId, period)), tally, { merge: true });
      }
      await batch.commit();
    },
};

/** Does not ask whether the ledger still stands as it was read. */
const unconditional = on((db) =>
  watch(db, "batch", (call) => {
    const batch = call() as ReturnType<Firestore["batch"]>;
    const setting = watch(batch, "update", (_, [ref, fields]) =>
      batch.set(ref as Parameters<typeof batch.set>[0], fields as object, { merge: true }),
    );
    return watch(setting, "create", (_, [ref, fields]) =>
      batch.set(ref as Parameters<typeof batch.set>[0], fields as object),
    );
  }),
);

let deliveries = 0;

/** Reads the sources before the ledger, every other time a good while before. */
const sourceFirst = on((db) => {
  let sources: unknown;
  return watch(db, "getAll", async (read, refs) => {
    if (sources !== undefined) {
      const held = sources;
      sources = undefined;
      return held;
    }
    const ids = (refs as { id: string }[]).map(({ id }) => sourcePathOf(id));
    sources = await db.getAll(db.doc("config/counting"), ...ids.map((path) => db.doc(path)));
    await pause((deliveries++ % 2) * 1_000);
    return read();
  });
});

/** Writes the tallies in a commit of their own. */
const twoCommits = on((db) =>
  watch(db, "batch", (call) => {
    const entries = call() as ReturnType<Firestore["batch"]>;
    const sums = db.batch();
    const apart = watch(entries, "set", (set, [ref, fields]) =>
      (ref as { path: string }).path.startsWith("tallies/")
        ? sums.set(ref as Parameters<typeof sums.set>[0], fields as object, { merge: true })
        : set(),
    );
    return watch(apart, "commit", async (commit) => {
      await commit();
      return sums.commit();
    });
  }),
);

/** The first seeds, until one sees something wrong. */
async function wrongIn(engine: Engine, of: (outcome: Outcome) => readonly string[]): Promise<number> {
  for (let seed = 1; seed <= 12; seed += 1) {
    const wrong = of(await runFaults(PROJECT, seed, CHANGES, engine));
    if (wrong.length > 0) return wrong.length;
  }
  return 0;
}

describe("these tests", { timeout: 240_000 }, () => {
  const before = ({ unexplained }: Outcome) => unexplained;
  const after = ({ wrong }: Outcome) => wrong;

  test("see increments that are added blindly", async () => {
    expect(await wrongIn(blind, before)).toBeGreaterThan(0);
  });

  test("see a roll-up that does not ask whether the ledger still stands", async () => {
    expect(await wrongIn(unconditional, before)).toBeGreaterThan(0);
  });

  test("see a roll-up that reads the sources before the ledger", async () => {
    expect(await wrongIn(sourceFirst, before)).toBeGreaterThan(0);
  });

  test("see a roll-up that can die between ledger and tallies", async () => {
    expect(await wrongIn(twoCommits, before)).toBeGreaterThan(0);
  });

  test("see that a lost event stays uncounted without a sweep", async () => {
    expect(await wrongIn({ ...ENGINE, sweep: async () => undefined }, after)).toBeGreaterThan(0);
  });
});
