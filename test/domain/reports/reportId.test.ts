/** The name of a report says what it is about, and back. */
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ReportSubject, reportIdOf, reportSubjectOf } from "#domain/reports/reportId.ts";

const two = (n: number) => String(n).padStart(2, "0");
const years = fc.integer({ min: 2000, max: 2099 });
const subjects: fc.Arbitrary<ReportSubject> = fc.oneof(
  years.map((year) => ({ kind: "annual" as const, year })),
  fc.tuple(years, fc.integer({ min: 1, max: 12 })).map(([year, month]) => ({
    ...{ kind: "monthly" as const, month: `${year}-${two(month)}` },
  })),
  fc
    .tuple(years, fc.constantFrom("S1", "S2"), fc.constantFrom("sdm", "secretaria-general", "a_b-1"))
    .map(([year, half, entityId]) => ({ kind: "half-year" as const, periodId: `${year}-${half}`, entityId })),
);

it("is read back as the same subject", () => {
  fc.assert(
    fc.property(subjects, (subject) => {
      expect(reportSubjectOf(reportIdOf(subject))).toEqual(subject);
    }),
  );
});

it("is nothing for names of no report", () => {
  for (const id of [
    "",
    "annual",
    "annual-25",
    "monthly-2025-13",
    "half-year-2025-S3-sdm",
    "half-year-2025-S1-",
  ])
    expect(reportSubjectOf(id)).toBeUndefined();
});
