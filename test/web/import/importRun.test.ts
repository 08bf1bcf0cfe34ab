/** An import under way: stopped, gone on with, broken off and repeated, it brings each row in once. */
import "../withoutBrowser.ts";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ImportJob, JobRow, Outcomes } from "../../../web/src/import/run/ImportJob.ts";
import { ImportRun, type RunStores, type Standing } from "../../../web/src/import/run/ImportRun.ts";

const rowsOf = (count: number): JobRow[] =>
  Array.from({ length: count }, (_, n) => ({
    ...{
      recordId: `r${n}`,
      kind: "interaction",
      values: { title: `Reunión ${n}` },
      files: [],
      number: n + 2,
    },
  }));
const jobOf = (rows: readonly JobRow[], changes: Partial<ImportJob> = {}): ImportJob => ({
  ...{ uid: "marta", entityId: "sdm", fileName: "a.csv", submits: true, partners: [], rows },
  ...changes,
});

class Passing extends Error {}
class Refusal extends Error {}

/** Bitácora as the run sees it; `before` is called before each act and may throw. */
function world(before: (act: string, ids: readonly string[]) => void = () => {}) {
  const records = new Map<string, Standing>();
  const writes: string[] = [];
  const kept: Outcomes[] = [];
  const stores: RunStores = {
    propose: async ({ partnerId }) => {
      before("propose", [partnerId]);
      writes.push(`propose ${partnerId}`);
    },
    standing: async (ids) => {
      before("standing", ids);
      return new Map(ids.flatMap((id) => (records.has(id) ? [[id, records.get(id) as Standing]] : [])));
    },
    create: async (rows) => {
      before(
        "create",
        rows.map(({ recordId }) => recordId),
      );
      for (const { recordId } of rows) {
        if (records.has(recordId)) throw new Refusal();
        writes.push(`create ${recordId}`);
        records.set(recordId, { state: "draft", version: 1 });
      }
    },
    upload: async ({ files }) => files.filter((name) => name.startsWith("missing")),
    submit: async (items) => {
      before(
        "submit",
        items.map(({ recordId }) => recordId),
      );
      return items.map(({ recordId, version }) => {
        writes.push(`submit ${recordId}`);
        records.set(recordId, { state: "submitted", version: version + 1 });
        return { recordId };
      });
    },
    keep: async (outcomes) => void kept.push(outcomes),
    isPassing: (error) => error instanceof Passing,
    isRefusal: (error) => error instanceof Refusal,
    sleep: async () => {},
  };
  return { stores, records, writes, kept };
}

const counted = (outcomes: Outcomes) => {
  const states = Object.values(outcomes).map(({ state }) => state);
  return Object.fromEntries(
    [...new Set(states)].map((state) => [state, states.filter((one) => one === state).length]),
  );
};

describe("a run", () => {
  test("creates each row and submits it, in parts, and keeps how far it is", async () => {
    const { stores, records, writes, kept } = world();
    const partners = [{ partnerId: "p1", name: "Oslo", categoryId: "international" }];
    const run = new ImportRun(jobOf(rowsOf(120), { partners }), {}, stores, () => {});
    await run.run();
    expect(run.state).toBe("done");
    expect(counted(run.outcomes)).toEqual({ sent: 120 });
    expect([...records.values()].every(({ state }) => state === "submitted")).toBe(true);
    expect(kept.map((outcomes) => Object.keys(outcomes).length)).toEqual([50, 100, 120]);
    expect(writes[0]).toBe("propose p1");
    expect(new Set(writes).size).toBe(writes.length);
  });

  test("leaves drafts where it was asked to, and where a file was not taken", async () => {
    const { stores } = world();
    const [one, two] = rowsOf(2) as [JobRow, JobRow];
    const drafts = new ImportRun(jobOf([one], { submits: false }), {}, stores, () => {});
    await drafts.run();
    expect(drafts.outcomes).toEqual({ r0: { state: "draft" } });
    const lacking = new ImportRun(
      jobOf([{ ...two, files: ["acta.pdf", "missing.pdf"] }]),
      {},
      stores,
      () => {},
    );
    await lacking.run();
    expect(lacking.outcomes).toEqual({ r1: { state: "draft", files: ["missing.pdf"] } });
  });

  test("tells of each row that is refused, and brings the others", async () => {
    const { stores } = world((act, ids) => {
      if (act === "create" && ids.includes("r3")) throw new Refusal();
    });
    const submit: RunStores["submit"] = async (items) =>
      items.map(({ recordId }) =>
        recordId === "r5" ? { recordId, problems: [{ path: "title", code: "missing" }] } : { recordId },
      );
    const run = new ImportRun(jobOf(rowsOf(10)), {}, { ...stores, submit }, () => {});
    await run.run();
    expect(run.outcomes.r3).toEqual({ state: "refused", reason: "not-written" });
    expect(run.outcomes.r5).toEqual({ state: "refused", problems: [{ path: "title", code: "missing" }] });
    expect(counted(run.outcomes)).toEqual({ sent: 8, refused: 2 });
  });

  test("waits for the connection and goes on by itself", async () => {
    let failures = 4;
    const { stores } = world(() => {
      if (failures-- > 0) throw new Passing();
    });
    const states: string[] = [];
    const run: ImportRun = new ImportRun(jobOf(rowsOf(3)), {}, stores, () => states.push(run.state));
    await run.run();
    expect(states).toContain("waiting");
    expect(run.state).toBe("done");
    expect(counted(run.outcomes)).toEqual({ sent: 3 });
  });

  test("ends at an error that does not pass, with what is in kept in", async () => {
    const { stores } = world((act, ids) => {
      if (act === "submit" && ids.includes("r60")) throw new Error("signed out");
    });
    const run = new ImportRun(jobOf(rowsOf(100)), {}, stores, () => {});
    await run.run();
    expect(run.state).toBe("failed");
    expect(run.error).toEqual(new Error("signed out"));
    expect(run.done).toBe(50);
  });
});

describe("laws", () => {
  test("stopped or broken off anywhere, any number of times, it brings each row in exactly once", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat({ max: 9 }), { maxLength: 5 }),
        fc.boolean(),
        async (breaks, forgets) => {
          let acts = 0;
          let fails = Number.POSITIVE_INFINITY;
          const { stores, records, writes, kept } = world(() => {
            acts += 1;
            if (acts > fails) throw new Error("the page was closed");
          });
          const job = jobOf(rowsOf(130));
          for (const after of breaks) {
            [acts, fails] = [0, after];
            // What a page that was closed had done last may not have been kept.
            const before = forgets ? {} : (kept.at(-1) ?? {});
            await new ImportRun(job, before, stores, () => {}).run();
          }
          fails = Number.POSITIVE_INFINITY;
          const run = new ImportRun(job, forgets ? {} : (kept.at(-1) ?? {}), stores, () => {});
          await run.run();
          expect(counted(run.outcomes)).toEqual({ sent: 130 });
          expect(records.size).toBe(130);
          expect(writes).toHaveLength(new Set(writes).size);
          expect(writes).toHaveLength(260);
        },
      ),
    );
  });

  test("stopped by the person it ends after the rows that are on their way", async () => {
    const { stores } = world();
    const run: ImportRun = new ImportRun(jobOf(rowsOf(500)), {}, stores, () => {
      if (run.done > 0) run.stop();
    });
    await run.run();
    expect(run.state).toBe("stopped");
    expect(run.done).toBe(50);
  });
});
