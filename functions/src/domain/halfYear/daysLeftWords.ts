/** How far away a due date is, in words: the same on screens and in letters. */
import { type Day, daysBetween } from "../calendar.ts";
import type { Language } from "../format.ts";

/** `faltan 15 días`, `vence hoy`, `venció hace 3 días`; of a due date, seen from today. */
export function daysLeftWords(dueOn: Day, today: Day, language: Language): string {
  const left = daysBetween(today, dueOn);
  const days = Math.abs(left);
  if (language === "es") {
    if (left === 0) return "vence hoy";
    if (left > 0) return days === 1 ? "falta 1 día" : `faltan ${days} días`;
    return `venció ${daysAgoWords(dueOn, today, language)}`;
  }
  if (left === 0) return "it is due today";
  if (left > 0) return days === 1 ? "1 day is left" : `${days} days are left`;
  return `it was due ${daysAgoWords(dueOn, today, language)}`;
}

/** `ayer`, `hace 3 días`; of a due date that lies behind. */
export function daysAgoWords(dueOn: Day, today: Day, language: Language): string {
  const days = daysBetween(dueOn, today);
  if (language === "es") return days === 1 ? "ayer" : `hace ${days} días`;
  return days === 1 ? "yesterday" : `${days} days ago`;
}
