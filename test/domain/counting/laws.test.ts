/** The laws of counting, on random sources: whatever the order, the parts or the history, the sum is the same. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addCells, type Cells, cellOf, differenceOf } from "#domain/counting/cells.ts";
import { foldEntityFigures, foldFigures, type IndicatorFigure } from "#domain/counting/figures.ts";
import { type LedgerEntry, ledgerEntryOf, tallyChanges, tallyKeyOf } from "#domain/counting/ledger.ts";
import type { Source } from "#domain/counting/source.ts";
import { tallyFromSources } from "#domain/counting/tallyFromSources.ts";
import type { DraftRecord } from "#domain/record/record.ts";
import { anEdition, aRecord, NOW } from "../../support/builders.ts";
import {
  ALL_INDICATORS,
  ENTITIES,
  path,
  recordAt,
  RULES as rules,
  sourceAt,
  sources,
} from "../../support/countingArbitraries.ts";

const periodsOf = (list: readonly Source[]) =>
  [...tallyFromSources(list, rules)].map(([id, cells]) => ({ period: tallyKeyOf(id).period, cells }));

const figuresOf = (list: readonly Source[], audience: "public" | "internal" = "internal") =>
  foldFigures(periodsOf(list), ALL_INDICATORS, audience);

const sum = (counts: Record<string, number>): number =>
  Object.values(counts).reduce((total, count) => total + count, 0);

const isSilent = (source: Source): boolean =>
  source.from === "editions"
    ? source.data.publishedAt === undefined
    : source.data.isExample ||
      (source.from === "records" && ["draft", "returned", "withdrawn"].includes(source.data.state));

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
      ALL_INDICATORS.map(() => 0),
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

  const apply = (
    tallies: Tallies,
    before: LedgerEntry | undefined,
    after: LedgerEntry | undefined,
  ): Tallies => {
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
          const next = source && ledgerEntryOf(source, rules);
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
          const entry = ledgerEntryOf(source, rules);
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
        const silent = list.filter(isSilent);
        expect(tallyFromSources(silent, rules).size).toBe(0);
      }),
    );
  });

  /** What the rule of "l1-r1" says, told without cells, ledger or tallies. */
  const strategicIn = (list: readonly Source[], state: string): DraftRecord[] =>
    list.flatMap((source) => {
      if (source.from !== "records" || source.data.kind !== "instrument") return [];
      const { data } = source;
      const counts = data.state === state && !data.isExample && data.review?.strategic === true;
      return counts && data.details.status !== "negotiating" ? [data] : [];
    });
  const yearOfInstrument = (record: DraftRecord): number =>
    Number(record.kind === "instrument" ? record.details.signedOn?.slice(0, 4) : 0);
  const within = (records: readonly DraftRecord[]) =>
    records.filter((record) => yearOfInstrument(record) >= 2024 && yearOfInstrument(record) <= 2027);
  const involvedIn = (record: DraftRecord) => [record.entityId, ...(record.participants ?? [])];
  const asIs = sources.map((list) => list.filter((source) => !("earlier" in source)));

  test("count each approved record once for the city, and reported ones apart", () => {
    fc.assert(
      fc.property(asIs, (list) => {
        const [figure] = figuresOf(list);
        const approved = strategicIn(list, "approved");
        expect(figure?.value).toBe(within(approved).length);
        expect(figure?.before).toBe(approved.filter((record) => yearOfInstrument(record) < 2024).length);
        expect(figure?.reported).toBe(within(strategicIn(list, "submitted")).length);
        expect(figure?.records).toBe(figure?.value);
      }),
    );
  });

  test("count shared work once for each entity and once for each sector, so that the city is never their sum", () => {
    fc.assert(
      fc.property(asIs, (list) => {
        const [figure] = figuresOf(list);
        const approved = within(strategicIn(list, "approved"));
        for (const id of ENTITIES) {
          const own = approved.filter((record) => involvedIn(record).includes(id));
          expect(figure?.byEntity[id] ?? 0).toBe(own.length);
        }
        for (const sectorId of new Set(ENTITIES.map((id) => rules.sectors.get(id) ?? ""))) {
          const own = approved.filter((record) =>
            involvedIn(record).some((id) => rules.sectors.get(id) === sectorId),
          );
          expect(figure?.bySector[sectorId] ?? 0).toBe(own.length);
        }
        const shared = approved.reduce((more, record) => more + involvedIn(record).length - 1, 0);
        expect(sum(figure?.byEntity ?? {})).toBe((figure?.value ?? 0) + shared);
      }),
    );
  });

  test("of an entity are the city's, of what it led or took part in alone", () => {
    fc.assert(
      fc.property(asIs, fc.constantFrom(...ENTITIES), (list, id) => {
        const own = list.filter((source) => {
          if (source.from !== "records") return id === "secretaria-general";
          return involvedIn(source.data).includes(id);
        });
        const mine = foldEntityFigures(periodsOf(list), ALL_INDICATORS, id);
        for (const [index, figure] of figuresOf(own).entries()) {
          const indicator = ALL_INDICATORS[index];
          // Amounts are the lead's: a participant's figure has the record, not its money.
          if (indicator?.type === "sum" || indicator?.type === "milestone") continue;
          expect(mine[index]?.value).toBe(figure.value);
          expect(mine[index]?.reported).toBe(figure.reported);
          expect(mine[index]?.byHalf).toEqual(figure.byHalf);
        }
      }),
    );
  });

  test("agree with themselves: months, half-years and years make the value", () => {
    fc.assert(
      fc.property(sources, (list) => {
        for (const [index, figure] of figuresOf(list).entries()) {
          if (ALL_INDICATORS[index]?.type === "distinct") continue;
          for (const series of [figure, ...Object.values(figure.byCurrency ?? {})]) {
            const years = Object.entries(series.byYear);
            const sumOf = (keep: (year: number) => boolean) =>
              sum(Object.fromEntries(years.filter(([year]) => keep(Number(year)))));
            expect(sum(series.byMonth)).toBe(series.value);
            expect(sum(series.byHalf)).toBe(series.value);
            expect(sumOf((year) => year >= 2024 && year <= 2027)).toBe(series.value);
            expect(sumOf((year) => year < 2024)).toBe(series.before);
          }
        }
      }),
    );
  });

  test("for citizens are those of the public records alone", () => {
    fc.assert(
      fc.property(sources, (list) => {
        const open = list.filter(({ from, data }) => from === "editions" || data.disclosure === "public");
        expect(figuresOf(list, "public")).toEqual(figuresOf(open, "internal"));
      }),
    );
  });

  const figure = (list: readonly Source[], id: string): IndicatorFigure | undefined =>
    figuresOf(list).find(({ indicatorId }) => indicatorId === id);
  const projects = fc.uniqueArray(path, { maxLength: 10 }).chain((paths) =>
    fc.tuple(
      ...paths.map((at) =>
        recordAt(at.split("/")[1] ?? "", ["project"]).map(
          (data): Source => ({
            from: "records",
            path: at,
            data: { ...data, state: "approved", isExample: false },
          }),
        ),
      ),
    ),
  );
  const running = (list: readonly Source[]) =>
    list.flatMap(({ data }) =>
      "kind" in data && data.kind === "project" && data.details.status === "running" ? [data] : [],
    );
  const inYears = ({ happenedOn = "" }: { happenedOn?: string }) =>
    happenedOn >= "2024" && happenedOn < "2028";

  test("of money are one total for each currency in whole minor units, the lead's alone and never added up", () => {
    fc.assert(
      fc.property(projects, (list) => {
        const money = figure(list, "money");
        const told = running(list).filter(inYears);
        for (const [currency, name] of [
          ["USD", "amountUsdCents"],
          ["COP", "amountCopCents"],
        ] as const) {
          const series = money?.byCurrency?.[currency];
          const stated = told.filter(({ details }) => details[name]);
          const total = stated.reduce((more, { details }) => more + (details[name] ?? 0), 0);
          expect(series?.value ?? 0).toBe(total);
          // Each entity's money is that of what it led: here, other than with records, the city is the sum.
          expect(sum(series?.byEntity ?? {})).toBe(total);
        }
        const stating = told.filter(({ details }) => details.amountUsdCents || details.amountCopCents);
        expect(money?.value).toBe(stating.length);
      }),
    );
  });

  test("of different things count each once, however many records name it, in all and in each month", () => {
    fc.assert(
      fc.property(
        fc
          .uniqueArray(path, { maxLength: 10 })
          .chain((paths) =>
            fc.tuple(
              ...paths.map((at) =>
                recordAt(at.split("/")[1] ?? "", ["interaction"]).map(
                  (data): Source => ({ from: "records", path: at, data }),
                ),
              ),
            ),
          ),
        (list) => {
          const met = list.flatMap(({ data }) =>
            "kind" in data && data.state === "approved" && !data.isExample && inYears(data) ? [data] : [],
          );
          const partnersOf = (records: readonly DraftRecord[]) =>
            new Set(records.flatMap(({ partnerIds }) => partnerIds ?? [])).size;
          const partners = figure(list, "partners");
          expect(partners?.value).toBe(partnersOf(met));
          for (const month of new Set(met.map(({ happenedOn = "" }) => happenedOn.slice(0, 7))))
            expect(partners?.byMonth[month] ?? 0).toBe(
              partnersOf(met.filter(({ happenedOn }) => happenedOn?.startsWith(month))),
            );
          expect(partners?.records).toBe(met.filter(({ partnerIds }) => partnerIds?.length).length);
        },
      ),
    );
  });

  test("of published editions count each once it is published, as the Office's", () => {
    const one = (publishedAt?: Date): Source => ({
      ...{ from: "editions", path: "editions/annual-2025-1" },
      data: anEdition(publishedAt ? { publishedAt } : {}),
    });
    expect(figure([one()], "reports")?.value).toBe(0);
    expect(figure([one(NOW)], "reports")).toMatchObject({
      ...{ value: 1, byMonth: { "2026-03": 1 } },
      byEntity: { "secretaria-general": 1 },
    });
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
    expect(figure(list, "l2-r1")?.news).toEqual([
      {
        ...{ stateId: "in-preparation", since: "2024-08-01" },
        sourceId: "entities~secretaria-general~records~a",
      },
      { stateId: "published", since: "2025-11-02", sourceId: "entities~secretaria-general~records~b" },
    ]);
  });
});

