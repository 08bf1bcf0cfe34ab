/** What an edition says against the one before it. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isMeasure } from "#domain/annualReport/annualIndicator.ts";
import type { AnnualSnapshot } from "#domain/annualReport/annualSnapshot.ts";
import { annualReport } from "#domain/reports/annualReport.ts";
import { changesSince } from "#domain/reports/changes/changesSince.ts";
import { recordChanges } from "#domain/reports/changes/recordChanges.ts";
import { comparableText } from "#domain/reports/comparableText.ts";
import { halfYearReport } from "#domain/reports/halfYearReport.ts";
import type { ListedRecord } from "#domain/reports/listedRecord.ts";
import { monthlyReport } from "#domain/reports/monthlyReport.ts";
import type { ListedRecords, Lists, ReportHead, ReportKind } from "#domain/reports/ReportKind.ts";
import { fullSnapshot } from "../annualReport/annualSnapshots.ts";
import { paragraphsOf, sectionOf, tablesOf } from "../annualReport/blocks.ts";
import { everyTypeSnapshot } from "../annualReport/everyTypeSnapshot.ts";
import { halfYearOf, monthOf } from "./snapshots.ts";

const PUBLISHED = { es: "Publicado", en: "Published" };

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

/** Compares two snapshots as editions of a kind of report. */
const compare = <Snapshot extends ReportHead>(
  kind: ReportKind<Snapshot>,
  previous: Snapshot,
  current: Snapshot,
  { before, after }: { before: ListedRecords; after: ListedRecords } = { before: () => [], after: () => [] },
) => {
  const said = (head: Snapshot) => ({ head, figures: kind.figuresOf(head) });
  return changesSince(
    { ...said(previous), listed: before, editionId: "edition-1" },
    { ...said(current), listed: after },
  );
};

