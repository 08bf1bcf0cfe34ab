/** The laws of counting, on random records: whatever the order, the parts or the history, the sum is the same. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { sectorsByEntity } from "#domain/catalogue.ts";
import { addCells, type Cells, cellOf, differenceOf } from "#domain/counting/cells.ts";
import { foldFigures, type IndicatorFigure } from "#domain/counting/figures.ts";
import {
  type CountingRules,
  type LedgerEntry,
  ledgerEntryOf,
  tallyChanges,
  tallyKeyOf,
} from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import { DISCLOSURES } from "#domain/record/envelope.ts";
import { type DraftRecord, involvedOf } from "#domain/record/record.ts";
import { STATES } from "#domain/record/states.ts";
import { CATALOGUES, INDICATORS } from "../../../scripts/seed/catalogueData.ts";
import { aDecision, aRecord } from "../../support/builders.ts";

const rules: CountingRules = { version: 1, indicators: INDICATORS, sectors: sectorsByEntity(CATALOGUES) };
/** Two of one sector (sdm, transmilenio), two of others. */
const ENTITIES = ["sdm", "transmilenio", "sdmujer", "secretaria-general"];

const day = fc
  .date({ min: new Date("2019-01-01"), max: new Date("2027-12-31"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const details = {
  instrument: fc.record({
    status: fc.constantFrom("negotiating", "signed", "active", "ended"),
    direction: fc.constantFrom("demand", "supply", "mutual"),
    signedOn: day,
  }),
  session: fc.record({
    body: fc.constantFrom("intersectoral-commission", "internationalization-committee"),
    status: fc.constantFrom("called", "held"),
  }),
  milestone: fc.constantFrom({ stateId: "in-preparation" }, { stateId: "published" }),
  interaction: fc.constantFrom({ status: "planned" }, { status: "held" }),
};

const recordAt = (entityId: string): fc.Arbitrary<DraftRecord> =>
  fc.constantFrom("instrument", "session", "milestone", "interaction").chain((kind) =>
    fc
      .record({
        details: details[kind],
        happenedOn: day,
        participants: fc.uniqueArray(fc.constantFrom(...ENTITIES.filter((id) => id !== entityId))),
        state: fc.constantFrom(...STATES),
        disclosure: fc.constantFrom(...DISCLOSURES),
        isExample: fc.boolean(),
        version: fc.integer({ min: 1, max: 9 }),
        review: fc.record({ strategic: fc.boolean() }),
      })
      .map((fields) => aRecord(kind, { ...fields, entityId, involved: involvedOf({ entityId, ...fields }) })),
  );

const sourceAt = (path: string): fc.Arbitrary<Source> => {
  const [, entityId = ""] = path.split("/");
  return recordAt(entityId).map((data) => ({ from: "records", path, data }));
};

const path = fc
  .tuple(fc.constantFrom(...ENTITIES), fc.nat({ max: 20 }))
  .map(([entityId, index]) => `entities/${entityId}/records/r${index}`);

const decision = fc
  .record({ decidedOn: day, isExample: fc.boolean(), disclosure: fc.constantFrom(...DISCLOSURES) })
  .map((changes): Source => ({ from: "decisions", path: "decisions/d1", data: aDecision(changes) }));

/** Different records, and a decision. */
const sources: fc.Arbitrary<Source[]> = fc
  .tuple(
    fc
      .uniqueArray(path, { maxLength: 12 })
      .chain((paths) => fc.tuple(...paths.map((each) => sourceAt(each)))),
    fc.array(decision, { maxLength: 1 }),
  )
  .map((lists) => lists.flat());

const figuresOf = (list: readonly Source[], audience: "public" | "internal" = "internal") =>
  foldFigures(
    [...tallyFromSources(list, rules)].map(([id, cells]) => ({ year: tallyKeyOf(id).year, cells })),
    INDICATORS,
    audience,
  );

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const counted = (figure: IndicatorFigure): number => figure.value + figure.before;

describe("tallies", () => {
  test("do not depend on the order in which sources are added", () => {
    fc.assert(
      fc.property(
        sources.chain((list) =>
          fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
        ),
        ([list, shuffled]) => {
          expect(tallyFromSources(shuffled, rules)).toEqual(tallyFromSources(list, rules));
          expect(figuresOf(shuffled)).toEqual(figuresOf(list));
        },
      ),
    );
  });

  test("of nothing are nothing, and its figures zero", () => {
    expect(tallyFromSources([], rules).size).toBe(0);
    expect(figuresOf([]).map(({ value, before, reported }) => value + before + reported)).toEqual(
      INDICATORS.map(() => 0),
    );
  });

  test("of the parts add up to those of the whole", () => {
    fc.assert(
      fc.property(sources, fc.nat(), (list, at) => {
        const cut = at % (list.length + 1);
        const [one, other] = [list.slice(0, cut), list.slice(cut)].map((part) =>
          tallyFromSources(part, rules),
        );
        const merged = new Map(one);
        for (const [id, cells] of other ?? []) merged.set(id, addCells(merged.get(id) ?? {}, cells));
        expect(merged).toEqual(tallyFromSources(list, rules));
      }),
    );
  });
});

describe("the ledger", () => {
  type Tallies = Map<string, Cells>;

  const apply = (tallies: Tallies, before: LedgerEntry | undefined, after: LedgerEntry): Tallies => {
    const next = new Map(tallies);
    for (const { tallyId, cells } of tallyChanges(before, after))
      next.set(tallyId, addCells(next.get(tallyId) ?? {}, cells));
    return new Map([...next].filter(([, cells]) => Object.keys(cells).length > 0));
  };

  /** The states that one record goes through, deletions included. */
  const lives = path.chain((at) => fc.array(fc.option(sourceAt(at), { nil: undefined }), { maxLength: 8 }));

  test("brings the tallies to what the source is worth now, whatever it was worth before", () => {
    fc.assert(
      fc.property(lives, (life) => {
        let tallies: Tallies = new Map();
        let entry: LedgerEntry | undefined;
        for (const source of life) {
          const next = ledgerEntryOf(source?.path ?? "entities/sdm/records/gone", source, rules);
          tallies = apply(tallies, entry, next);
          entry = next;
          expect(tallies).toEqual(tallyFromSources(source ? [source] : [], rules));
        }
      }),
    );
  });

  test("changes nothing when the same is said twice", () => {
    fc.assert(
      fc.property(sources, (list) => {
        for (const source of list) {
          const entry = ledgerEntryOf(source.path, source, rules);
          expect(tallyChanges(entry, entry)).toEqual([]);
        }
      }),
    );
  });

  test("differences undo themselves", () => {
    const cells = fc.dictionary(fc.string(), fc.integer());
    fc.assert(
      fc.property(cells, cells, (before, after) => {
        expect(addCells(before, differenceOf(before, after))).toEqual(addCells(after, {}));
      }),
    );
  });
});

describe("figures", () => {
  test("count nothing of a draft, a returned, a withdrawn or an example record", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const silent = list.filter(
          ({ from, data }) =>
            data.isExample ||
            (from === "records" && ["draft", "returned", "withdrawn"].includes((data as DraftRecord).state)),
        );
        expect(tallyFromSources(silent, rules).size).toBe(0);
      }),
    );
  });

  test("count each approved record once for the city, and reported ones apart", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const figures = figuresOf(list);
        for (const standing of ["approved", "submitted"] as const) {
          const instruments = list.flatMap(({ from, data }) =>
            from === "records" &&
            data.kind === "instrument" &&
            data.state === standing &&
            !data.isExample &&
            data.review?.strategic &&
            data.details.status !== "negotiating"
              ? [Number(data.details.signedOn?.slice(0, 4))]
              : [],
          );
          const strategic = figures.find(({ indicatorId }) => indicatorId === "l1-r1");
          const within = instruments.filter((year) => year >= 2024).length;
          expect(standing === "approved" ? strategic?.value : strategic?.reported).toBe(within);
          if (standing === "approved") expect(strategic?.before).toBe(instruments.length - within);
        }
      }),
    );
  });

  test("give every entity that took part its one, and every sector one however many of its entities did", () => {
    fc.assert(
      fc.property(recordAt("sdm"), (draft) => {
        const record: DraftRecord = {
          ...aRecord("instrument", { state: "approved", review: { strategic: true } }),
          ...(draft.participants && { participants: draft.participants }),
          entityId: "sdm",
        };
        const [figure] = figuresOf([{ from: "records", path: "entities/sdm/records/r1", data: record }]);
        const involved = ["sdm", ...(draft.participants ?? [])];
        expect(figure?.value).toBe(1);
        expect(figure?.byEntity).toEqual(Object.fromEntries(involved.map((id) => [id, 1])));
        const sectors = new Set(involved.map((id) => rules.sectors.get(id)));
        expect(figure?.bySector).toEqual(Object.fromEntries([...sectors].map((id) => [id, 1])));
      }),
    );
  });

  test("agree with themselves: the months make the value, the years the value and what was before", () => {
    fc.assert(
      fc.property(sources, (list) => {
        for (const figure of figuresOf(list)) {
          expect(sum(figure.byMonth)).toBe(figure.value);
          expect(sum(figure.byYear)).toBe(counted(figure));
        }
      }),
    );
  });

  test("for citizens are those of the public records alone", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const open = list.filter(({ data }) => data.disclosure === "public");
        expect(figuresOf(list, "public")).toEqual(figuresOf(open, "internal"));
      }),
    );
  });

  test("of a milestone tell each approved state with its day, oldest first", () => {
    const milestone = (id: string, stateId: string, happenedOn: string): Source => ({
      from: "records",
      path: `entities/secretaria-general/records/${id}`,
      data: aRecord("milestone", {
        ...{ entityId: "secretaria-general", state: "approved", happenedOn },
        details: { stateId },
      }),
    });
    const list = [milestone("b", "published", "2025-11-02"), milestone("a", "in-preparation", "2024-08-01")];
    const figure = figuresOf(list).find(({ indicatorId }) => indicatorId === "l2-r1");
    expect(figure?.news.map(({ stateId, since }) => [stateId, since])).toEqual([
      ["in-preparation", "2024-08-01"],
      ["published", "2025-11-02"],
    ]);
  });
});

