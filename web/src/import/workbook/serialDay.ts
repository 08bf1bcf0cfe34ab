/** Days as Excel counts them: numbers that a style shows as dates. */

const DAY_MS = 86_400_000;
const BUILT_IN = [14, 15, 16, 17, 22, 27, 28, 29, 30, 31, 34, 35, 36, 50, 51, 52, 53, 54, 55, 56, 57, 58];

/**
 * The day of a serial number; the time of day is left out. Excel's first system counts from 1900 and takes 1900 for a
 * leap year; the other, of old Macintoshes, from 1904. `undefined` where there is no such day.
 */
export function dayOfSerial(serial: number, is1904: boolean): string | undefined {
  const whole = Math.floor(serial + 1e-9);
  if (!Number.isFinite(serial) || whole < 1 || whole > 2_958_465) return undefined;
  const first = is1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, whole < 60 ? 31 : 30);
  return new Date(first + whole * DAY_MS).toISOString().slice(0, 10);
}

/** The inverse, in the system of 1900. */
export const serialOfDay = (day: string): number =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / DAY_MS);

/** Whether a number format shows a day: letters of one outside quotes, brackets and escapes. */
export function showsDay(id: number, code: string | undefined): boolean {
  if (code === undefined) return BUILT_IN.includes(id);
  const letters = code.split(";")[0]?.replace(/"[^"]*"|\[[^\]]*\]|\\.|_.|\*./g, "") ?? "";
  return !/general/i.test(letters) && /[yd]/i.test(letters) && !/[#0]/.test(letters);
}
