/** What a list says of itself and its figure. */
import { describe, expect, test } from "vitest";
import { listVerdict } from "../../../web/src/app/indicator/listVerdict.ts";

const rows = (...added: number[]) => added.map((records) => ({ adds: { "": records } }));

describe("a list of a count", () => {
  test("is its figure, record by record", () =>
    expect(listVerdict({ figure: 2, count: 2, rows: rows(1, 1), isWhole: true })).toBe("listIsFigure"));

  test("adds up to it where an amendment took a record out", () =>
    expect(listVerdict({ figure: 1, count: 3, rows: rows(1, 1, -1), isWhole: true })).toBe("listAddsUp"));

  test("is newer than a figure that is still being folded", () =>
    expect(listVerdict({ figure: 1, count: 2, rows: rows(1, 1), isWhole: true })).toBe("listIsNewer"));

  test("is judged by its count until all of it is loaded", () => {
    expect(listVerdict({ figure: 60, count: 60, rows: rows(1, 1), isWhole: false })).toBe("listIsFigure");
    expect(listVerdict({ figure: 58, count: 60, rows: rows(1, -1), isWhole: false })).toBe("listedFor");
  });
});

test("a list without a figure to compare with claims nothing", () =>
  expect(listVerdict({ figure: undefined, count: 1, rows: rows(1), isWhole: true })).toBe("listedFor"));
