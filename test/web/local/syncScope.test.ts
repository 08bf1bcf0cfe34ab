/** The mirror shows what Bitácora has, whatever happened there, and reads only what changed. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftRecord } from "#domain/record/record.ts";
import type { Stored } from "../../../web/src/data/read.ts";
import { type MirrorRow, rowOf } from "../../../web/src/local/MirrorRow.ts";
import { isIn, type Scope } from "../../../web/src/local/scopesOf.ts";
import {
  type MirrorPart,
  type RecordSource,
  type Span,
  syncScope,
} from "../../../web/src/local/syncScope.ts";
import { aRecord } from "../../support/builders.ts";

const PUBLIC: Scope = { of: "public" };
const START = Date.parse("2026-01-01T12:00:00Z");

const CONTENT = aRecord("interaction", { state: "approved", disclosure: "public" });

const storedRecord = (id: string, updatedAt: number, changes: Partial<DraftRecord>): Stored<DraftRecord> => ({
  ...{ id, path: `entities/sdm/records/${id}` },
  data: { ...CONTENT, ...changes, updatedAt: new Date(updatedAt) } as DraftRecord,
});

const inSpan = (at: number, { from = -Infinity, before = Infinity }: Span) => at >= from && at < before;

/** Bitácora with a clock, and how much was read of it. */
class World implements RecordSource {
  records = new Map<string, Stored<DraftRecord>>();
  now = START;
  reads = 0;

  write(id: string, changes: Partial<DraftRecord> = {}): void {
    this.now += 5_000;
    this.records.set(id, storedRecord(id, this.now, changes));
  }

  #of = (scope: Scope, span: Span) =>
    [...this.records.values()]
      .filter((record) => isIn(scope, rowOf(record)) && inSpan(record.data.updatedAt.getTime(), span))
      .sort((a, b) => a.data.updatedAt.getTime() - b.data.updatedAt.getTime());

  count = async (scope: Scope, span: Span) => {
    this.reads += 1;
    return this.#of(scope, span).length;
  };

  async *pages(scope: Scope, span: Span) {
    const found = this.#of(scope, span);
    this.reads += Math.max(1, found.length);
    for (let at = 0; at < found.length; at += 7) yield found.slice(at, at + 7);
  }
}

class Memory implements MirrorPart {
  rows = new Map<string, MirrorRow>();
  within = (scope: Scope, span: Span) =>
    [...this.rows.values()]
      .filter((row) => isIn(scope, row) && inSpan(row.updatedAt, span))
      .sort((a, b) => a.updatedAt - b.updatedAt);
  marks = new Map<string, number>();
  mark = (scope: Scope) => this.marks.get(scope.of);
  reached = async (scope: Scope, at: number) => void this.marks.set(scope.of, at);
  put = async (records: readonly Stored<DraftRecord>[]) => {
    for (const record of records) this.rows.set(record.path, rowOf(record));
  };
  remove = async (paths: readonly string[]) => {
    for (const path of paths) this.rows.delete(path);
  };
}

const shown = (memory: Memory) => memory.within(PUBLIC, {}).map(({ id, updatedAt }) => [id, updatedAt]);
const truth = (world: World) =>
  [...world.records.values()]
    .filter((record) => isIn(PUBLIC, rowOf(record)))
    .map(({ id, data }) => [id, data.updatedAt.getTime()])
    .sort((a, b) => Number(a[1]) - Number(b[1]));

async function filled(count: number) {
  const world = new World();
  const memory = new Memory();
  for (let n = 0; n < count; n += 1) world.write(`r${n}`);
  await syncScope(PUBLIC, memory, world);
  world.reads = 0;
  return { world, memory };
}

describe("bringing the mirror up to date", () => {
  test("reads three times when nothing changed, however many records there are", async () => {
    const { world, memory } = await filled(1_000);
    await syncScope(PUBLIC, memory, world);
    expect(world.reads).toBe(3);
    expect(shown(memory)).toEqual(truth(world));
  });

  test("reads what was written since and no more", async () => {
    const { world, memory } = await filled(1_000);
    world.write("r5", { title: "Otro título" });
    world.write("new");
    await syncScope(PUBLIC, memory, world);
    expect(world.reads).toBe(4);
    expect(shown(memory)).toEqual(truth(world));
  });

  test("finds the one that was withdrawn among 1,000, and reads less than a tenth", async () => {
    const { world, memory } = await filled(1_000);
    world.write("r500", { state: "withdrawn" });
    await syncScope(PUBLIC, memory, world);
    expect(shown(memory)).toEqual(truth(world));
    expect(world.reads).toBeLessThan(100);
  });

  test("goes on where it was cut off the first time", async () => {
    const world = new World();
    for (let n = 0; n < 30; n += 1) world.write(`r${n}`);
    const memory = new Memory();
    for await (const first of world.pages(PUBLIC, {})) {
      await memory.put(first);
      await memory.reached(PUBLIC, first.at(-1)?.data.updatedAt.getTime() ?? 0);
      break;
    }
    await syncScope(PUBLIC, memory, world);
    expect(shown(memory)).toEqual(truth(world));
  });

  test("misses nothing that was written before a record that was read by itself", async () => {
    const { world, memory } = await filled(100);
    world.write("r1", { title: "Otro título" });
    world.now += 3_600_000;
    world.write("r2");
    await memory.put([...world.records.values()].filter(({ id }) => id === "r2"));
    await syncScope(PUBLIC, memory, world);
    expect(shown(memory)).toEqual(truth(world));
  });

  test("shows what Bitácora has after any history, however often it looked meanwhile", async () => {
    const act = fc.record({
      id: fc.integer({ min: 0, max: 60 }).map((n) => `r${n}`),
      what: fc.constantFrom("write", "withdraw", "restrict", "delete", "look"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(act, { maxLength: 120 }), async (acts) => {
        const { world, memory } = await filled(50);
        for (const { id, what } of acts) {
          if (what === "write") world.write(id);
          if (what === "withdraw") world.write(id, { state: "withdrawn" });
          if (what === "restrict") world.write(id, { disclosure: "reserved" });
          if (what === "delete") world.records.delete(id);
          if (what === "look") await syncScope(PUBLIC, memory, world);
        }
        await syncScope(PUBLIC, memory, world);
        expect(shown(memory)).toEqual(truth(world));
      }),
      { numRuns: 60 },
    );
  });
});
