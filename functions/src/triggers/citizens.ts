/** What citizens read: `GET /api/summary`, and the list behind a figure, `GET /api/evidence/{indicatorId}`. */
import { sliceSchema } from "../domain/evidenceList.ts";
import { ID_PATTERN } from "../domain/fields.ts";
import { listPublicEvidence } from "../jobs/listEvidence.ts";
import { loadSummary } from "../jobs/loadSummary.ts";
import { Rejection } from "../jobs/Rejection.ts";
import { cloudContext } from "./context.ts";
import { NoAnswer, openData } from "./openData.ts";

/** 503 until the first summary has been published. */
export const publicSummary = openData(async () => {
  const summary = await loadSummary(cloudContext());
  if (!summary) throw new NoAnswer(503, "not-published-yet");
  return summary;
});

const one = (value: unknown): string | undefined =>
  typeof value === "string" && value !== "" ? value : undefined;

/**
 * Of approved public records alone: `?time=strategy|before|2026|2026-S1|2026-02`, and `dimension=` with `value=` for a
 * part; `after=` asks for the page behind. 400 for what is no figure, 404 where there is none for citizens.
 */
export const publicEvidence = openData(async ({ path, query }) => {
  const indicatorId = path.split("/").at(-1) ?? "";
  const [dimension, value, after] = [one(query.dimension), one(query.value), one(query.after)];
  const slice = sliceSchema.safeParse({
    standing: "approved",
    time: one(query.time) ?? "strategy",
    ...(dimension !== undefined && { of: { dimension, value: value ?? "" } }),
  });
  if (!slice.success || (after !== undefined && after.length > 200)) throw new NoAnswer(400, "bad-request");
  if (!ID_PATTERN.test(indicatorId)) throw new NoAnswer(404, "not-found");
  try {
    return await listPublicEvidence(cloudContext(), { indicatorId, slice: slice.data, after });
  } catch (error) {
    throw error instanceof Rejection ? new NoAnswer(404, "not-found") : error;
  }
});
