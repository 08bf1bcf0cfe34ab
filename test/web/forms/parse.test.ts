/** Days, counts and amounts as people in Bogotá type them. */
import fc from "fast-check";
import { expect, test } from "vitest";
import {
  centsFromTyped,
  countFromTyped,
  dayFromTyped,
  typedFromCents,
  typedFromCount,
  typedFromDay,
} from "../../../web/src/forms/parse.ts";

test.each([
  ["27/2/2024", "2024-02-27"],
  ["27/02/2024", "2024-02-27"],
  [" 1-12-2009 ", "2009-12-01"],
  ["30/2/2024", "2024-02-30"],
  ["27/2", "27/2"],
  ["ayer", "ayer"],
  ["27 feb 2024", "2024-02-27"],
  ["27-FEB-2024", "2024-02-27"],
  ["27 de febrero de 2024", "2024-02-27"],
  ["martes, 27 de febrero del 2024", "2024-02-27"],
  ["1º de septiembre de 2024", "2024-09-01"],
  ["3 sept. 2024", "2024-09-03"],
  ["27 February 2024", "2024-02-27"],
  ["2024-2-27", "2024-02-27"],
  ["31 de febrero de 2024", "2024-02-31"],
  ["27 brumario 2024", "27 brumario 2024"],
  ["27 feb", "27 feb"],
  ["27/2/24", "27/2/24"],
])("reads the day %j as %j", (typed, day) => {
  expect(dayFromTyped(typed)).toBe(day);
});

test.each([
  ["1385979", 1385979],
  ["1.385.979", 1385979],
  ["1,385,979", undefined],
  ["1.38", undefined],
  ["12,5", undefined],
  ["-3", undefined],
  ["", undefined],
])("reads the count %j as %j", (typed, count) => {
  expect(countFromTyped(typed)).toBe(count);
});

test.each([
  ["1.385.979,5", 138597950],
  ["1385979,50", 138597950],
  ["$ 1.000", 100000],
  ["1,385", undefined],
  ["1.385.979.50", undefined],
  ["1,5,0", undefined],
  ["$1.385.979", 138597900],
  ["US$ 250.000", 25000000],
  ["USD 1.385.979,50", 138597950],
  ["1.385.979 COP", 138597900],
  ["€ 12,5", 1250],
  ["1,385,979.50", 138597950],
  ["1,385.5", 138550],
  ["1385979.5", 138597950],
  ["1.5", 150],
  ["dos millones", undefined],
  ["", undefined],
])("reads the amount %j as %j cents", (typed, cents) => {
  expect(centsFromTyped(typed)).toBe(cents);
});

test("what a form shows of a stored value reads back as that value", () => {
  const day = fc
    .date({ min: new Date("1940-01-01"), max: new Date("2099-12-31"), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10));
  fc.assert(
    fc.property(day, fc.nat(1_000_000_000), fc.nat({ max: 9_000_000_000_000 }), (on, count, cents) => {
      expect(dayFromTyped(typedFromDay(on))).toBe(on);
      expect(countFromTyped(typedFromCount(count))).toBe(count);
      expect(centsFromTyped(typedFromCents(cents))).toBe(cents);
    }),
  );
});
