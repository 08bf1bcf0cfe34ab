/** The published summary, for whom nothing but the summary is meant. */
import type { PublicSummary } from "../domain/publicSummary.ts";
import { publishedSummary } from "../store/collections.ts";
import type { JobContext } from "./JobContext.ts";

/** `undefined` before anything has been published. */
export const loadSummary = async ({ db }: JobContext): Promise<PublicSummary | undefined> =>
  (await publishedSummary(db).get()).data();
