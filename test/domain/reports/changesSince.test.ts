/** What an edition says against the one before it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMeasure } from "#domain/annualReport/annualIndicator.ts";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import { changesSince, recordChanges } from "#domain/annualReport/changesSince.ts";
import { composeAnnualReport } from "#domain/annualReport/composeAnnualReport.ts";
import { annualReport } from "#domain/reports/annualReport.ts";
import type { ListedRecord } from "#domain/reports/listedRecord.ts";
import { fullSnapshot } from "./annualSnapshots.ts";
import { paragraphsOf, sectionOf, tablesOf } from "./blocks.ts";
import { everyTypeSnapshot } from "./everyTypeSnapshot.ts";

const recordOf = (recordId: string, version: number): ListedRecord => ({
  ...{ entityId: "entity-0", recordId, version, kind: "interaction", on: "2025-03-01" },
  ...{ title: `Registro ${recordId}`, partners: [], countries: [] },
});

/** Records by id with their versions: what an edition listed. */
const editions = fc.dictionary(fc.constantFrom(..."abcdefgh"), fc.integer({ min: 1, max: 3 }), {
  noNullPrototype: true,
});
const listOf = (versions: Readonly<Record<string, number>>) => () =>
  Object.entries(versions).map(([id, version]) => recordOf(id, version));

describe("the records that changed", () => {
  it("are those that came, those with another version and those that went, each once, and no other", async () => {
    await fc.assert(
      fc.asyncProperty(editions, editions, async (before, after) => {
        const found: Record<string, string> = {};
        for await (const { change, record } of recordChanges(listOf(before), listOf(after))) {
          expect(found).not.toHaveProperty(record.recordId);
          found[record.recordId] = change;
        }
        const expected: Record<string, string> = {};
        for (const id of "abcdefgh") {
          const [was, is] = [before[id], after[id]];
          if (was === is) continue;
          expected[id] = was === undefined ? "added" : is === undefined ? "gone" : "changed";
        }
        expect(found).toEqual(expected);
      }),
      { numRuns: 200 },
    );
  });
});

const withFigure = (snapshot: AnnualSnapshot, id: string, inStrategy: number): AnnualSnapshot => ({
  ...snapshot,
  indicators: snapshot.indicators.map((indicator) =>
    indicator.id === id && isMeasure(indicator) ? { ...indicator, inStrategy } : indicator,
  ),
});

describe("the figures that changed", () => {
  it("are told from the earlier to the later edition, and none that is the same", async () => {
    const previous = everyTypeSnapshot();
    const current = {
      ...withFigure(previous, "l1-r1", 31),
      approvedRecords: 1210,
    };
    const changes = await changesSince(
      { snapshot: previous, listed: listOf({ a: 1 }), editionId: "annual-2025-1" },
      { snapshot: current, listed: listOf({ a: 2, b: 1 }) },
    );
    expect(changes.figures).toMatchObject([{ indicatorId: "l1-r1", before: 27, after: 31 }]);
    expect(changes).toMatchObject({
      ...{ editionId: "annual-2025-1", approvedRecords: { before: 1204, after: 1210 } },
      records: { added: 1, changed: 1, gone: 0 },
    });
  });

  it("name milestones by their state, and what only one of both editions has", async () => {
    const previous = fullSnapshot();
    const current = {
      ...previous,
      indicators: previous.indicators
        .filter(({ id }) => id !== "l2-r3")
        .map((indicator) =>
          indicator.type === "milestone" ? { ...indicator, news: indicator.news.slice(0, 1) } : indicator,
        ),
    };
    const { figures } = await changesSince(
      { snapshot: previous, listed: listOf({}), editionId: "annual-2025-1" },
      { snapshot: current, listed: listOf({}) },
    );
    expect(figures).toMatchObject([
      { indicatorId: "l2-r1", beforeName: { es: "Publicado" }, afterName: { es: "En elaboración" } },
      { indicatorId: "l2-r3", before: 1385 },
    ]);
    expect(figures[1]).not.toHaveProperty("after");
  });
});

describe("the report", () => {
  it("lists them, and what an edition is compared with does not make it another one", async () => {
    const previous = fullSnapshot();
    const lists = { listed: listOf({ a: 2, b: 1 }), previouslyListed: listOf({ a: 1, c: 1 }) };
    const snapshot =
      (await annualReport.withChanges?.(
        { snapshot: withFigure(previous, "l1-r1", 31), listed: lists.listed },
        { snapshot: previous, listed: lists.previouslyListed, editionId: "annual-2025-1" },
      )) ?? previous;
    const blocks = [...composeAnnualReport(snapshot, "es", lists)];
    const section = sectionOf(blocks, "Qué cambió desde la edición anterior");
    expect(paragraphsOf(section).at(-1)).toContain("entraron 1, cambiaron 1 y salieron 1");
    expect(tablesOf(section)[0]?.rows.map((row) => row.slice(1))).toEqual([["27", "31", "4"]]);
    const table = section.findLast((block) => block.type === "table");
    const rows: unknown[] = [];
    if (table?.type === "table") for await (const row of table.rows) rows.push([row[0], row[2]]);
    expect(rows).toEqual([
      ["Cambió", "Registro a"],
      ["Entró", "Registro b"],
      ["Salió", "Registro c"],
    ]);
    const { changes: _changes, ...alone } = snapshot;
    expect(annualReport.comparableText(snapshot)).toBe(annualReport.comparableText(alone));
  });
});
