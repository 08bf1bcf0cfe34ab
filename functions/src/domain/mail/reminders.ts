/** On which days whom to remind of a half-year report: the one schedule. */
import { addDays, type Day, daysBetween, type PeriodId } from "../calendar.ts";
import { dueOnOf, type Obligation } from "../halfYear/obligation.ts";
import { mailIdOf } from "./mail.ts";

/** Days from the due date; before it they are negative. */
export const REMINDER_STEPS = [-30, -15, -3, 3, 15, 30] as const;
/** So many days after its own a step is still made up for, when nothing ran on it. */
const MADE_UP_DAYS = 2;

/** The step that a day belongs to, if any: the same on each of the days on which it may still be made up for. */
export const reminderStepOf = (dueOn: Day, today: Day): number | undefined =>
  REMINDER_STEPS.find((step) => {
    const late = daysBetween(addDays(dueOn, step), today);
    return late >= 0 && late <= MADE_UP_DAYS;
  });

/** One entity to be reminded of one report, if it still owes it. */
export interface Reminder {
  readonly periodId: PeriodId;
  readonly entityId: string;
  readonly dueOn: Day;
  readonly step: number;
}

/** All entities whose day it is. An extension moves its entity's days, and begins them anew. */
export const remindersOn = (today: Day, obligations: readonly Obligation[]): Reminder[] =>
  obligations.flatMap((obligation) =>
    obligation.entityIds.flatMap((entityId): Reminder[] => {
      const dueOn = dueOnOf(obligation, entityId);
      const step = reminderStepOf(dueOn, today);
      return step === undefined ? [] : [{ periodId: obligation.periodId, entityId, dueOn, step }];
    }),
  );

/** The same for every run that would send it, so that it is sent once; another due date makes it another. */
export const reminderIdOf = ({ periodId, entityId, dueOn, step }: Reminder, uid: string): string =>
  mailIdOf("reminder", periodId, entityId, dueOn, step < 0 ? `${-step}-before` : `${step}-after`, uid);