describe("a record that is edited", () => {
  const approved = aRecord("instrument", { state: "approved", review: { strategic: true } });
  const entryOf = (data: DraftRecord) =>
    ledgerEntryOf(
      "entities/sdm/records/r1",
      { from: "records", path: "entities/sdm/records/r1", data },
      rules,
    );

  test("leaves its old year for the new one when its date moves", () => {
    const later = aRecord("instrument", {
      ...approved,
      details: { ...approved.details, signedOn: "2025-06-01" },
    });
    const changes = tallyChanges(entryOf(approved), entryOf(later));
    expect(changes.map(({ tallyId }) => tallyId)).toEqual(["sdm~2026", "sdm~2025"]);
    expect(changes.map(({ cells }) => new Set(Object.values(cells)))).toEqual([new Set([-1]), new Set([1])]);
  });

  test("moves within its year from month to month, and touches no other cell", () => {
    const later = aRecord("instrument", {
      ...approved,
      details: { ...approved.details, signedOn: "2026-01-15" },
    });
    const [change, ...others] = tallyChanges(entryOf(approved), entryOf(later));
    expect(others).toEqual([]);
    const dimensions = Object.keys(change?.cells ?? {}).map((key) => cellOf(key).dimension);
    expect(new Set(dimensions)).toEqual(new Set(["month", "entityMonth"]));
  });

  test("stands for another indicator when what it is changes", () => {
    const supplied = aRecord("instrument", {
      ...approved,
      review: { strategic: false },
      details: { ...approved.details, direction: "supply" },
    });
    const [change] = tallyChanges(entryOf(approved), entryOf(supplied));
    const byIndicator = Object.entries(change?.cells ?? {}).map(([key, amount]) => [
      cellOf(key).indicatorId,
      amount,
    ]);
    expect(new Set(byIndicator.map(String))).toEqual(new Set(["l1-r1,-1", "l2-r3,1"]));
  });

  test("takes the entity that no longer took part out, and its sector with it", () => {
    const shared = aRecord("instrument", { ...approved, participants: ["transmilenio", "sdmujer"] });
    const alone = aRecord("instrument", { ...approved, participants: ["transmilenio"] });
    const [change] = tallyChanges(entryOf(shared), entryOf(alone));
    expect(Object.keys(change?.cells ?? {}).map((key) => cellOf(key).value)).toEqual(
      expect.arrayContaining(["sdmujer@2026-02", "mujeres"]),
    );
    expect(Object.keys(change?.cells ?? {})).toHaveLength(2);
  });
});
