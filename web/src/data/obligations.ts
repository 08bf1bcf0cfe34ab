/** Who must report, what and by when; and how the reports stand: one document a half-year of each. */
import {
  type Obligation,
  type ObligationInput,
  obligationEntrySchema,
  obligationSchema,
} from "#domain/halfYear/obligation.ts";
import { type Standings, standingsSchema } from "#domain/halfYear/standings.ts";
import { call } from "./call.ts";
import { readCollection, readOne } from "./read.ts";

/** In the order of the half-years; there are some eight. */
export const loadObligations = async (): Promise<Obligation[]> =>
  (await readCollection("obligations", obligationSchema))
    .map(({ data }) => data)
    .toSorted((a, b) => a.periodId.localeCompare(b.periodId));

export const loadObligation = async (periodId: string): Promise<Obligation | undefined> =>
  (await readOne(`obligations/${periodId}`, obligationSchema))?.data;

/** By half-year; one in which nobody has begun has none. */
export const loadStandings = async (): Promise<ReadonlyMap<string, Standings>> =>
  new Map((await readCollection("reportStandings", standingsSchema)).map(({ id, data }) => [id, data]));

/** The latest first. */
export async function loadObligationHistory(periodId: string) {
  const entries = await readCollection(`obligations/${periodId}/history`, obligationEntrySchema);
  return entries.map(({ data }) => data).toSorted((a, b) => b.version - a.version);
}
export type ObligationEntry = Awaited<ReturnType<typeof loadObligationHistory>>[number];

export const saveObligation = (
  requestId: string,
  periodId: string,
  version: number,
  obligation: ObligationInput,
): Promise<{ version: number }> => call("saveObligation", { requestId, periodId, version, obligation });