describe("a record that is edited", () => {
  const approved = aRecord("instrument", { state: "approved", review: { strategic: true } });
  const entryOf = (data: DraftRecord) =>
    ledgerEntryOf({ from: "records", path: "entities/sdm/records/r1", data }, rules);

  test("leaves its old half-year for the new one when its date moves", () => {
    const later = aRecord("instrument", {
      ...approved,
      details: { ...approved.details, signedOn: "2025-06-01" },
    });
    const changes = tallyChanges(entryOf(approved), entryOf(later));
    expect(changes.map(({ tallyId }) => tallyId)).toEqual(["sdm~2026-S1", "sdm~2025-S1"]);
    expect(changes.map(({ cells }) => new Set(Object.values(cells)))).toEqual([new Set([-1]), new Set([1])]);
  });

  test("moves within its half-year from month to month, and touches no other cell", () => {
    const later = aRecord("instrument", {
      ...approved,
      details: { ...approved.details, signedOn: "2026-01-15" },
    });
    const [change, ...others] = tallyChanges(entryOf(approved), entryOf(later));
    expect(others).toEqual([]);
    const dimensions = Object.keys(change?.cells ?? {}).map((key) => cellOf(key).dimension);
    expect(dimensions).toEqual(["month", "month"]);
  });

  test("stands for another indicator when what it is changes", () => {
    const supplied = aRecord("instrument", {
      ...approved,
      review: { strategic: false },
      details: { ...approved.details, direction: "supply" },
    });
    const [change] = tallyChanges(entryOf(approved), entryOf(supplied));
    const byCounter = Object.entries(change?.cells ?? {}).map(([key, amount]) => [
      cellOf(key).counterId,
      amount,
    ]);
    expect(new Set(byCounter.map(String))).toEqual(new Set(["l1-r1@1,-1", "l2-r3@1,1"]));
  });

  test("takes the entity that no longer took part out, and its sector with it", () => {
    const shared = aRecord("instrument", { ...approved, participants: ["transmilenio", "sdmujer"] });
    const alone = aRecord("instrument", { ...approved, participants: ["transmilenio"] });
    const [change] = tallyChanges(entryOf(shared), entryOf(alone));
    expect(
      Object.keys(change?.cells ?? {})
        .map((key) => cellOf(key).value)
        .sort(),
    ).toEqual(["mujeres", "sdmujer"]);
  });
});
