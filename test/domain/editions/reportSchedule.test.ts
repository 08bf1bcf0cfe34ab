/** When reports are made by themselves: whatever happens to the wake-ups, each year and month once. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, type Day } from "#domain/calendar.ts";
import {
  annualDueOn,
  BY_SCHEDULE,
  dueSubjects,
  type EditionSoFar,
  firstSchedule,
  isStillToMake,
  isTrouble,
  isYearlyDay,
  MOST_RUNS,
  monthlyDueOn,
  type ReportSchedule,
  subjectsToMake,
} from "#domain/editions/reportSchedule.ts";
import { reportIdOf } from "#domain/reports/reportId.ts";
import { NOW } from "../../support/builders.ts";

const schedule = (changes: Partial<ReportSchedule> = {}): ReportSchedule => ({
  ...{ monthly: true, since: "2026-01-01", version: 1, updatedAt: NOW, updatedBy: "oficina" },
  ...changes,
});
const OBLIGATIONS = [
  { periodId: "2025-S2", dueOn: "2026-01-20" },
  { periodId: "2026-S2", dueOn: "2027-01-31" },
];

describe("the annual report", () => {
  test("is made on the day after the second half-year's reports fall due, unless another is chosen", () => {
    expect(annualDueOn(2025, { monthly: true }, OBLIGATIONS)).toBe("2026-01-21");
    expect(annualDueOn(2026, { monthly: true }, OBLIGATIONS)).toBe("2027-02-01");
    expect(annualDueOn(2025, { monthly: true, annualOn: "03-01" }, OBLIGATIONS)).toBe("2026-03-01");
  });

  test("is never made before they have fallen due, whatever is chosen or moved", () => {
    expect(annualDueOn(2026, { monthly: true, annualOn: "01-10" }, OBLIGATIONS)).toBe("2027-02-01");
    expect(annualDueOn(2024, { monthly: true, annualOn: "01-10" }, OBLIGATIONS)).toBe("2025-01-21");
  });

  test("may be set to any day that every year has", () => {
    expect(["01-31", "02-28", "12-31"].filter(isYearlyDay)).toHaveLength(3);
    expect(["02-29", "04-31", "13-01", "1-1", ""].filter(isYearlyDay)).toEqual([]);
  });
});

test("a month's report is made on the first of the next", () => {
  expect(monthlyDueOn("2026-02")).toBe("2026-03-01");
  expect(monthlyDueOn("2026-12")).toBe("2027-01-01");
});

test("what fell due before the system was there is not made by itself, but that of its first month is", () => {
  const first = firstSchedule("2026-11-25", NOW);
  expect(dueSubjects(first, OBLIGATIONS, "2026-11-25").map(reportIdOf)).toEqual(["monthly-2026-10"]);
  expect(dueSubjects({ ...first, monthly: false }, OBLIGATIONS, "2026-11-25")).toEqual([]);
});

test("the last year of the strategy has its report too, and no later one", () => {
  const due = dueSubjects(schedule({ since: "2028-01-01" }), OBLIGATIONS, "2029-12-31").map(reportIdOf);
  expect(due).toEqual(["monthly-2027-12", "annual-2027"]);
});

describe("a report is still to be made", () => {
  const edition = (state: EditionSoFar["state"], requestedBy: string = BY_SCHEDULE): EditionSoFar => ({
    ...{ reportId: "annual-2025", state, requestedBy },
  });

  test("when there is none, or those that there are have failed", () => {
    expect(isStillToMake([])).toBe(true);
    expect(isStillToMake([edition("failed")])).toBe(true);
    expect(isStillToMake([edition("failed", "oficina")])).toBe(true);
  });

  test("but not while one is being made, once one is there, or after the Office has stopped it", () => {
    for (const state of ["queued", "rendering", "ready", "unchanged", "cancelled"] as const)
      expect(isStillToMake([edition("failed"), edition(state)]), state).toBe(false);
    expect(isStillToMake([edition("ready", "oficina")])).toBe(false);
  });

  test("a few times by itself; then it waits for the Office, which is told", () => {
    const failed = Array.from({ length: MOST_RUNS }, () => edition("failed"));
    expect(isStillToMake(failed.slice(1))).toBe(true);
    expect(isStillToMake(failed)).toBe(false);
    expect(isTrouble(edition("failed"), failed)).toBe(true);
    expect(isTrouble(edition("failed", "oficina"), failed)).toBe(false);
    expect(isTrouble(edition("failed"), [...failed, edition("ready", "oficina")])).toBe(false);
  });
});

/** Days of a wake-up: how many after the last (0: doubled), and whether the run that it begins fails. */
const wakes = fc.array(fc.record({ after: fc.integer({ min: 0, max: 70 }), fails: fc.boolean() }), {
  minLength: 1,
  maxLength: 60,
});
const settings = fc.record({
  annualOn: fc.option(fc.constantFrom("02-15", "03-01", "01-05"), { nil: undefined }),
  monthly: fc.boolean(),
  first: fc.integer({ min: 0, max: 1000 }),
});

test("any sequence of wake-ups, doubled, missed or late, makes each year and month once", () => {
  fc.assert(
    fc.property(wakes, settings, (all, { annualOn, monthly, first }) => {
      const since = addDays("2024-01-01", first);
      const held = schedule({ since, monthly, ...(annualOn !== undefined && { annualOn }) });
      const made: EditionSoFar[] = [];
      let today: Day = since;
      const wake = (fails: boolean) => {
        for (const subject of subjectsToMake(held, OBLIGATIONS, made, today))
          made.push({
            ...{ reportId: reportIdOf(subject), requestedBy: BY_SCHEDULE },
            state: fails ? "failed" : "ready",
          });
      };
      for (const { after, fails } of all) {
        today = addDays(today, after);
        wake(fails);
      }
      // Sooner or later it wakes and nothing fails.
      wake(false);
      const due = dueSubjects(held, OBLIGATIONS, today).map(reportIdOf);
      expect(new Set(due).size).toBe(due.length);
      const ready = made.filter(({ state }) => state === "ready").map(({ reportId }) => reportId);
      expect(new Set(ready).size, "twice").toBe(ready.length);
      for (const reportId of due) {
        const failures = made.filter((one) => one.reportId === reportId && one.state === "failed").length;
        expect(ready.includes(reportId), reportId).toBe(failures < MOST_RUNS);
      }
      expect(ready.filter((reportId) => !due.includes(reportId))).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
