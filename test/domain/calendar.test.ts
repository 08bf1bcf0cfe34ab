import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, bogotaDay, isDay, monthOf, monthsOf, periodOf } from "#domain/calendar.ts";

const days = fc
  .date({ min: new Date("1900-01-01T00:00:00Z"), max: new Date("2099-12-31T00:00:00Z"), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe("Bogotá's calendar", () => {
  test("is five hours behind, so that an evening still belongs to its own day, month and year", () => {
    expect(bogotaDay(new Date("2026-01-01T04:59:59Z"))).toBe("2025-12-31");
    expect(bogotaDay(new Date("2026-01-01T05:00:00Z"))).toBe("2026-01-01");
  });

  test.each([
    "2025-02-30",
    "2025-13-01",
    "2025-00-10",
    "27/2/2024",
    "2025-2-3",
    "",
    "1799-12-31",
    "2025-02-28T00",
  ])("knows that «%s» is no day", (text) => {
    expect(isDay(text)).toBe(false);
  });

  test("knows leap days", () => {
    expect(isDay("2024-02-29")).toBe(true);
    expect(isDay("2025-02-29")).toBe(false);
  });

  test("walks days forth and back to the same day", () => {
    fc.assert(
      fc.property(days, fc.integer({ min: -3000, max: 3000 }), (day, distance) => {
        expect(isDay(day)).toBe(true);
        expect(addDays(addDays(day, distance), -distance)).toBe(day);
      }),
    );
  });

  test("puts every day in one month of its year and in one half-year", () => {
    fc.assert(
      fc.property(days, (day) => {
        const months = monthsOf(Number(day.slice(0, 4)));
        const half = months.indexOf(monthOf(day)) < 6 ? "S1" : "S2";
        expect(periodOf(day)).toBe(`${day.slice(0, 4)}-${half}`);
      }),
    );
  });
});
