import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { addDays, daysBetween } from "#domain/calendar.ts";
import type { Obligation } from "#domain/halfYear/obligation.ts";
import { REMINDER_STEPS, reminderIdOf, reminderStepOf, remindersOn } from "#domain/mail/reminders.ts";

const DUE = "2027-01-20";
const obligation: Obligation = { periodId: "2026-S2", dueOn: DUE, entityIds: ["sdm", "sdmujer"] };
const at = new Date("2027-01-10T15:00:00Z");
const extension = { dueOn: "2027-02-10", reason: "Cambio de enlace.", by: "oficina", byName: "Andrés", at };

/** The ids that are sent when the job runs on these days, in this order. */
const sentOn = (days: readonly string[]): string[] => [
  ...new Set(
    days.flatMap((day) => remindersOn(day, [obligation]).map((reminder) => reminderIdOf(reminder, "marta"))),
  ),
];
const everyDay = Array.from({ length: 100 }, (_, index) => addDays("2026-12-01", index));

describe("reminders", () => {
  test("fall on 30, 15 and 3 days before and after the due date", () => {
    const days = REMINDER_STEPS.map((step) => addDays(DUE, step));
    expect(days).toEqual([
      "2026-12-21",
      "2027-01-05",
      "2027-01-17",
      "2027-01-23",
      "2027-02-04",
      "2027-02-19",
    ]);
    for (const [index, day] of days.entries()) expect(reminderStepOf(DUE, day)).toBe(REMINDER_STEPS[index]);
  });

  test("are six for each entity, however often and in whatever order the days come", () => {
    expect(sentOn(everyDay)).toHaveLength(12);
    fc.assert(
      fc.property(fc.shuffledSubarray([...everyDay, ...everyDay], { minLength: 200 }), (days) => {
        expect(new Set(sentOn(days))).toEqual(new Set(sentOn(everyDay)));
      }),
    );
  });

  test("survive any days without a run, as long as no three in a row are missed", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 3 }), { minLength: 100, maxLength: 100 }), (gaps) => {
        let day = everyDay[0] ?? "";
        const run = gaps.map((gap) => {
          day = addDays(day, gap);
          return day;
        });
        expect(sentOn(run)).toHaveLength(12);
      }),
    );
  });

  test("are never sent on a day that no step reaches, and never say another step than the day's", () => {
    for (const day of everyDay) {
      const step = reminderStepOf(DUE, day);
      const late = REMINDER_STEPS.map((one) => daysBetween(addDays(DUE, one), day));
      expect(step !== undefined).toBe(late.some((days) => days >= 0 && days <= 2));
    }
  });

  test("follow an extension, and are other ones than those of the day before it", () => {
    const extended = { ...obligation, terms: { sdm: { extension } } };
    expect(remindersOn("2027-01-23", [extended]).map(({ entityId }) => entityId)).toEqual(["sdmujer"]);
    const [reminder] = remindersOn("2027-01-26", [extended]);
    expect(reminder).toEqual({ periodId: "2026-S2", entityId: "sdm", dueOn: "2027-02-10", step: -15 });
    const before = { periodId: "2026-S2", entityId: "sdm", dueOn: DUE, step: -15 };
    expect(reminder && reminderIdOf(reminder, "marta")).not.toBe(reminderIdOf(before, "marta"));
  });

  test("are of those alone who must report", () =>
    expect(remindersOn("2027-01-05", [{ ...obligation, entityIds: [] }])).toEqual([]));
});
