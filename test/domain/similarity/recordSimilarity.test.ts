/** The laws of what makes two records look like one thing. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays } from "#domain/calendar.ts";
import {
  type Comparable,
  MOST_DAYS_APART,
  recordSimilarity,
  SUSPICIOUS,
} from "#domain/similarity/recordSimilarity.ts";

const meeting = (changes: Partial<Comparable> = {}): Comparable => ({
  ...{ kind: "interaction", title: "Reunión con la alcaldía de Montevideo", on: "2026-02-20" },
  ...{ partnerIds: ["montevideo"], ...changes },
});

const anyComparable: fc.Arbitrary<Comparable> = fc.record({
  kind: fc.constantFrom("interaction", "instrument", "project"),
  title: fc.string({ maxLength: 30 }),
  on: fc.nat({ max: 200 }).map((days) => addDays("2026-01-01", days)),
  partnerIds: fc.uniqueArray(fc.constantFrom("a", "b", "c"), { maxLength: 3 }),
});

describe("the similarity of two records", () => {
  test("lies between 0 and 1 and is the same in both directions", () =>
    fc.assert(
      fc.property(anyComparable, anyComparable, (a, b) => {
        const score = recordSimilarity(a, b);
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(recordSimilarity(b, a)).toBeCloseTo(score, 10);
      }),
    ));

  test("of a record with itself is 1, where it names a partner and has words in its title", () =>
    expect(recordSimilarity(meeting(), meeting())).toBeCloseTo(1));

  test("does not grow with the days between them", () =>
    fc.assert(
      fc.property(anyComparable, fc.nat({ max: 80 }), fc.nat({ max: 80 }), (a, near, more) => {
        const later = (days: number) => recordSimilarity(a, { ...a, on: addDays(a.on, days) });
        expect(later(near + more)).toBeLessThanOrEqual(later(near));
      }),
    ));

  test.each<[string, Partial<Comparable>]>([
    ["of another kind", { kind: "instrument" }],
    ["with another partner", { partnerIds: ["lima"] }],
    ["without a day that can be read", { on: "feb 2026" }],
    ["too long after", { on: addDays("2026-02-20", MOST_DAYS_APART + 1) }],
  ])("is none with one %s", (_, changes) => expect(recordSimilarity(meeting(), meeting(changes))).toBe(0));

  test("is suspicious where the words differ in order, accents and slips", () =>
    expect(
      recordSimilarity(
        meeting(),
        meeting({ title: "Alcaldia de Montevideo: reunion en Bogotá", on: "2026-02-22" }),
      ),
    ).toBeGreaterThan(SUSPICIOUS));

  test("is none where the titles tell of two things, though partner and day are the same", () =>
    expect(recordSimilarity(meeting(), meeting({ title: "Taller de basura cero" }))).toBe(0));

  test("is not where one partner is met twice about other things", () =>
    expect(
      recordSimilarity(meeting(), meeting({ title: "Taller de basura cero", on: "2026-03-20" })),
    ).toBeLessThan(SUSPICIOUS));
});
