/** Submits many records of one entity in one request, each in its own transaction: one that is refused stops no other. */
import type { JobContext } from "./JobContext.ts";
import type { NamedActor } from "./move.ts";
import { moveRecord } from "./moveRecord.ts";
import { type Details, Rejection } from "./Rejection.ts";

/** Records of one request: some seconds' work. */
export const SUBMIT_AT_ONCE = 50;
/** Transactions at a time: they wait for Firestore more than they compute. */
const SIDE_BY_SIDE = 10;
/** gRPC's ABORTED: Firestore gave up a transaction that others kept overtaking. */
const ABORTED = 10;

export interface SubmitRequest {
  readonly requestId: string;
  readonly entityId: string;
  readonly items: readonly { readonly recordId: string; readonly version: number }[];
}

/** What became of one record; `try-again` where Firestore gave up on it. */
export type SubmitOutcome =
  | { readonly recordId: string; readonly version: number }
  | ({ readonly recordId: string } & (Details | { readonly reason: "try-again" }));

/** In the order of the items. The same request again changes nothing and answers the same. */
export async function submitRecords(
  context: JobContext,
  actor: NamedActor,
  { requestId, entityId, items }: SubmitRequest,
): Promise<{ outcomes: SubmitOutcome[] }> {
  const submit = async ({ recordId, version }: SubmitRequest["items"][number]): Promise<SubmitOutcome> => {
    try {
      const moved = await moveRecord(context, actor, "submit", { requestId, entityId, recordId, version });
      return { recordId, version: moved.version };
    } catch (error) {
      if (error instanceof Rejection) return { recordId, ...error.details };
      if (error instanceof Error && "code" in error && error.code === ABORTED)
        return { recordId, reason: "try-again" };
      throw error;
    }
  };
  const outcomes: SubmitOutcome[] = [];
  for (let at = 0; at < items.length; at += SIDE_BY_SIDE)
    outcomes.push(...(await Promise.all(items.slice(at, at + SIDE_BY_SIDE).map(submit))));
  return { outcomes };
}
