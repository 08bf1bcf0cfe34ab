import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  formatDay,
  formatLongDay,
  formatMoney,
  formatMonth,
  formatNumber,
  formatPercent,
  formatPeriod,
  withPlainSpaces,
} from "#domain/format.ts";
import { CURRENCIES } from "#domain/indicator.ts";

describe("numbers", () => {
  it("are written as Colombia writes them", () => {
    expect(formatNumber(1385979.5, "es")).toBe("1.385.979,5");
    expect(formatNumber(1000, "es")).toBe("1.000");
    expect(formatNumber(0, "es")).toBe("0");
    expect(formatNumber(-1234.56, "es", 2)).toBe("-1.234,56");
  });

  it("are written in English with the signs the other way round", () => {
    expect(formatNumber(1385979.5, "en")).toBe("1,385,979.5");
    expect(formatPercent(0.229, "en")).toBe("22.9%");
  });

  it("drop zeros after the comma, and the sign of what rounds to nothing", () => {
    expect(formatNumber(12.04, "es")).toBe("12");
    expect(formatNumber(-0.04, "es")).toBe("0");
    expect(formatNumber(1.005, "es", 2)).toBe("1,01");
  });

  it("have an ordinary space before the percent sign", () => {
    expect(formatPercent(0.229, "es")).toBe("22,9 %");
    expect(formatPercent(12 / 50, "es")).toBe("24 %");
  });

  it("can be read back", () => {
    fc.assert(
      fc.property(fc.integer(), (value) => {
        expect(Number(formatNumber(value, "es").replaceAll(".", ""))).toBe(value === 0 ? 0 : value);
        expect(Number(formatNumber(value, "en").replaceAll(",", ""))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it("do not differ from the platform's own in Spanish of Colombia, save for its spaces", () => {
    const platform = new Intl.NumberFormat("es-CO", { maximumFractionDigits: 1 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (tenths) => {
        const value = tenths / 10;
        expect(formatNumber(value, "es")).toBe(withPlainSpaces(platform.format(value)));
      }),
    );
  });
});

describe("money", () => {
  it("is written from its minor units as Colombia writes it, its currency beside it", () => {
    expect(formatMoney(1_250_000_00, "USD", "es")).toBe("US$ 1.250.000");
    expect(formatMoney(3_200_000_000_00, "COP", "es")).toBe("$ 3.200.000.000 COP");
    expect(formatMoney(0, "EUR", "es")).toBe("€ 0");
  });

  it("is written in English with the signs the other way round", () => {
    expect(formatMoney(1_250_000_00, "USD", "en")).toBe("US$1,250,000");
    expect(formatMoney(3_200_000_000_00, "COP", "en")).toBe("COP 3,200,000,000");
    expect(formatMoney(90_50, "EUR", "en")).toBe("€90.50");
  });

  it("has both digits of its cents, or none", () => {
    expect(formatMoney(90_50, "USD", "es")).toBe("US$ 90,50");
    expect(formatMoney(5, "USD", "es")).toBe("US$ 0,05");
    expect(formatMoney(-1_234_00, "USD", "es")).toBe("-US$ 1.234");
  });

  it("can be read back to the cent, and never looks the same in two currencies", () => {
    const currencies = fc.constantFrom(...CURRENCIES);
    fc.assert(
      fc.property(fc.maxSafeInteger(), currencies, (minorUnits, currency) => {
        const [whole = "", cents = "00"] = formatMoney(minorUnits, currency, "es").split(",");
        const digits = `${whole}${cents}`.replace(/\D/g, "");
        expect(Number(digits)).toBe(Math.abs(minorUnits));
        const others = CURRENCIES.filter((other) => other !== currency);
        for (const other of others)
          expect(formatMoney(minorUnits, other, "es")).not.toBe(formatMoney(minorUnits, currency, "es"));
      }),
    );
  });
});

describe("days", () => {
  it("are written long and short, in both languages", () => {
    expect(formatLongDay("2024-02-27", "es")).toBe("27 de febrero de 2024");
    expect(formatLongDay("2024-02-27", "en")).toBe("27 February 2024");
    expect(formatDay("2024-02-27", "es")).toBe("27/2/2024");
    expect(formatDay("2024-02-27", "en")).toBe("27 Feb 2024");
  });

  it("give months and half-years their names", () => {
    expect(formatMonth("2025-09", "es")).toBe("septiembre");
    expect(formatMonth("2025-09", "es", "short")).toBe("sep");
    expect(formatPeriod("2025-S2", "es")).toBe("segundo semestre de 2025");
    expect(formatPeriod("2025-S1", "en")).toBe("first half of 2025");
  });
});
