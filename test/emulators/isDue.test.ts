/** A schedule falls due at its minute, in its own time zone. */
import { expect, test } from "vitest";
import { isDue } from "../../scripts/emulators/isDue.ts";

const BOGOTA = "America/Bogota";
const at = (text: string) => new Date(text);

test.each([
  ["0 6 1 8 *", "2025-08-01T11:00:30Z", true],
  ["0 6 1 8 *", "2025-08-01T06:00:00Z", false],
  ["0 6 1 8 *", "2025-08-02T11:00:00Z", false],
  ["*/15 * * * *", "2025-03-04T10:45:00Z", true],
  ["*/15 * * * *", "2025-03-04T10:46:00Z", false],
  ["0 3 * * 1-5", "2025-03-03T08:00:00Z", true], // a Monday
  ["0 3 * * 1-5", "2025-03-02T08:00:00Z", false], // a Sunday
  ["0 0 1 1,7 *", "2025-07-01T05:00:00Z", true],
  ["0 0 1 1,7 *", "2025-06-01T05:00:00Z", false],
  ["0 0 13 * 5", "2025-03-14T05:00:00Z", true], // a Friday, though not the 13th
  ["5/20 * * * *", "2025-03-04T10:25:00Z", true],
  ["every 5 minutes", "2025-03-04T10:25:00Z", true],
  ["every 5 minutes", "2025-03-04T10:26:00Z", false],
])("%s at %s: %s", (schedule, instant, due) => {
  expect(isDue(schedule, BOGOTA, at(instant))).toBe(due);
});

test("refuses a schedule that it does not understand", () => {
  expect(() => isDue("first monday of july", BOGOTA, at("2025-07-07T05:00:00Z"))).toThrow("first monday");
});
