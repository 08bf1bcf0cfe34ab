/** Addresses of citizens' lists. */
import { describe, expect, test } from "vitest";
import { askedRecords, recordsAddress } from "../../../web/src/public/recordsAddress.ts";

describe("the address of the records behind a public figure", () => {
  test.each(["strategy", "before", "2026", "2026-S1"])(
    "says the figure so that it can be read back: %s",
    (time) => {
      const { search } = new URL(recordsAddress("l1-r1", { time }), "https://bitacora.example");
      expect(askedRecords(search)).toEqual({ indicatorId: "l1-r1", time });
    },
  );

  test("is short for the whole strategy", () =>
    expect(recordsAddress("l1-r1", { time: "strategy" })).toBe("/registros?indicador=l1-r1"));
});