describe("the figures that changed", () => {
  it("are told from the earlier to the later edition, and none that is the same", async () => {
    const previous = everyTypeSnapshot();
    const current = {
      ...withFigure(previous, "l1-r1", 31),
      approvedRecords: 1210,
    };
    const lists = { before: listOf({ a: 1 }), after: listOf({ a: 2, b: 1 }) };
    const changes = await compare(annualReport, previous, current, lists);
    expect(changes.figures).toMatchObject([{ indicatorId: "l1-r1", before: 27, after: 31 }]);
    expect(changes).toMatchObject({
      ...{ editionId: "edition-1", approvedRecords: { before: 1204, after: 1210 } },
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
    const { figures } = await compare(annualReport, previous, current);
    expect(figures).toMatchObject([
      { indicatorId: "l2-r1", beforeName: { es: "Publicado" }, afterName: { es: "En elaboración" } },
      { indicatorId: "l2-r3", before: 1385 },
    ]);
    expect(figures[1]).not.toHaveProperty("after");
  });
});

/** Amounts by indicator. */
const amounts = fc.dictionary(fc.constantFrom("l1-r1", "l2-r3", "mobilised"), fc.nat(3), {
  noNullPrototype: true,
});

describe.each([
  ["a month", monthlyReport, monthOf],
  ["a half-year", halfYearReport, halfYearOf],
])("the figures of %s", (_name, kind, snapshotOf) => {
  it("that changed are those that differ, from what they were to what they are", async () => {
    // One call for either kind: each knows its own snapshots.
    const { figuresOf } = kind as ReportKind<ReportHead>;
    await fc.assert(
      fc.asyncProperty(amounts, amounts, async (was, is) => {
        const [previous, current] = [snapshotOf(was), snapshotOf(is)];
        const { figures } = await compare(kind as ReportKind<ReportHead>, previous, current);
        const byKey = (snapshot: ReportHead) =>
          Object.fromEntries(figuresOf(snapshot).map(({ key, figure }) => [key, figure]));
        const [before, after] = [byKey(previous), byKey(current)];
        const keys = [...new Set([...Object.keys(after), ...Object.keys(before)])];
        expect(figures.map((one) => [one.before, one.after])).toEqual(
          keys.filter((key) => before[key] !== after[key]).map((key) => [before[key], after[key]]),
        );
      }),
      { numRuns: 100 },
    );
  });

  it("each have a name of their own", () => {
    const keys = (kind as ReportKind<ReportHead>)
      .figuresOf(snapshotOf({ "l1-r1": 1, mobilised: 2 }))
      .map(({ key }) => key);
    expect(new Set(keys).size).toBe(keys.length);
  });
});

/** The part of a report that compares it with the edition before. */
async function comparison<Snapshot extends ReportHead>(
  kind: ReportKind<Snapshot>,
  previous: Snapshot,
  current: Snapshot,
  lists: Lists = { listed: listOf({ a: 2, b: 1 }), previouslyListed: listOf({ a: 1, c: 1 }) },
) {
  const before = lists.previouslyListed;
  const changes = before && (await compare(kind, previous, current, { before, after: lists.listed }));
  const snapshot = changes ? { ...current, changes } : current;
  const section = sectionOf([...kind.compose(snapshot, "es", lists)], "Qué cambió desde la edición anterior");
  const rows: unknown[] = [];
  const table = section.findLast((block) => block.type === "table");
  if (table?.type === "table") for await (const row of table.rows) rows.push([row[0], row[2]]);
  return { snapshot, paragraphs: paragraphsOf(section), figures: tablesOf(section)[0]?.rows, rows };
}

describe("a report", () => {
  const listed = [
    ["Cambió", "Registro a"],
    ["Entró", "Registro b"],
    ["Salió", "Registro c"],
  ];

  it("lists them, of the year", async () => {
    const previous = fullSnapshot();
    const found = await comparison(annualReport, previous, withFigure(previous, "l1-r1", 31));
    expect(found.paragraphs.at(-1)).toContain("entraron 1, cambiaron 1 y salieron 1");
    expect(found.figures?.map((row) => row.slice(1))).toEqual([["27", "31", "4"]]);
    expect(found.rows).toEqual(listed);
  });

  it("lists them, of the month and of what its other columns look at", async () => {
    const previous = monthOf({ "l1-r1": 1, mobilised: 5 });
    const found = await comparison(monthlyReport, previous, {
      ...monthOf({ "l1-r1": 2, mobilised: 5 }),
      news: [
        { id: "l2-r1", name: { es: "Portafolio", en: "Portfolio" }, since: "2026-02-20", state: PUBLISHED },
      ],
    });
    expect(found.figures).toEqual([
      ["Instrumentos\nEn el mes", "1", "2", "1"],
      ["Instrumentos\nAcumulado del año", "1", "2", "1"],
      ["Instrumentos\nEn la estrategia", "1", "2", "1"],
      ["Portafolio\n20/2/2026", "–", "Publicado", "–"],
    ]);
    expect(found.rows).toEqual(listed);
  });

  it("lists them, of an entity's half-year, money in its currency", async () => {
    const previous = halfYearOf({ mobilised: 150_00 });
    const found = await comparison(halfYearReport, previous, halfYearOf({ "l1-r1": 2, mobilised: 250_00 }));
    expect(found.figures).toEqual([
      ["Instrumentos", "–", "2", "–"],
      ["Recursos movilizados\nDólares", "US$ 150", "US$ 250", "US$ 100"],
    ]);
    expect(found.rows).toEqual(listed);
  });

  it("says of a first edition that it is one, and of a preview that it is none", async () => {
    const month = monthOf({});
    const listed = listOf({ a: 1 });
    expect((await comparison(monthlyReport, month, month, { listed })).paragraphs).toEqual([
      "Esta es la primera edición de este informe.",
    ]);
    expect((await comparison(monthlyReport, month, month, { listed, isPreview: true })).paragraphs).toEqual([
      "Aquí dirá la edición, cuando se genere, qué cambió desde la anterior.",
    ]);
  });
});

describe("two snapshots of one report", () => {
  const textOf = (snapshot: AnnualSnapshot) => comparableText(annualReport.snapshotSchema, snapshot);

  it("are the same on other days and compared with other editions, and not with any other figure", async () => {
    const snapshot = fullSnapshot();
    const later = { ...snapshot, cutOffOn: "2025-12-30", consultedOn: "2026-04-01" };
    const { snapshot: compared } = await comparison(annualReport, fullSnapshot({ instruments: 2 }), later);
    expect(compared).toHaveProperty("changes");
    expect(textOf(compared)).toBe(textOf(snapshot));
    expect(textOf({ ...snapshot, approvedRecords: 1 })).not.toBe(textOf(snapshot));
    expect(textOf({ ...snapshot, isDemo: true })).not.toBe(textOf(snapshot));
  });
});
