/** Says whether a schedule falls due in a given minute. */

const FIELDS = ["minute", "hour", "day", "month", "weekday"] as const;
const WEEKDAYS = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"];

/**
 * @param schedule - unix-cron in numbers (`0 6 1 8 *`: lists, ranges and steps), or `every N minutes|hours`
 * @param at - any instant of the minute that is asked about
 * @throws Error when the schedule is in no form that is known here
 */
export function isDue(schedule: string, timeZone: string, at: Date): boolean {
  const every = /^every (\d+) (minutes|hours)$/.exec(schedule);
  if (every) {
    const period = Number(every[1]) * (every[2] === "hours" ? 60 : 1);
    return Math.floor(at.getTime() / 60_000) % period === 0;
  }
  const parts = schedule.trim().split(/\s+/);
  if (parts.length !== FIELDS.length || !parts.every((part) => /^[\d*,/-]+$/.test(part))) {
    throw new Error(`No schedule that is understood: "${schedule}"`);
  }
  const now = wallClock(timeZone, at);
  const matches = (name: (typeof FIELDS)[number]) =>
    (parts[FIELDS.indexOf(name)] ?? "").split(",").some((range) => inRange(range, now[name]));
  if (!matches("minute") || !matches("hour") || !matches("month")) return false;
  // As cron has it: when both days are restricted, either will do.
  const eitherDay = parts[2] !== "*" && parts[4] !== "*";
  return eitherDay ? matches("day") || matches("weekday") : matches("day") && matches("weekday");
}

function inRange(range: string, value: number): boolean {
  const [span = "", step = "1"] = range.split("/");
  const [from = 0, to = from] = span === "*" ? [0, 59] : span.split("-").map(Number);
  const start = span === "*" ? 0 : from;
  const end = range.includes("/") && !span.includes("-") && span !== "*" ? 59 : to;
  return value >= start && value <= end && (value - start) % Number(step) === 0;
}

function wallClock(timeZone: string, at: Date): Record<(typeof FIELDS)[number], number> {
  const parts = new Intl.DateTimeFormat("en-US", {
    timeZone,
    hourCycle: "h23",
    minute: "numeric",
    hour: "numeric",
    day: "numeric",
    month: "numeric",
    weekday: "short",
  }).formatToParts(at);
  const value = (type: string) => parts.find((part) => part.type === type)?.value ?? "";
  return {
    minute: Number(value("minute")),
    hour: Number(value("hour")),
    day: Number(value("day")),
    month: Number(value("month")),
    weekday: WEEKDAYS.indexOf(value("weekday")),
  };
}
